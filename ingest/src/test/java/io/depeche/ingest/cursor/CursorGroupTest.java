// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.ingest.publish.RecordingListener;
import io.depeche.schemas.monitor.ClientMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.management.ObjectName;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class CursorGroupTest {

    @Test
    void closesItsMemberWhereItWasNeverStarted() throws Exception {
        Map<String, Object> consumer = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1",
                ConsumerConfig.CLIENT_ID_CONFIG, "never-started",
                ConsumerConfig.GROUP_ID_CONFIG, "group",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        CursorGroup group = new CursorGroup(
                new CursorGroup.Connection("statements.raw", "ingest.cursors", consumer, Map.of(), Map.of(), "group-"),
                (topic, statement) -> new byte[0],
                (topic, cursor) -> new byte[0],
                CursorFixture.reading(),
                new RecordingListener(),
                new SeenLimits(Duration.ofDays(1), 1000),
                Clock.systemUTC(),
                new ClientMeters(new SimpleMeterRegistry(), "ingest"));
        // Kafka's own sign of a consumer that is there.
        ObjectName sign = new ObjectName("kafka.consumer:type=app-info,id=never-started");
        assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(sign))
                .isTrue();

        group.close();

        assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(sign))
                .isFalse();
    }
}
