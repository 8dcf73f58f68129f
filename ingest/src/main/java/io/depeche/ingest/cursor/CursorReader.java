// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import io.depeche.event.SourceCursor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the sources of a partition have seen, as it is committed now. Thread-safe. */
final class CursorReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CursorReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SILENCE_AT_MOST = Duration.ofSeconds(30);

    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<SourceCursor> cursors;

    /**
     * @param consumers read_committed, of no group; each is closed here
     * @param cursors thread-safe; closed with this
     */
    CursorReader(String topic, Supplier<Consumer<byte[], byte[]>> consumers, Deserializer<SourceCursor> cursors) {
        this.topic = topic;
        this.consumers = consumers;
        this.cursors = cursors;
    }

    /**
     * After the transactions of whoever wrote the partition before have ended, which a producer's
     * {@code initTransactions} sees to.
     *
     * @return id of each source that was ever here -> its memory
     * @throws KafkaException where it can't be read to its end
     */
    Map<String, SourceMemory> read(int partition) {
        TopicPartition wanted = new TopicPartition(topic, partition);
        Map<String, SourceMemory> memories = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(wanted));
            consumer.seekToBeginning(List.of(wanted));
            long end = consumer.endOffsets(List.of(wanted)).get(wanted);
            long heardAt = System.nanoTime();
            for (long at = consumer.position(wanted); at < end; at = consumer.position(wanted)) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    replay(message, memories);
                }
                if (consumer.position(wanted) > at) {
                    heardAt = System.nanoTime();
                } else if (System.nanoTime() - heardAt > SILENCE_AT_MOST.toNanos()) {
                    throw new KafkaException(wanted + " gives nothing behind offset " + at + " of " + end);
                }
            }
        }
        return memories;
    }

    private void replay(ConsumerRecord<byte[], byte[]> message, Map<String, SourceMemory> memories) {
        Optional<CursorKey> parsed = CursorKey.parse(message.key());
        if (parsed.isEmpty()) {
            LOG.warn(
                    "{}-{} has at offset {} a key that is no cursor's; it is left out",
                    topic,
                    message.partition(),
                    message.offset());
            return;
        }
        CursorKey key = parsed.get();
        SourceMemory memory = memories.computeIfAbsent(key.source(), none -> new SourceMemory());
        if (message.value() != null) {
            memory.replay(cursors.deserialize(topic, message.value()));
        } else {
            key.item().ifPresent(memory.seen()::remove);
        }
    }

    @Override
    public void close() {
        cursors.close();
    }
}
