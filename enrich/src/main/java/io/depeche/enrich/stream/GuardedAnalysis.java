// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import com.sun.management.ThreadMXBean;
import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.AnalyserRunner;
import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Annotator;
import io.depeche.enrich.text.Document;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Annotates texts on threads of its own, so that an analyser that does not come to an end, or takes ever more memory,
 * costs its layer and does not hold up the stream: its thread is left behind, and the text is annotated again without it.
 *
 * <p>A text is handed over once, for all analysers; a hand-over to each would cost more than some of them take. To start
 * again is right because analysers are pure. What broke on a text is remembered, for Kafka may take the transaction back
 * while one waits, after which the same text comes again, and again.
 *
 * <p>Time is that of the processor: on a machine that is busy with other things, a text must not lose layers for it. An
 * analyser that only waits, which none should, has {@value #WALL_FOR_CPU} times as long by the clock.
 *
 * <p>Memory is what an analyser has allocated, dead or alive, for what of it is alive can't be told of one thread. It
 * grows with the text: the hungriest analyser takes some 40 bytes for each char of a press text, and up to 220 where
 * there is nothing but numbers. The limit is therefore that of texts of up to 262,144 chars, and in proportion for longer
 * ones, which is 256 bytes a char.
 *
 * <p>A thread that is left behind is interrupted; if it does not heed that, it runs on, for Java can't end it. How many
 * may is bounded. Thread-safe.
 */
public final class GuardedAnalysis implements AutoCloseable {

    /** Threads that were left behind and still run, at most. */
    static final int MOST_LEFT_BEHIND = 8;

    private static final Logger LOG = LoggerFactory.getLogger(GuardedAnalysis.class);

    /** Rare enough to cost nothing; what can be allocated meanwhile is less than the limit. */
    private static final long LOOK_EVERY_MS = 10;

    private static final int WALL_FOR_CPU = 6;
    private static final int LONGEST_BEFORE_PROPORTION = 256 * 1024;

    /** The JVM's own counters; they need HotSpot, or one that has the same. */
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private final Annotator annotator;
    private final AnalyserRunner runner;
    private final Duration timeout;
    private final long maxBytes;
    private final RememberedPoison poison = new RememberedPoison();
    private final ExecutorService workers = Executors.newCachedThreadPool(GuardedAnalysis::daemon);
    private final AtomicInteger leftBehind = new AtomicInteger();

    /**
     * @param annotator has the analysers
     * @param runner runs each of them, within the limits
     * @param timeout how much time of the processor each of them may take for a text
     * @param maxBytes how much each of them may allocate for a text of up to 262,144 chars
     */
    public GuardedAnalysis(Annotator annotator, AnalyserRunner runner, Duration timeout, long maxBytes) {
        this.annotator = annotator;
        this.runner = runner;
        this.timeout = timeout;
        this.maxBytes = maxBytes;
    }

    /**
     * Annotates a text; never fails for a text's sake.
     *
     * @throws EnrichStoppedException where too many threads have been left behind
     * @throws InterruptException where the caller is interrupted
     */
    public Annotations annotate(Document document) {
        while (true) {
            Attempt attempt = new Attempt(document, poison.of(document.text()));
            Optional<Annotations> annotations = await(attempt, workers.submit(attempt));
            if (annotations.isPresent()) {
                return annotations.get();
            }
        }
    }

    /** How many threads that were left behind still run. */
    public int leftBehind() {
        return leftBehind.get();
    }

    /** Ends the threads; one that was left behind and does not heed it runs until the process ends. */
    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** The annotations; empty where the attempt was left behind, with one more analyser to do without. */
    private Optional<Annotations> await(Attempt attempt, Future<Annotations> annotations) {
        while (true) {
            try {
                return Optional.of(annotations.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                Optional<Excess> excess = attempt.excess();
                if (excess.isPresent() && attempt.leave(annotations)) {
                    poison.add(
                            attempt.document.text(),
                            excess.get().layer(),
                            excess.get().reason());
                    checkLeftBehind(excess.get().reason());
                    return Optional.empty();
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) e.getCause();
            } catch (InterruptedException e) {
                attempt.leave(annotations);
                throw new InterruptException(e);
            }
        }
    }

    private void checkLeftBehind(AnalysisLimitException last) {
        int running = leftBehind();
        if (running > MOST_LEFT_BEHIND) {
            throw new EnrichStoppedException(
                    "%d threads run on with analysers that broke their limits and can't be ended. Start enrich again: that ends them, and nothing is lost. Report the texts that the log names. The last one: %s"
                            .formatted(running, last.getMessage()),
                    last);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "depeche-analysis");
        thread.setDaemon(true);
        return thread;
    }

    private enum State {
        RUNNING,
        ENDED,
        LEFT_BEHIND
    }

    /** An analyser that broke a limit. */
    private record Excess(String layer, AnalysisLimitException reason) {}

    /** An analyser at work: since when by the nanosecond clock, and what its thread had allocated before. */
    private record Reading(String layer, long since, long allocatedBefore) {}

    /** A text on its way through the analysers. */
    private final class Attempt implements Callable<Annotations>, AnalyserRunner {

        private final Document document;
        private final Map<String, AnalysisLimitException> barred;
        private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
        private volatile Thread thread;
        private volatile Reading reading;

        /** What the thread that waits saw last, and the time of the processor that the other had taken when it first did. */
        private Reading seen;

        private long cpuWhenSeen;

        Attempt(Document document, Map<String, AnalysisLimitException> barred) {
            this.document = document;
            this.barred = barred;
        }

        @Override
        public Annotations call() {
            thread = Thread.currentThread();
            try {
                return annotator.annotate(document, this);
            } finally {
                if (!state.compareAndSet(State.RUNNING, State.ENDED)) {
                    LOG.info("a thread that was left behind has ended; {} still run", leftBehind.decrementAndGet());
                }
            }
        }

        @Override
        public <T> Analysed<T> run(Analyser<T> analyser, Document part) {
            String layer = analyser.layer().name();
            if (barred.containsKey(layer)) {
                throw barred.get(layer);
            }
            long before = THREADS.getCurrentThreadAllocatedBytes();
            reading = new Reading(layer, System.nanoTime(), before);
            try {
                Analysed<T> analysed = runner.run(analyser, part);
                long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
                if (allocated > mostBytes()) {
                    throw new AnalysisLimitException(memory(layer, allocated));
                }
                return analysed;
            } finally {
                reading = null;
            }
        }

        /** Whether the analyser that is at work has taken too much by now; from the thread that waits. */
        Optional<Excess> excess() {
            Reading now = reading;
            if (now == null) {
                return Optional.empty();
            }
            long id = thread.getId();
            long allocated = THREADS.getThreadAllocatedBytes(id) - now.allocatedBefore();
            long cpu = THREADS.getThreadCpuTime(id);
            if (now != seen) {
                seen = now;
                cpuWhenSeen = cpu;
            }
            boolean isLate = cpu - cpuWhenSeen > timeout.toNanos()
                    || System.nanoTime() - now.since() > timeout.toNanos() * WALL_FOR_CPU;
            if (now != reading || (!isLate && allocated <= mostBytes())) {
                return Optional.empty();
            }
            AnalysisLimitException reason =
                    new AnalysisLimitException(isLate ? time(now.layer()) : memory(now.layer(), allocated));
            reason.setStackTrace(thread.getStackTrace());
            return Optional.of(new Excess(now.layer(), reason));
        }

        /** Does without the thread, unless it has just ended: whether it did. */
        boolean leave(Future<Annotations> annotations) {
            leftBehind.incrementAndGet();
            if (state.compareAndSet(State.RUNNING, State.LEFT_BEHIND)) {
                annotations.cancel(true);
                return true;
            }
            leftBehind.decrementAndGet();
            return false;
        }

        private long mostBytes() {
            long length = Math.max(document.text().length(), LONGEST_BEFORE_PROPORTION);
            return (long) ((double) maxBytes * length / LONGEST_BEFORE_PROPORTION);
        }

        private String time(String layer) {
            return "%s was still at work on a text of %d chars after its %d ms"
                    .formatted(layer, document.text().length(), timeout.toMillis());
        }

        private String memory(String layer, long allocated) {
            return "%s has allocated %d bytes for a text of %d chars, where %d are allowed"
                    .formatted(layer, allocated, document.text().length(), mostBytes());
        }
    }
}
