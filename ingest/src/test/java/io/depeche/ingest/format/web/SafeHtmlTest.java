// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.ingest.format.Refused;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SafeHtmlTest {

    @Test
    void flattensWhatIsNestedWithoutEnd() throws Refused {
        int[] deepest = {0};
        NodeTraversor.traverse(
                (node, depth) -> deepest[0] = Math.max(deepest[0], depth),
                SafeHtml.parse("<div>".repeat(90_000) + "deep", ""));

        assertThat(deepest[0]).isLessThanOrEqualTo(SafeHtml.DEEPEST + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "<p>x", "<div>", "<i></i>", "<li>", "<svg><g>"})
    void refusesMoreElementsThanAPageHas(String piece) {
        assertThatThrownBy(() -> SafeHtml.parse(piece.repeat(SafeHtml.MOST_ELEMENTS + 1), ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("100000 elements");
    }

    /** Each takes some bytes as it is written, and a hundred in memory. */
    @Test
    void refusesMoreAttributesThanAPageHas() {
        StringBuilder element = new StringBuilder("<p");
        for (int i = 0; i < 500; i++) {
            element.append(" a").append(i);
        }
        assertThatThrownBy(() -> SafeHtml.parse((element + ">").repeat(801), ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("400000 attributes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "</", "<script></", "<title></", "a<b<"})
    void refusesANameThatHasNoEnd(String start) {
        assertThatThrownBy(() -> SafeHtml.parse(Hostile.of(start, "a", Hostile.MEGABYTES_20), ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("name is longer than 16384");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 < ", "<3", "<é", "<p>", "<p title=", "<p/title=", "/a", "<a\thref="})
    void readsAWordThatHasNoEnd(String start) throws Refused {
        String word = "a".repeat(20_000);

        assertThat(SafeHtml.parse(start + word + ">", "").outerHtml()).contains(word);
    }

    /** Each paragraph opens again what the ones before left open. */
    @Test
    void refusesElementsThatTheParserAdds() {
        StringBuilder open = new StringBuilder("<p>");
        for (int i = 0; i < 12; i++) {
            open.append("<b x").append(i).append('>');
        }
        assertThatThrownBy(() -> SafeHtml.parse(open + "</p>" + "<p>x</p>".repeat(20_000), ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("100000 elements");
    }

    @Test
    void refusesMoreCommentsThanAPageHas() {
        assertThatThrownBy(() -> SafeHtml.parse("<!---->x".repeat(400_001), ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tags and comments");
    }

    /** Of so many tags each is looked for among all elements that are open. */
    @ParameterizedTest
    @ValueSource(strings = {"</x>", "</b>", "</p>", "<div></div>", "<i></b>", "</table>"})
    @Timeout(30)
    void endsSoonWithAlmostAsManyTagsAsThereMayBe(String piece) throws Refused {
        String html = "<div><b>".repeat(SafeHtml.DEEPEST) + Hostile.of("", piece, 90_000 * piece.length());
        try {
            assertThat(HtmlText.of(SafeHtml.parse(html, ""))).isEmpty();
        } catch (Refused e) {
            assertThat(e).hasMessageContaining("it has more than");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "''|<div>",
                "''|<p>x",
                "<table>|x<b>",
                "''|<a><div>",
                "<p |a=1 b ",
                "''|&",
                "''|&amp;",
                "''|x ",
                "<!--|-",
                "<p title='|y ",
                "''|</div>",
                "<script>|x",
                "<table>|x",
                "<title>|<x>",
                "''|&#x1",
                "<style>|<!--",
                "''|\0",
                "<![CDATA[|]",
                "</a |b "
            })
    @Timeout(30)
    void endsSoonWithWhateverIsLong(String start, String piece) throws Refused {
        String html = Hostile.of(start, piece, Hostile.MEGABYTES_4);
        try {
            assertThat(HtmlText.of(SafeHtml.parse(html, "")).length()).isLessThanOrEqualTo(html.length());
        } catch (Refused e) {
            assertThat(e).hasMessageContaining("it has more than");
        }
    }
}
