// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.ingest.cursor.DeliveryEndedException;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.source.Delivery;
import io.depeche.ingest.source.Source;
import io.depeche.schemas.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one source in a thread of its own until it ends or is stopped. One that breaks is reported; a finite one has ended
 * with that, another begins anew after a pause. The thread is a daemon, for a read of standard input can't be interrupted.
 * Thread-safe.
 */
final class SourceRun {

    private static final Logger LOG = LoggerFactory.getLogger(SourceRun.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** What is told of a run, by its thread. */
    interface Ends {

        /** The source has come to its end, or broke and doesn't begin anew. */
        void ended(Source source);

        /** Something that no other run would survive. */
        void failed(Throwable cause);
    }

    private final Source source;
    private final Function<String, Delivery> deliveries;
    private final Ends ends;
    private final Optional<SourceRun> predecessor;
    private final Thread thread;
    private volatile boolean stopping;

    /** @param predecessor that has been told to stop; the new run waits for its end */
    SourceRun(Source source, Function<String, Delivery> deliveries, Ends ends, Optional<SourceRun> predecessor) {
        this.source = source;
        this.deliveries = deliveries;
        this.ends = ends;
        this.predecessor = predecessor;
        this.thread = new Thread(this::run, "ingest-" + source.id());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Tells it to; doesn't wait. */
    void stop() {
        stopping = true;
        thread.interrupt();
    }

    /** Waits for its end, at most so long. */
    void join(Duration atMost) throws InterruptedException {
        thread.join(Math.max(1, atMost.toMillis()));
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        try {
            if (predecessor.isPresent()) {
                predecessor.get().thread.join();
            }
            runUntilItEnds();
        } catch (InterruptedException | InterruptException | DeliveryEndedException e) {
            LOG.debug("source {} stopped", source.id(), e);
        } catch (Error e) {
            ends.failed(e);
            throw e;
        }
    }

    private void runUntilItEnds() throws InterruptedException {
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        while (!stopping) {
            long before = System.nanoTime();
            Delivery delivery = deliveries.apply(source.id());
            try {
                source.run(delivery);
                delivery.commit();
                ends.ended(source);
                return;
            } catch (InterruptException | DeliveryEndedException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                if (stopping) {
                    LOG.debug("source {} stopped", source.id(), e);
                    return;
                }
                if (source.isFinite()) {
                    broke(delivery, e, "remove the cause and start again; what was read before keeps its ids");
                    ends.ended(source);
                    return;
                }
                if (System.nanoTime() - before > LONGEST_PAUSE.toNanos()) {
                    backoff.reset();
                }
                Duration pause = backoff.next();
                broke(delivery, e, "it begins anew in " + pause.toSeconds() + " s; remove the cause");
                Thread.sleep(pause.toMillis());
            }
        }
    }

    private void broke(Delivery delivery, Exception e, String wayOut) {
        LOG.warn("source {} broke", source.id(), e);
        delivery.refuse(new Refusal(
                source.id(), source.id(), "the source broke and what comes after is not read: " + e, wayOut));
    }
}
