// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import io.depeche.schemas.Backoff;
import io.depeche.schemas.RecentFailures;
import io.depeche.schemas.config.DeadLetterLimit;
import io.depeche.schemas.topic.DeadLetters;
import io.depeche.schemas.topic.FailedRecord;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads statements.annotated, writes what comes of it, and commits both as one: the loop that delivers every statement
 * exactly once.
 *
 * <p>Two facts carry the guarantee. Outputs and the offsets of what they were made of are in the same transaction, so
 * that either both count or neither. And after anything that went wrong, whatever it was, the transaction is abandoned
 * and reading starts again from the offsets that the group has committed, which are the truth about what counts; what
 * the loop remembers is not. Nothing is lost, for a record that does not count is read again; nothing comes twice, for
 * one that counts is not.
 *
 * <p>{@link #run()} belongs to one thread; {@link #stop()} may come from any.
 */
final class DeliveryLoop implements ConsumerRebalanceListener {

    /** Records read, after which a transaction is committed before its time; it bounds what a failure repeats. */
    static final int MOST_DELIVERIES = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final Duration IDLE_POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** See {@link io.depeche.schemas.topic.DeadLetterHeaders#STAGE}. */
    private static final String STAGE = "sink";

    private static final Duration FAREWELL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final DeliveryTransaction transaction;
    private final Delivery delivery;
    private final DeadLetters deadLetters;
    private final Refusals refusals = new Refusals();
    private final Ledger ledger;
    private final Clock clock;
    private final String source;
    private final Duration commitInterval;
    private final Backoff backoff;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** At first, too: it is what makes the producer, with the same patience. */
    private volatile boolean recoveryDue = true;

    private volatile boolean assigned;

    /** Of the records that count, for one whose transaction fails is read again. */
    private RecentFailures committedFailures;

    /** Of those and the ones in the open transaction. */
    private RecentFailures failures;

    /**
     * Closes consumer, producers, delivery and ledger when {@link #run()} ends.
     *
     * @param firstPause after a failure, doubled with each that follows until a commit succeeds
     */
    DeliveryLoop(
            Consumer<byte[], byte[]> consumer,
            Supplier<Producer<byte[], byte[]>> producers,
            Delivery delivery,
            Topics topics,
            Duration commitInterval,
            DeadLetterLimit deadLetterLimit,
            Duration firstPause,
            Clock clock,
            Ledger ledger) {
        this.consumer = consumer;
        this.clock = clock;
        this.ledger = ledger;
        this.transaction = new DeliveryTransaction(producers, clock);
        this.delivery = delivery;
        this.deadLetters = new DeadLetters(topics.name(Topic.STATEMENTS_DEAD_LETTER), clock);
        this.source = topics.name(Topic.STATEMENTS_ANNOTATED);
        this.commitInterval = commitInterval;
        this.backoff = new Backoff(firstPause, LONGEST_PAUSE);
        this.committedFailures = new RecentFailures(deadLetterLimit);
        this.failures = committedFailures.copy();
    }

    /**
     * Delivers until {@link #stop()}.
     *
     * @throws KafkaException where waiting does not help: a missing right, a broker that is too old, a registry that
     *     refuses the schemas, more dead letters than the limit allows
     */
    void run() {
        try {
            consumer.subscribe(List.of(source), this);
            while (!isStopped()) {
                turn();
            }
            commitLast();
        } finally {
            close();
        }
    }

    /** Has {@link #run()} end, once it has committed what it has taken up completely. */
    void stop() {
        stopped.countDown();
        consumer.wakeup();
    }

    /** Why it doesn't read and write, where it does not; from any thread. */
    List<String> obstacles() {
        if (isStopped()) {
            return List.of("it ends");
        }
        if (recoveryDue) {
            return List.of("it waits for Kafka, to go on from what is committed");
        }
        return assigned ? List.of() : List.of("no partition of " + source + " is assigned to it");
    }

    /** One round: recover if need be, read, deliver, commit if it is time. */
    void turn() {
        try {
            if (recoveryDue) {
                recover();
            }
            ConsumerRecords<byte[], byte[]> records = poll();
            if (recoveryDue) {
                // Partitions were lost while polling. What came along lies behind records that are to be read again.
                return;
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (isStopped()) {
                    return;
                }
                deliver(record);
            }
            transaction.advance(records.nextOffsets());
            if (isCommitDue()) {
                commit();
            }
        } catch (WakeupException e) {
            // Only stop() wakes the consumer, and only where nothing is half done: the loop sees it next.
            LOG.debug("woken up to stop");
        } catch (KafkaException e) {
            recoveryDue = true;
            if (!isStopped()) {
                if (isFinal(e)) {
                    throw e;
                }
                pauseAfter(e);
            }
        }
    }

    /**
     * Commits before partitions go to another member: what is delivered of them must be known by then. A failure goes
     * to the caller of poll.
     */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!recoveryDue) {
            recoveryDue = true;
            commit();
            recoveryDue = false;
        }
        giveUp(partitions);
    }

    /**
     * The partitions have another reader already, which started at the last commit: to commit now would deliver twice.
     * (The default of this method is to call {@link #onPartitionsRevoked}.)
     */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        if (transaction.isOpen()) {
            recoveryDue = true;
        }
        giveUp(partitions);
    }

    /** What is known of refusals is from before another member had them. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        refusals.removeIf(origin -> partitions.contains(origin.partition()));
        if (!partitions.isEmpty()) {
            assigned = true;
            goOnFromCommitted(partitions);
        }
        LOG.info("partitions assigned: {}", partitions);
    }

    /** Waits until what another has under way with the partitions has ended. */
    private void goOnFromCommitted(Collection<TopicPartition> partitions) {
        boolean before = recoveryDue;
        recoveryDue = true;
        ledger.goOnFrom(partitions, consumer.committed(Set.copyOf(partitions)));
        recoveryDue = before;
    }

    private void giveUp(Collection<TopicPartition> partitions) {
        ledger.giveUp(partitions);
        Set<TopicPartition> left = new HashSet<>(consumer.assignment());
        left.removeAll(partitions);
        assigned = !left.isEmpty();
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        Duration left = transaction.isOpen() ? commitInterval.minus(transaction.age()) : IDLE_POLL;
        try {
            return consumer.poll(left.isNegative() ? Duration.ZERO : left);
        } catch (FencedInstanceIdException e) {
            throw new DeliveryStoppedException(
                    "another member of the group has taken over kafka.group.instance.id; give each instance its own",
                    e);
        }
    }

    private void deliver(ConsumerRecord<byte[], byte[]> record) {
        Origin origin = Origin.of(record);
        Optional<Refusals.Standing> standing = refusals.of(origin);
        boolean isSuspect = standing.isPresent() && standing.get().isSuspect();
        if (isSuspect) {
            commit();
        }
        takeUp(record, origin, standing);
        if (isSuspect) {
            commit();
        }
    }

    private void takeUp(ConsumerRecord<byte[], byte[]> record, Origin origin, Optional<Refusals.Standing> standing) {
        Route route = standing.isEmpty() ? Route.OUTPUT : openRoute(origin, standing.get());
        try {
            Delivery.Outputs made = delivery.of(record);
            if (route == Route.OUTPUT) {
                transaction.add(record, made.outputs(), reporting(origin, route, Optional.empty()));
                ledger.delivered(origin.partition(), made.since().toEpochMilli());
                failures.succeeded();
            } else {
                bury(record, origin, standing.orElseThrow().reason(), route);
            }
        } catch (UndeliverableException e) {
            bury(record, origin, e.reason(), route == Route.OUTPUT ? Route.DEAD_LETTER : route);
        }
    }

    private void bury(ConsumerRecord<byte[], byte[]> record, Origin origin, Exception reason, Route route) {
        failures.failed(origin + ": " + reason).ifPresent(tooMany -> {
            throw new DeliveryStoppedException(tooMany, reason);
        });
        LOG.warn("{} goes to the dead letters: {}", origin, reason.toString());
        FailedRecord failed = FailedRecord.of(record);
        ProducerRecord<byte[], byte[]> letter =
                deadLetters.of(route == Route.DEAD_LETTER ? failed : failed.withoutValue(), STAGE, reason);
        transaction.add(record, List.of(letter), reporting(origin, route, Optional.of(reason)));
        ledger.buried(origin.partition(), reason);
    }

    private static Route openRoute(Origin origin, Refusals.Standing standing) {
        return standing.route()
                .orElseThrow(() -> new DeliveryStoppedException(
                        origin
                                + " can't be kept on the dead-letter topic even without its value; raise max.message.bytes"
                                + " of that topic and kafka.max.request.size: " + standing.reason(),
                        standing.reason()));
    }

    /**
     * Runs on the producer's thread. Other failures than those of the record need no note: the commit that follows
     * fails with them.
     */
    private Callback reporting(Origin origin, Route route, Optional<Exception> reason) {
        return (metadata, failure) -> {
            if (failure != null && Refusals.isOfTheRecord(failure)) {
                refusals.report(origin, route, reason.orElse(failure));
            }
        };
    }

    private boolean isCommitDue() {
        return transaction.isOpen()
                && (transaction.deliveries() >= MOST_DELIVERIES
                        || transaction.age().compareTo(commitInterval) >= 0);
    }

    private void commit() {
        if (!transaction.isOpen()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> committed = transaction.offsets();
        transaction.commit(ledger.written(committed), consumer.groupMetadata());
        ledger.committed(clock.millis());
        backoff.reset();
        committedFailures = failures.copy();
        refusals.removeIf(origin -> committed.containsKey(origin.partition())
                && origin.offset() < committed.get(origin.partition()).offset());
    }

    private void recover() {
        int deliveries = transaction.deliveries();
        // In this order: only when the transaction is decided have all refusals come in, and do the committed offsets
        // stand.
        transaction.abandon();
        ledger.abandon();
        failures = committedFailures.copy();
        refusals.judge(deliveries);
        rewind();
        recoveryDue = false;
    }

    private void rewind() {
        Set<TopicPartition> mine = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(mine);
        ledger.goOnFrom(mine, committed);
        for (TopicPartition partition : mine) {
            OffsetAndMetadata next = committed.get(partition);
            if (next == null) {
                // One by one, for to Kafka none would mean all.
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, next);
            }
        }
    }

    private void pauseAfter(KafkaException e) {
        Duration pause = backoff.next();
        LOG.warn(
                "delivery from {} failed; the open transaction ({} records read) is given up, and they are read again"
                        + " in {} ms: {}",
                source,
                transaction.deliveries(),
                pause.toMillis(),
                causes(e));
        try {
            stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    private static String causes(Throwable e) {
        return e.getCause() == null ? e.toString() : e + "; caused by " + causes(e.getCause());
    }

    /** Whether the same would come again however long one waits. */
    private static boolean isFinal(Throwable e) {
        return e instanceof DeliveryStoppedException
                || e instanceof ConfigException
                || (e instanceof InvalidConfigurationException && !(e instanceof RecordBatchTooLargeException))
                || (e.getCause() != null && isFinal(e.getCause()));
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** What is in the open transaction is complete, for records are taken up whole, unless something went wrong. */
    private void commitLast() {
        if (recoveryDue) {
            return;
        }
        try {
            commit();
        } catch (KafkaException e) {
            LOG.warn(
                    "the last transaction was not committed; its {} records are delivered after the next start: {}",
                    transaction.deliveries(),
                    causes(e));
        }
    }

    private void close() {
        try (ledger;
                delivery) {
            takeDownInterrupt();
            transaction.close();
        } finally {
            takeDownInterrupt();
            consumer.close(CloseOptions.timeout(FAREWELL));
        }
    }

    /** Whoever interrupted wanted an end, which this is; with the flag up the clients could not take their leave. */
    private static void takeDownInterrupt() {
        if (Thread.interrupted()) {
            LOG.info("interrupted; taking leave of Kafka");
        }
    }
}
