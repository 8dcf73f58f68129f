// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import io.depeche.ingest.publish.IngestListener;
import io.depeche.schemas.Backoff;
import io.depeche.schemas.ThreadEnd;
import io.depeche.schemas.access.Access;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of ingest.cursors that this instance owns, from its assignment to its revocation, in a thread of its own.
 *
 * <p>Its transactional id is made of the partition's number. So whoever opens it first ends what another owner has left
 * open, and from then on that one is fenced: a process that was frozen and doesn't know that its sources have moved can't
 * commit anything. Then it reads what is committed and lets the sources run. After trouble with Kafka it isn't known what
 * was committed, so it begins anew, with the sources in the state that the topic has.
 */
final class CursorPartition implements AutoCloseable, Shares.Share {

    private static final Logger LOG = LoggerFactory.getLogger(CursorPartition.class);

    private static final long MOST_BYTES_IN_A_TRANSACTION = 8L * 1024 * 1024;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration ORDERLY_END = Duration.ofMillis(1_000);
    private static final ThreadEnd END = new ThreadEnd(ORDERLY_END, Duration.ofMillis(500));

    /**
     * What all partitions of an instance share.
     *
     * @param partitions how many there are
     * @param largestRecord in bytes
     * @param records makes them
     * @param reader of what is committed
     * @param listener hears what becomes of statements
     * @param limits of what is remembered of a source
     * @param clock tells when items were seen
     */
    record Equipment(
            int partitions,
            long largestRecord,
            CursorRecords records,
            CursorReader reader,
            IngestListener listener,
            SeenLimits limits,
            Clock clock) {}

    private final int number;
    private final Equipment equipment;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Shares.Holder holder;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile CursorSession session;

    CursorPartition(
            int number, Equipment equipment, Supplier<Producer<byte[], byte[]>> producers, Shares.Holder holder) {
        this.number = number;
        this.equipment = equipment;
        this.producers = producers;
        this.holder = holder;
        this.thread = new Thread(this::run, "ingest-cursors-" + number);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean isOpen() {
        return session != null;
    }

    @Override
    public boolean holds(String source) {
        return CursorKey.partition(source, equipment.partitions()) == number;
    }

    @Override
    public TrackedDelivery delivery(String source) {
        CursorSession current = session;
        if (current == null) {
            throw new DeliveryEndedException(source);
        }
        return new TrackedDelivery(source, current, equipment.listener(), equipment.limits(), equipment.clock());
    }

    /** Ends the sources, commits what they have handed over where Kafka answers, and ends. */
    @Override
    public void close() {
        if (closing.getCount() > 0 && session != null) {
            holder.closed(this);
        }
        closing.countDown();
        END.await(thread);
    }

    private void run() {
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        Duration pause = Duration.ZERO;
        try {
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                long before = System.nanoTime();
                try {
                    open();
                } catch (KafkaException e) {
                    if (isForGood(e)) {
                        throw e;
                    }
                    if (System.nanoTime() - before > LONGEST_PAUSE.toNanos()) {
                        backoff.reset();
                    }
                    pause = backoff.next();
                    LOG.warn(
                            "sources of partition {} begin anew where they were committed, in {} ms: {}",
                            number,
                            pause.toMillis(),
                            e.toString());
                }
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("partition {} was given up", number, e);
        } catch (RuntimeException | Error e) {
            if (closing.getCount() > 0) {
                holder.failed(e);
            }
        }
    }

    private void open() throws InterruptedException {
        Producer<byte[], byte[]> producer = producers.get();
        boolean orderly = false;
        try {
            producer.initTransactions();
            CursorSession opened = new CursorSession(
                    number,
                    equipment.largestRecord(),
                    equipment.records(),
                    equipment.reader().read(number));
            session = opened;
            try {
                holder.opened(this);
                write(opened, new CursorTransaction(producer, equipment.listener()));
                orderly = true;
            } finally {
                session = null;
                opened.end();
                holder.closed(this);
            }
        } finally {
            producer.close(orderly ? ORDERLY_END : Duration.ZERO);
        }
    }

    private void write(CursorSession opened, CursorTransaction transaction) throws InterruptedException {
        boolean last;
        do {
            // First whether it ends, then what waits: what is handed over before the end is written.
            last = closing.getCount() == 0;
            List<Batch> batches = opened.next(MOST_BYTES_IN_A_TRANSACTION);
            if (!batches.isEmpty()) {
                write(batches, transaction);
            }
            last = last && batches.isEmpty();
        } while (!last);
    }

    /** What is out of the queue when it fails has nobody else to tell its source. */
    private static void write(List<Batch> batches, CursorTransaction transaction) {
        try {
            transaction.write(batches);
        } catch (RuntimeException | Error e) {
            batches.forEach(batch -> batch.done().completeExceptionally(e));
            throw e;
        }
    }

    private static boolean isForGood(KafkaException e) {
        return Access.isRefusal(e) || e instanceof UnsupportedVersionException;
    }
}
