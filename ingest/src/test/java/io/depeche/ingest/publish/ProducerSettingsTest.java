// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProducerSettingsTest {

    @Test
    void areIdempotentConfirmedByAllAndPatient() {
        assertThat(ProducerSettings.patient(Map.of()))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("compression.type", "lz4")
                .containsEntry("linger.ms", 5)
                .containsEntry("delivery.timeout.ms", Integer.MAX_VALUE);
    }

    @Test
    void areTheUsersWhereThatIsHarmless() {
        assertThat(ProducerSettings.patient(Map.of("linger.ms", "0", "acks", "-1", "security.protocol", "SSL")))
                .containsEntry("linger.ms", "0")
                .containsEntry("acks", "-1")
                .containsEntry("security.protocol", "SSL");
    }

    @ParameterizedTest
    @CsvSource({
        "acks, 1, lost",
        "acks, 0, lost",
        "enable.idempotence, false, doubled",
        "transactional.id, mine, ingest.group.id",
        "key.serializer, x.Y, statement ids",
        "value.serializer, x.Y, value.serializer"
    })
    void refuseWhatWouldLoseOrDoubleStatements(String key, String value, String reason) {
        assertThatThrownBy(() -> ProducerSettings.patient(Map.of(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("kafka." + key)
                .hasMessageContaining(value)
                .hasMessageContaining(reason);
    }

    /** Kafka checks its settings when a producer is made, long before it connects. */
    @Test
    void areGoodForARealProducer() {
        Map<String, Object> settings = ProducerSettings.patient(Map.of("bootstrap.servers", "localhost:1"));

        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThat(producer.metrics()).isNotEmpty();
        }
    }

    @Test
    void ofSharedSourcesAreBoundedAndEndSoonWithoutASuccessor() {
        assertThat(ProducerSettings.transactional(Map.of("max.block.ms", "1")))
                .containsEntry("acks", "all")
                .containsEntry("transaction.timeout.ms", 30_000)
                .containsEntry("max.block.ms", "1");
        assertThatThrownBy(() -> ProducerSettings.transactional(Map.of("acks", "1")))
                .isInstanceOf(ConfigException.class);
    }
}
