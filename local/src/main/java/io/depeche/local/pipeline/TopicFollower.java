// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.pipeline;

import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics as a subscriber does, committed records only, but without a group: it begins where it is told and
 * commits nothing. For one thread.
 */
public final class TopicFollower implements AutoCloseable {

    /** Where to begin. */
    public enum From {
        BEGINNING,
        END
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> begun;

    /** Begins to follow these topics, which have to exist. */
    public TopicFollower(ConnectionConfig config, Collection<Topic> topics, From from) {
        Map<String, Object> settings = config.kafka();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Set<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(config.topics().name(topic)).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        this.begun = from == From.END ? consumer.endOffsets(partitions) : consumer.beginningOffsets(partitions);
        begun.forEach(consumer::seek);
    }

    /** The next records, in the order of each partition; empty where none came in time. */
    public Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration timeout) {
        return consumer.poll(timeout);
    }

    /** Whether all that is committed now of a topic has been polled. */
    public boolean isCaughtUp(String topic) {
        Set<TopicPartition> partitions = consumer.assignment().stream()
                .filter(partition -> partition.topic().equals(topic))
                .collect(Collectors.toSet());
        return consumer.endOffsets(partitions).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /**
     * The last record of each of these keys that was on a topic before this follower began; the follower goes on where
     * it was.
     *
     * @param wanted keys, as text
     */
    public Map<String, ConsumerRecord<byte[], byte[]>> earlier(String topic, Set<String> wanted) {
        List<TopicPartition> partitions = begun.keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
        Map<TopicPartition, Long> resume = new HashMap<>();
        partitions.forEach(partition -> resume.put(partition, consumer.position(partition)));
        Map<String, ConsumerRecord<byte[], byte[]>> last = new HashMap<>();
        consumer.seekToBeginning(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < begun.get(partition))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                Optional<String> key = Keys.text(record).filter(wanted::contains);
                key.ifPresent(id -> last.put(id, record));
            }
        }
        resume.forEach(consumer::seek);
        return last;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
