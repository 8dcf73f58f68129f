// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.FakeAnalyser;
import io.depeche.enrich.text.Layer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class AnalyserTimesTest {

    private static final Document BROKEN = Document.of("broken", null, null);

    @Test
    void eachRunIsTimedByItsLayerThoughItBreaks() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        AnalyserTimes times = new AnalyserTimes(registry);
        FakeAnalyser one = fake("one");

        assertThat(times.run(one, Document.of("text", null, null)).value()).isEqualTo("text");
        assertThatThrownBy(() -> times.run(one, BROKEN)).hasMessage("as the test wants it");
        times.run(fake("other"), Document.of("text", null, null));

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

    private static FakeAnalyser fake(String layer) {
        return new FakeAnalyser(new Layer<>(layer, "nothing"), document -> {
            if (document == BROKEN) {
                throw new IllegalStateException("as the test wants it");
            }
            return document.text();
        });
    }
}
