// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeteredListenerTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RecordingListener next = new RecordingListener();
    private final MeteredListener listener = new MeteredListener(registry, next);

    @Test
    void countsBySourceAndOutcomeAndPassesOn() {
        listener.published(statement("a"), null);
        listener.published(statement("a"), null);
        listener.unchanged(statement("a"));
        listener.refused(new Refusal("b", "place", "reason", "way out"));
        listener.mended(new Notice("b", "place", "message"));

        assertThat(count("a", "published")).isEqualTo(2);
        assertThat(count("a", "unchanged")).isEqualTo(1);
        assertThat(count("a", "refused")).isZero();
        assertThat(count("b", "refused")).isEqualTo(1);
        assertThat(registry.get("depeche.ingest.notices")
                        .tag("source", "b")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("depeche.ingest.last.published")
                        .tag("source", "a")
                        .gauge()
                        .value())
                .isPositive();
        assertThat(registry.find("depeche.ingest.last.published")
                        .tag("source", "b")
                        .meters())
                .as("of a source that has published nothing yet")
                .isEmpty();
        assertThat(next.published).hasSize(2);
        assertThat(next.unchanged).hasSize(1);
        assertThat(next.refused).hasSize(1);
        assertThat(next.mended).hasSize(1);
    }

    private double count(String source, String outcome) {
        return registry.get("depeche.ingest.statements")
                .tag("source", source)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static RawStatement statement(String source) {
        return RawStatement.newBuilder()
                .setId("1")
                .setSource(source)
                .setText("text")
                .setReceivedAt(Instant.EPOCH)
                .setOrigin(Origin.newBuilder().build())
                .build();
    }
}
