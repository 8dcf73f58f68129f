// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.depeche.ingest.publish.StatementPublisher;
import io.depeche.ingest.publish.StatementRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands batches to Kafka in a thread of its own: the producer may hold its caller up for as long as Kafka is away, and
 * a client shall get its answer before that. Thread-safe.
 */
final class Sender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final StatementPublisher publisher;
    private final Duration confirmTimeout;
    private final BlockingQueue<Batch> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger overdue = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "push-sender");

    Sender(StatementPublisher publisher, Duration confirmTimeout) {
        this.publisher = publisher;
        this.confirmTimeout = confirmTimeout;
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether Kafka has yet to confirm what somebody has waited for in vain. */
    boolean isAway() {
        return overdue.get() > 0;
    }

    /**
     * Sends a batch and waits for word of it.
     *
     * @throws Problem where Kafka has not confirmed all of it in time
     */
    void send(Batch batch) throws Problem, InterruptedException {
        queue.add(batch);
        if (!batch.await(confirmTimeout)) {
            batch.abandon();
            overdue.incrementAndGet();
            batch.done().whenComplete((nothing, never) -> overdue.decrementAndGet());
            throw unknown("Kafka has not confirmed the statements within " + confirmTimeout.toMillis() + " ms");
        }
        Optional<Throwable> failure = batch.failure();
        if (failure.isPresent()) {
            LOG.warn("statements posted could not be published", failure.get());
            throw unknown("Kafka has not taken all of the statements");
        }
    }

    private static Problem unknown(String detail) {
        return Problem.away(
                detail + ", and may have some of them",
                "send all of it again later: the statements keep their ids, so that none counts twice");
    }

    private void run() {
        try {
            while (true) {
                hand(queue.take());
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("no statements are sent any more", e);
        }
    }

    private void hand(Batch batch) {
        List<StatementRecord> statements = batch.statements();
        for (int i = 0; i < statements.size(); i++) {
            int index = i;
            if (batch.isAbandoned()) {
                batch.settle(index, Optional.empty(), new RejectedExecutionException("nobody waits for it"));
                continue;
            }
            try {
                publisher.publish(statements.get(i), (refusal, failure) -> batch.settle(index, refusal, failure));
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                batch.settle(index, Optional.empty(), e);
            }
        }
    }

    /** Sends nothing more; what is waiting gets no word. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
