// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.publish.IngestListener;
import io.depeche.ingest.publish.StatementPublisher;
import io.depeche.ingest.source.Source;
import io.depeche.ingest.source.Sources;
import io.depeche.schemas.Groundwork;
import io.depeche.schemas.Role;
import io.depeche.schemas.topic.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The role {@code ingest}: runs each source in a thread of its own and publishes what they read.
 *
 * <p>A source that breaks is reported as a refusal and the others go on; a failure to publish stops all of them. The
 * threads are daemons, for a read of standard input can't be interrupted: keep the process up with
 * {@link #awaitTermination()}. Thread-safe.
 */
public final class Ingest implements Role {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final Duration CLOSE_AT_MOST = Duration.ofSeconds(2);
    /** Of that, for the sources; the rest is for what they have handed over. */
    private static final Duration STOP_SOURCES_AT_MOST = Duration.ofMillis(500);

    private final StatementPublisher publisher;
    private final Groundwork groundwork;
    private final List<Thread> threads;
    private final AtomicInteger finiteLeft;
    private final CompletableFuture<Void> sourcesDone = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Over sources that are there already.
     *
     * @param publisher closed with this
     * @throws IllegalArgumentException where two sources have the same id
     */
    public Ingest(List<Source> sources, StatementPublisher publisher) {
        this(sources, publisher, null);
    }

    private Ingest(List<Source> sources, StatementPublisher publisher, Groundwork groundwork) {
        refuseDoubles(sources);
        this.publisher = publisher;
        this.groundwork = groundwork;
        this.threads = sources.stream().map(this::thread).toList();
        this.finiteLeft = new AtomicInteger(
                (int) sources.stream().filter(Source::isFinite).count());
        if (finiteLeft.get() == 0) {
            sourcesDone.complete(null);
        }
        publisher.failed().thenAccept(this::fail);
    }

    /**
     * Over the sources of the configuration, on a producer that is there already.
     *
     * @param producer idempotent, with acks=all; closed with this
     * @param standardInput for a source of that type
     * @throws ConfigException where the configuration names no source
     */
    public Ingest(
            IngestConfig config,
            Producer<String, RawStatement> producer,
            IngestListener listener,
            Clock clock,
            InputStream standardInput) {
        this(sources(config, clock, standardInput), new StatementPublisher(producer, config.topic(), listener));
    }

    /**
     * Over the sources of the configuration, with a connection of its own.
     *
     * @param standardInput for a source of that type
     * @throws ConfigException where the configuration names no source, or would lose or double statements
     */
    public static Ingest connect(IngestConfig config, IngestListener listener, Clock clock, InputStream standardInput) {
        return connect(config, sources(config, clock, standardInput), listener);
    }

    /**
     * Over given sources, with a connection of its own.
     *
     * @param config of which its own sources are left out of account
     * @throws ConfigException where the configuration would lose or double statements
     */
    public static Ingest connect(IngestConfig config, List<Source> sources, IngestListener listener) {
        refuseDoubles(sources);
        return new Ingest(
                sources,
                StatementPublisher.connect(config.kafka(), config.valueSerializer(), config.topic(), listener),
                new Groundwork(config));
    }

    /** Lays the groundwork, where it has a connection of its own, and starts all sources. Once, and not after {@link #close()}. */
    @Override
    public void start() {
        if (started.getAndSet(true) || closed.get()) {
            throw new IllegalStateException("ingest has been started or closed before; make a new one");
        }
        if (groundwork != null) {
            groundwork.lay(Set.of(Topic.STATEMENTS_RAW));
        }
        threads.forEach(Thread::start);
        ready.set(true);
    }

    @Override
    public boolean isReady() {
        return ready.get() && !stopping.get();
    }

    /** Whether all finite sources have been read and what they gave has been confirmed or refused, or it has ended. */
    public boolean isDone() {
        return sourcesDone.isDone();
    }

    /** Waits until it {@link #isDone()}. */
    public void awaitSources() throws InterruptedException {
        await(sourcesDone);
    }

    /** What ended the role, or left statements unconfirmed when it was closed. */
    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.getNow(null));
    }

    @Override
    public void awaitTermination() throws InterruptedException {
        await(CompletableFuture.anyOf(failure, ended));
    }

    /** Stops the sources and waits, two seconds at most in all, for what they gave to be confirmed. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        long deadline = System.nanoTime() + CLOSE_AT_MOST.toNanos();
        if (groundwork != null) {
            groundwork.close();
        }
        stop();
        boolean interrupted = false;
        try {
            joinSources();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        publisher.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        ended.complete(null);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void joinSources() throws InterruptedException {
        long deadline = System.nanoTime() + STOP_SOURCES_AT_MOST.toNanos();
        for (Thread thread : threads) {
            thread.join(
                    Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
        }
    }

    private void stop() {
        stopping.set(true);
        threads.forEach(Thread::interrupt);
        sourcesDone.complete(null);
    }

    private void fail(Throwable cause) {
        if (failure.complete(cause)) {
            LOG.error("ingest stops: statements can't be published", cause);
            stop();
        }
    }

    private Thread thread(Source source) {
        Thread thread = new Thread(() -> run(source), "ingest-" + source.id());
        thread.setDaemon(true);
        return thread;
    }

    private void run(Source source) {
        try {
            source.run(publisher);
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("source {} stopped", source.id(), e);
        } catch (IOException | RuntimeException e) {
            broke(source, e);
        } catch (Error e) {
            fail(e);
            throw e;
        } finally {
            if (source.isFinite() && finiteLeft.decrementAndGet() == 0) {
                finishSources();
            }
        }
    }

    private void finishSources() {
        try {
            publisher.flush();
        } catch (InterruptException e) {
            LOG.debug("stopped before all was confirmed", e);
        } finally {
            sourcesDone.complete(null);
        }
    }

    private static void await(CompletableFuture<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with an exception", e);
        }
    }

    private void broke(Source source, Exception e) {
        if (stopping.get()) {
            LOG.debug("source {} stopped", source.id(), e);
            return;
        }
        LOG.warn("source {} broke", source.id(), e);
        publisher.refuse(new Refusal(
                source.id(),
                source.id(),
                "the source broke and what comes after is not read: " + e,
                "remove the cause and start again; what was read before keeps its ids"));
    }

    private static List<Source> sources(IngestConfig config, Clock clock, InputStream standardInput) {
        if (config.sources().isEmpty()) {
            throw new ConfigException(IngestConfig.SOURCES + " names no source, so there is nothing to ingest; name one"
                    + " and describe it by ingest.source.NAME.type and ingest.source.NAME.path");
        }
        Sources sources = new Sources(config.maxTextBytes(), config.pollInterval(), clock);
        return config.sources().stream()
                .map(settings -> source(settings, sources, standardInput))
                .toList();
    }

    private static Source source(SourceSettings settings, Sources sources, InputStream standardInput) {
        return switch (settings.type()) {
            case FOLDER -> sources.folder(settings.name(), settings.path().orElseThrow(), settings.watch());
            case FILE -> sources.file(settings.name(), settings.path().orElseThrow());
            case STDIN -> sources.standardInput(settings.name(), standardInput);
        };
    }

    private static void refuseDoubles(List<Source> sources) {
        Set<String> ids = new HashSet<>();
        for (Source source : sources) {
            if (!ids.add(source.id())) {
                throw new IllegalArgumentException("two sources have the id " + source.id()
                        + ", which would make their statements one another's revisions; give each its own");
            }
        }
    }
}
