// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transaction that outputs and offsets are gathered in, one after the other on the same transactional id, and the
 * producer behind it, which is made anew where Kafka has given up the old one.
 *
 * <p>After any exception the transaction must be {@linkplain #abandon() abandoned} before anything else. For one
 * thread.
 */
final class DeliveryTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTransaction.class);
    private static final Duration FAREWELL = Duration.ofMillis(250);

    private enum State {
        IDLE,
        OPEN,
        /** How the last transaction ended only the coordinator knows, or there is no producer yet. */
        IN_DOUBT
    }

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Clock clock;
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private State state = State.IN_DOUBT;
    private Producer<byte[], byte[]> producer;
    private Instant begunAt;
    private int deliveries;

    DeliveryTransaction(Supplier<Producer<byte[], byte[]>> producers, Clock clock) {
        this.producers = producers;
        this.clock = clock;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** How many records that were read are in it, the last one perhaps in part where an exception has come. */
    int deliveries() {
        return deliveries;
    }

    /** Time since its first record; the clock may have been set back meanwhile, which counts as any amount of time. */
    Duration age() {
        Duration age = Duration.between(begunAt, clock.instant());
        return age.isNegative() ? Duration.ofDays(1) : age;
    }

    /** What is to be committed, by partition: the offset of the next record to read. */
    Map<TopicPartition, OffsetAndMetadata> offsets() {
        return Map.copyOf(offsets);
    }

    /** Takes up all outputs of a record, and that it has been read; begins the transaction with the first. */
    void add(ConsumerRecord<byte[], byte[]> read, List<ProducerRecord<byte[], byte[]>> outputs, Callback callback) {
        if (state != State.OPEN) {
            begin();
        }
        deliveries++;
        outputs.forEach(output -> producer.send(output, callback));
        // Behind the last send: an offset in here stands for a record whose outputs are all in here too.
        offsets.put(
                new TopicPartition(read.topic(), read.partition()),
                new OffsetAndMetadata(read.offset() + 1, read.leaderEpoch(), ""));
    }

    /** Takes up that the consumer is further, behind transaction markers, so that the group shows no lag. */
    void advance(Map<TopicPartition, OffsetAndMetadata> positions) {
        if (state == State.OPEN) {
            offsets.putAll(positions);
        }
    }

    /**
     * Commits outputs and offsets as one; only where it is open.
     *
     * @param written the {@link #offsets()}, with what is to stand beside them
     * @param member the consumer as the group knows it now: Kafka refuses offsets of a member that has been replaced,
     *     and with them the outputs
     */
    void commit(Map<TopicPartition, OffsetAndMetadata> written, ConsumerGroupMetadata member) {
        // A producer that fails over its outputs while it sends offsets leaves these unanswered until max.block.ms is
        // over.
        producer.flush();
        producer.sendOffsetsToTransaction(written, member);
        try {
            producer.commitTransaction();
        } catch (TimeoutException | InterruptException e) {
            // It may have been committed all the same: Kafka forbids an abort from here on.
            state = State.IN_DOUBT;
            throw e;
        }
        reset();
    }

    /**
     * Sees to it that nothing is open and a producer is there. What was open is aborted; what is in doubt is decided by
     * the coordinator when a new producer of the same transactional id reports to it: it completes a commit that has
     * begun, aborts anything else, and shuts out the old producer. The group's committed offsets then say which.
     */
    void abandon() {
        if (state == State.OPEN) {
            abort();
        }
        if (state == State.IN_DOUBT) {
            restart();
        }
    }

    /** Aborts what is open, so that readers need not wait for its timeout, and closes the producer. */
    void close() {
        if (state == State.OPEN) {
            abort();
        }
        closeProducer(FAREWELL);
    }

    private void begin() {
        state = State.IN_DOUBT;
        producer.beginTransaction();
        state = State.OPEN;
        begunAt = clock.instant();
    }

    private void abort() {
        try {
            producer.abortTransaction();
            reset();
        } catch (KafkaException e) {
            // Fenced, or its transaction timed out: the coordinator has aborted it or will when it hears of the next.
            LOG.info("the open transaction can't be aborted by its producer ({}); a new one will", e.toString());
            state = State.IN_DOUBT;
        }
    }

    private void restart() {
        // At once: what the old producer still holds belongs to a transaction that is given up.
        closeProducer(Duration.ZERO);
        producer = producers.get();
        producer.initTransactions();
        reset();
    }

    private void reset() {
        state = State.IDLE;
        offsets.clear();
        deliveries = 0;
    }

    private void closeProducer(Duration timeout) {
        Producer<byte[], byte[]> old = producer;
        producer = null;
        if (old != null) {
            old.close(timeout);
        }
    }
}
