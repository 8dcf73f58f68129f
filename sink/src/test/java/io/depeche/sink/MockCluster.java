// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka as the delivery loop sees it: a log to read that stays when it has been read, and transactions that make outputs
 * and offsets count together. The clients are Kafka's own mocks, with what they leave out: records can be read again
 * after a rewind, committed offsets reach the consumer, and a failed send fails the transaction, with the same exception
 * for all other sends in it that Kafka has not confirmed.
 */
final class MockCluster {

    /** What goes wrong at a commit. */
    enum CommitFault {
        FENCED,
        OFFSETS_REFUSED,
        TIMEOUT_WITHOUT_EFFECT,
        TIMEOUT_AFTER_EFFECT
    }

    final LogConsumer consumer = new LogConsumer();
    final List<LogProducer> producers = new ArrayList<>();
    final List<ProducerRecord<byte[], byte[]>> committed = new ArrayList<>();
    final Map<TopicPartition, OffsetAndMetadata> committedOffsets = new HashMap<>();
    /** Answers each send: null takes the record, an exception refuses it. */
    BiFunction<LogProducer, ProducerRecord<byte[], byte[]>, RuntimeException> answer = (producer, record) -> null;

    /** Whether an answer comes only while the producer waits for it, as where it lingers until the commit. */
    boolean answersLate;

    CommitFault nextCommit;
    RuntimeException nextInit;
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> log = new HashMap<>();

    ConsumerRecord<byte[], byte[]> append(
            TopicPartition to, byte[] key, byte[] value, long timestamp, Headers headers) {
        List<ConsumerRecord<byte[], byte[]>> records = log.computeIfAbsent(to, partition -> new ArrayList<>());
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                to.topic(),
                to.partition(),
                records.size(),
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.of(3));
        records.add(record);
        return record;
    }

    void assign(TopicPartition... partitions) {
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        List.of(partitions).forEach(partition -> beginnings.put(partition, 0L));
        consumer.updateBeginningOffsets(beginnings);
        consumer.rebalance(List.of(partitions));
    }

    /** Has another member of the group deliver a partition from its committed offset to its end. */
    List<ConsumerRecord<byte[], byte[]>> deliverElsewhere(TopicPartition partition) {
        List<ConsumerRecord<byte[], byte[]>> records = log.getOrDefault(partition, List.of());
        OffsetAndMetadata from = committedOffsets.getOrDefault(partition, new OffsetAndMetadata(0));
        committedOffsets.put(partition, new OffsetAndMetadata(records.size()));
        consumer.commitSync(committedOffsets);
        return records.subList((int) from.offset(), records.size());
    }

    LogProducer newProducer() {
        LogProducer producer = new LogProducer();
        producer.initTransactionException = nextInit;
        nextInit = null;
        producers.add(producer);
        return producer;
    }

    List<ProducerRecord<byte[], byte[]>> committedTo(String topic) {
        return committed.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    LogProducer producer() {
        return producers.get(producers.size() - 1);
    }

    /** A consumer that finds at its position what the log has there. */
    final class LogConsumer extends MockConsumer<byte[], byte[]> {

        /** Offsets behind the last record that transaction markers take. */
        int markers;

        boolean interruptedAtClose;

        /** The most that one poll returns of a partition. */
        int mostPolled = Integer.MAX_VALUE;

        private LogConsumer() {
            super("earliest");
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            for (TopicPartition partition : assignment()) {
                List<ConsumerRecord<byte[], byte[]>> records = log.getOrDefault(partition, List.of());
                records.stream().skip(position(partition)).limit(mostPolled).forEach(this::addRecord);
            }
            ConsumerRecords<byte[], byte[]> polled = super.poll(timeout);
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition =
                    new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
            Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
            polled.partitions().forEach(partition -> {
                byPartition.put(partition, polled.records(partition));
                next.put(partition, new OffsetAndMetadata(position(partition) + markers));
            });
            return new ConsumerRecords<>(byPartition, next);
        }

        @Override
        public void close(CloseOptions options) {
            interruptedAtClose = Thread.currentThread().isInterrupted();
            super.close(options);
        }
    }

    /** A producer whose commits count, in which a send that failed keeps the transaction from being committed. */
    final class LogProducer extends MockProducer<byte[], byte[]> {

        private final List<Callback> unconfirmed = new ArrayList<>();
        private final List<Runnable> late = new ArrayList<>();
        private RuntimeException doomed;

        private LogProducer() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            refuseWhereDoomed();
            RuntimeException refusal = answer.apply(this, record);
            if (refusal == null) {
                unconfirmed.add(callback);
                return super.send(record, null);
            }
            late.add(() -> {
                doomed = refusal;
                callback.onCompletion(null, refusal);
            });
            if (!answersLate) {
                flush();
            }
            return CompletableFuture.failedFuture(refusal);
        }

        @Override
        public synchronized void flush() {
            late.forEach(Runnable::run);
            late.clear();
            super.flush();
        }

        @Override
        public void commitTransaction() {
            flush();
            if (doomed != null) {
                throw new KafkaException(
                        "Cannot execute transactional method because we are in an error state", doomed);
            }
            CommitFault fault = nextCommit;
            nextCommit = null;
            if (fault == CommitFault.FENCED) {
                fenceProducer();
            }
            if (fault == CommitFault.TIMEOUT_WITHOUT_EFFECT) {
                throw inDoubt();
            }
            List<ProducerRecord<byte[], byte[]>> outputs = uncommittedRecords();
            super.commitTransaction();
            unconfirmed.clear();
            committed.addAll(outputs);
            lastCommittedOffsets().forEach(committedOffsets::put);
            consumer.commitSync(committedOffsets);
            if (fault == CommitFault.TIMEOUT_AFTER_EFFECT) {
                throw inDoubt();
            }
        }

        @Override
        public void sendOffsetsToTransaction(
                Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata member) {
            if (nextCommit == CommitFault.OFFSETS_REFUSED) {
                nextCommit = null;
                throw new CommitFailedException("unknown member");
            }
            refuseWhereDoomed();
            if (!late.isEmpty()) {
                // A producer that fails meanwhile does not send it any more, and does not say so.
                throw new TimeoutException("Timeout expired after 60000ms while awaiting TxnOffsetCommitHandler");
            }
            super.sendOffsetsToTransaction(offsets, member);
        }

        @Override
        public void abortTransaction() {
            super.abortTransaction();
            RuntimeException reason = doomed == null ? new TransactionAbortedException() : doomed;
            unconfirmed.forEach(callback -> callback.onCompletion(null, reason));
            unconfirmed.clear();
            doomed = null;
        }

        private void refuseWhereDoomed() {
            if (doomed != null) {
                throw new KafkaException(
                        "Cannot execute transactional method because we are in an error state", doomed);
            }
        }

        /** From here on Kafka's producer takes nothing but a repeated commit, or to be closed. */
        private RuntimeException inDoubt() {
            abortTransactionException = new IllegalStateException("the commit timed out and must be retried");
            return new TimeoutException("no answer to the commit");
        }

        private Map<TopicPartition, OffsetAndMetadata> lastCommittedOffsets() {
            List<Map<String, Map<TopicPartition, OffsetAndMetadata>>> history = consumerGroupOffsetsHistory();
            return history.get(history.size() - 1).values().iterator().next();
        }
    }
}
