// SPDX-License-Identifier: Apache-2.0
package io.depeche.local;

import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** A topic as a subscriber sees it: a plain consumer of a group, read_committed, from the beginning. For one thread. */
public final class Subscriber<V> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<String, V> consumer;
    private final List<ConsumerRecord<String, V>> records = new ArrayList<>();

    private Subscriber(ConnectionConfig config, Topic topic, Deserializer<V> values) {
        Map<String, Object> settings = config.kafka();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "subscriber-" + System.nanoTime());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values);
        consumer.subscribe(List.of(config.topics().name(topic)));
    }

    public static <T extends SpecificRecord> Subscriber<T> of(ConnectionConfig config, Topic topic, Class<T> type) {
        return new Subscriber<>(config, topic, config.valueDeserializer(type));
    }

    public static Subscriber<byte[]> ofBytes(ConnectionConfig config, Topic topic) {
        return new Subscriber<>(config, topic, new ByteArrayDeserializer());
    }

    /** Waits until what has come so far is as wanted, and returns it. */
    public List<ConsumerRecord<String, V>> await(Predicate<List<ConsumerRecord<String, V>>> wanted) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            return wanted.test(records);
        });
        return List.copyOf(records);
    }

    /** Waits for so many records, and returns their values. */
    public List<V> awaitValues(int count) {
        return await(all -> all.size() >= count).stream()
                .map(ConsumerRecord::value)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
