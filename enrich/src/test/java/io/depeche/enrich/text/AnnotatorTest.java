// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AnnotatorTest {

    private static final Layer<String> FIRST = new Layer<>("first", "nothing");
    private static final Layer<String> SECOND = new Layer<>("second", "nothing");

    private static final FakeAnalyser SECOND_OF_FIRST =
            new FakeAnalyser(SECOND, Set.of(FIRST), document -> "second of " + document.get(FIRST));

    private static Annotations annotate(FakeAnalyser... analysers) {
        return new Annotator(List.of(analysers)).annotate(Document.of("text", null, null));
    }

    @Test
    void runsAnalysersAfterThoseTheyNeed() {
        Annotations annotations = annotate(SECOND_OF_FIRST, new FakeAnalyser(FIRST, Set.of(), Document::text));

        assertThat(annotations.get(SECOND)).isEqualTo("second of text");
        assertThat(annotations.coverage("second")).isEqualTo(Coverage.RAN);
        assertThat(annotations.versions()).containsOnlyKeys("first", "second").containsValue("7");
    }

    @Test
    void whatAnAnalyserThrowsCostsItsOwnLayerOnly() {
        for (FakeAnalyser broken : List.of(
                new FakeAnalyser(FIRST, Set.of(), document -> {
                    throw new IllegalStateException("as the test wants it");
                }),
                new FakeAnalyser(FIRST, Set.of(), AnnotatorTest::endless),
                new FakeAnalyser(FIRST, Set.of(), document -> null))) {
            Annotations annotations = annotate(broken, SECOND_OF_FIRST);

            assertThat(annotations.coverage("first")).isEqualTo(Coverage.FAILED);
            assertThat(annotations.get(FIRST)).isEqualTo("nothing");
            assertThat(annotations.get(SECOND)).isEqualTo("second of nothing");
            assertThat(annotations.coverage("second")).isEqualTo(Coverage.PARTIAL);
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static String endless(Document document) {
        return endless(document) + "";
    }

    @Test
    void onlyDeclaredLayersCanBeRead() {
        Annotations annotations = annotate(
                new FakeAnalyser(FIRST, Set.of(), Document::text),
                new FakeAnalyser(SECOND, Set.of(), document -> document.get(FIRST)));

        assertThat(annotations.coverage("second")).isEqualTo(Coverage.FAILED);
    }

    @Test
    void refusesAnalysersThatCanNotBeOrdered() {
        FakeAnalyser firstOfSecond = new FakeAnalyser(FIRST, Set.of(SECOND), Document::text);

        assertThatThrownBy(() -> new Annotator(List.of(SECOND_OF_FIRST)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The analyser second needs the layer first, which none of the analysers [second] "
                        + "produces. Add the analyser that does");
        assertThatThrownBy(() -> new Annotator(List.of(SECOND_OF_FIRST, firstOfSecond)))
                .hasMessageStartingWith("Analysers need each other in a circle: [second, first]");
        assertThatThrownBy(() -> new Annotator(List.of(SECOND_OF_FIRST, SECOND_OF_FIRST)))
                .hasMessageStartingWith("Two analysers produce the layer second");
    }
}
