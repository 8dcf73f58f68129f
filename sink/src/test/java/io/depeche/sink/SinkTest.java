// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The role where there is no Kafka; delivery itself is {@link DeliveryLoopTest}'s. */
class SinkTest {

    private static SinkConfig config(String servers, String securityProtocol, String... kafkaKeysAndValues) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", servers);
        settings.put("kafka.security.protocol", securityProtocol);
        settings.put("schema.registry.url", "http://" + servers);
        for (int i = 0; i < kafkaKeysAndValues.length; i += 2) {
            settings.put("kafka." + kafkaKeysAndValues[i], kafkaKeysAndValues[i + 1]);
        }
        return new SinkConfig(settings);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void closesWhileItWaitsForKafka() throws InterruptedException {
        // Given nothing listens there
        Sink sink = new Sink(
                config("127.0.0.1:1", "PLAINTEXT", "default.api.timeout.ms", "1000"),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        CompletableFuture<Void> start = CompletableFuture.runAsync(sink::start);

        // When
        sink.close();
        sink.close();
        sink.awaitTermination();

        // Then
        assertThat(start)
                .failsWithin(Duration.ofSeconds(15))
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfAny(KafkaException.class, IllegalStateException.class);
        assertThat(sink.failure()).isEmpty();
        assertThat(sink.isReady()).isFalse();
    }

    @Test
    void refusesToStartWhereWaitingDoesNotHelp() {
        try (Sink sink = new Sink(config("127.0.0.1:1", "NONE_SUCH"), Clock.systemUTC(), new SimpleMeterRegistry())) {
            // Then
            assertThatThrownBy(sink::start)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("security.protocol");
        }
    }

    @Test
    void startsOnce() {
        try (Sink sink = new Sink(config("127.0.0.1:1", "NONE_SUCH"), Clock.systemUTC(), new SimpleMeterRegistry())) {
            // Given
            assertThatThrownBy(sink::start).isInstanceOf(ConfigException.class);

            // Then
            assertThatThrownBy(sink::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void doesNotStartAfterItsEnd() throws InterruptedException {
        // Given
        Sink sink = new Sink(config("127.0.0.1:1", "PLAINTEXT"), Clock.systemUTC(), new SimpleMeterRegistry());

        // When
        sink.close();
        sink.awaitTermination();

        // Then
        assertThat(sink.failure()).isEmpty();
        assertThatThrownBy(sink::start).isInstanceOf(IllegalStateException.class);
    }
}
