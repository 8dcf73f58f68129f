// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.schemas.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkConfigTest {

    private static SinkConfig config(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", "localhost:9092");
        settings.put("schema.registry.url", "http://localhost:8081");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new SinkConfig(settings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acks",
                "enable.idempotence",
                "isolation.level",
                "enable.auto.commit",
                "transactional.id",
                "group.id",
                "auto.offset.reset"
            })
    void refusesWhatExactlyOnceDeliveryRestsOn(String key) {
        // Then
        assertThatThrownBy(() -> config("kafka." + key, "x"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("kafka." + key)
                .hasMessageContaining("leave it out: ");
    }

    @Test
    void waitsTenSecondsForAnInstanceThatIsDeadUnlessToldOtherwise() {
        // Then
        assertThat(config().consumer()).containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        assertThat(config("kafka.session.timeout.ms", "6000").consumer())
                .containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");
        assertThat(config("kafka.group.protocol", "consumer").consumer())
                .doesNotContainKey(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
    }

    @Test
    void namesGroupAndTransactionsAfterTheInstallation() {
        // When
        SinkConfig config = config("topic.prefix", "test.", "sink.instance.id", "one");

        // Then
        assertThat(config.consumer()).containsEntry(ConsumerConfig.GROUP_ID_CONFIG, "test.depeche-sink");
        assertThat(config.producer()).containsEntry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test.depeche-sink-one");
    }

    @Test
    void givesEachInstanceATransactionalIdOfItsOwnThatProducersMadeAnewKeep() {
        // Given
        SinkConfig one = config("sink.group.id", "g");
        SinkConfig other = config("sink.group.id", "g");

        // Then
        assertThat(one.transactionalId()).startsWith("g-").isNotEqualTo(other.transactionalId());
        assertThat(one.producer()).isEqualTo(one.producer());
    }

    @Test
    void readsCommittedRecordsFromTheEarliestAndCommitsNothingByItself() {
        // When
        Map<String, Object> consumer = config().consumer();

        // Then
        assertThat(consumer)
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest")
                .containsEntry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)
                .containsEntry(
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
    }

    @Test
    void canProduceTheLargestDeadLetter() {
        // Then
        assertThat(config().producer())
                .containsEntry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.STATEMENTS_DEAD_LETTER.maxMessageBytes());
    }

    @Test
    void leavesTheAssignorToTheBrokerUnderTheConsumerProtocol() {
        // When
        Map<String, Object> consumer =
                config("kafka.group.protocol", "consumer").consumer();

        // Then
        assertThat(consumer).doesNotContainKey(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);
    }

    @Test
    void handsOnWhatElseIsSetForKafka() {
        // When
        SinkConfig config = config("kafka.security.protocol", "SSL", "kafka.linger.ms", "0");

        // Then
        assertThat(config.consumer()).containsEntry("security.protocol", "SSL");
        assertThat(config.producer()).containsEntry("security.protocol", "SSL").containsEntry("linger.ms", "0");
    }

    @Test
    void sendsWithTheCommitWhatNobodySeesBefore() {
        // Then
        assertThat(config("sink.commit.interval.ms", "20").producer()).containsEntry("linger.ms", 20);
        assertThat(config("sink.commit.interval.ms", "5000").producer())
                .as("some of the work before a commit that is far off")
                .containsEntry("linger.ms", 1_000);
    }

    @Test
    void refusesACommitIntervalThatTheTransactionTimeoutDoesNotAllow() {
        // Then
        assertThatThrownBy(() -> config("sink.commit.interval.ms", "60000"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("sink.commit.interval.ms");
    }
}
