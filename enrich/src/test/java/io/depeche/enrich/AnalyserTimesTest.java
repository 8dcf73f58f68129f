// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnalyserTimesTest {

    private static final Document BROKEN = Document.of("broken", null, null);

    private record Fake(Layer<String> layer) implements Analyser<String> {

        @Override
        public Set<Layer<?>> needs() {
            return Set.of();
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Analysed<String> analyse(Document document) {
            if (document == BROKEN) {
                throw new IllegalStateException("as the test wants it");
            }
            return Analysed.ran(document.text());
        }
    }

    @Test
    void eachRunIsTimedByItsLayerThoughItBreaks() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        AnalyserTimes times = new AnalyserTimes(registry);
        Fake one = new Fake(new Layer<>("one", "nothing"));

        assertThat(times.run(one, Document.of("text", null, null)).value()).isEqualTo("text");
        assertThatThrownBy(() -> times.run(one, BROKEN)).hasMessage("as the test wants it");
        times.run(new Fake(new Layer<>("other", "nothing")), Document.of("text", null, null));

        assertThat(registry.get("depeche.enrich.analyser")
                        .tag("layer", "one")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("depeche.enrich.analyser")
                        .tag("layer", "other")
                        .timer()
                        .count())
                .isEqualTo(1);
    }
}
