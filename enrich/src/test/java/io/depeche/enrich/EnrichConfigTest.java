// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.enrich.stream.FailedRecords;
import io.depeche.schemas.RecentFailures;
import io.depeche.schemas.topic.DeadLetters;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

class EnrichConfigTest {

    private static Properties streams(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("kafka.bootstrap.servers", "localhost:9092");
        settings.put("schema.registry.url", "http://localhost:8081");
        EnrichConfig config = new EnrichConfig(settings);
        return config.streams(new FailedRecords(
                new DeadLetters("dead", Clock.systemUTC()), new RecentFailures(config.deadLetterLimit())));
    }

    @Test
    void waitsTenSecondsForAnInstanceThatIsDeadUnlessToldOtherwise() {
        // Then
        assertThat(streams(Map.of())).containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        assertThat(streams(Map.of("kafka.session.timeout.ms", "6000")))
                .containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");
        assertThat(streams(Map.of("kafka.group.protocol", "streams")))
                .doesNotContainKey(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
    }

    @Test
    void sendsWithTheCommitWhatNobodySeesBefore() {
        // Then
        assertThat(streams(Map.of("enrich.commit.interval.ms", "20"))).containsEntry("linger.ms", 20);
        assertThat(streams(Map.of("enrich.commit.interval.ms", "60000")))
                .as("some of the work before a commit that is far off")
                .containsEntry("linger.ms", 1_000);
        assertThat(streams(Map.of("kafka.linger.ms", "0"))).containsEntry("linger.ms", "0");
    }
}
