// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.replay;

import io.depeche.schemas.config.ConnectionConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads single records where they were read when they failed. For one thread. */
final class OriginalRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;

    OriginalRecords(ConnectionConfig config) {
        Map<String, Object> settings = config.kafka();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The record that failed; nothing where retention or compaction has taken it. */
    Optional<ConsumerRecord<byte[], byte[]>> of(DeadLetter letter) {
        TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
        consumer.assign(List.of(partition));
        long first = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (letter.offset() < first || letter.offset() >= end) {
            return Optional.empty();
        }
        consumer.seek(partition, letter.offset());
        while (consumer.position(partition) <= letter.offset()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return record.offset() == letter.offset() ? Optional.of(record) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
