// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.event.SourceCursor;
import io.depeche.ingest.cursor.CursorGroup;
import io.depeche.ingest.cursor.Shares;
import io.depeche.ingest.publish.IngestListener;
import io.depeche.ingest.publish.StatementPublisher;
import io.depeche.ingest.push.PushConfig;
import io.depeche.ingest.source.Delivery;
import io.depeche.ingest.source.DirectDelivery;
import io.depeche.ingest.source.Source;
import io.depeche.schemas.Groundwork;
import io.depeche.schemas.Role;
import io.depeche.schemas.monitor.ClientMeters;
import io.depeche.schemas.monitor.Reachability;
import io.depeche.schemas.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The role {@code ingest}: runs each source in a thread of its own and publishes what they read.
 *
 * <p>Sources are shared with the other instances of the same group, and a source runs in one of them; what is bound to
 * this process, as standard input is, runs here. A source that breaks is reported and the others go on; a failure to
 * publish that does not pass stops all of them. Keep the process up with {@link #awaitTermination()}. Thread-safe.
 */
public final class Ingest implements Role {

    private static final String NAME = "ingest";
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final Duration CLOSE_AT_MOST = Duration.ofSeconds(2);
    /** Of that, for the sources; the rest is for what they have handed over. */
    private static final Duration STOP_SOURCES_AT_MOST = Duration.ofMillis(500);

    private final StatementPublisher publisher;
    private final Shares shares;
    private final Optional<ConfiguredSources> configured;
    private final Optional<Push> push;
    private final Optional<Connections> connections;
    private final Runs runs = new Runs();
    private final CompletableFuture<Void> sourcesDone = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Over connections that are there already.
     *
     * @param publisher for what is bound to this process; closed with this
     * @param shares of the other sources; closed with this
     * @param configured where some of the sources are from; closed with this
     * @param connections empty where the groundwork has been laid; closed with this
     * @throws IllegalArgumentException where two sources have the same id
     */
    Ingest(
            List<Source> sources,
            StatementPublisher publisher,
            Shares shares,
            Optional<ConfiguredSources> configured,
            Optional<Connections> connections,
            Optional<Push> push) {
        refuseDoubles(sources);
        this.publisher = publisher;
        this.shares = shares;
        this.configured = configured;
        this.connections = connections;
        this.push = push;
        runs.add(sources);
        publisher.failed().thenAccept(this::fail);
    }

    /**
     * Over given sources, with connections of its own.
     *
     * @param config of which its own sources are left out of account
     * @param clock tells when items were seen
     * @param registry shows Kafka's metrics of its clients
     * @throws ConfigException where the configuration would lose or double statements
     */
    public static Ingest connect(
            IngestConfig config, List<Source> sources, IngestListener listener, Clock clock, MeterRegistry registry) {
        return connect(config, sources, Optional.empty(), listener, clock, registry);
    }

    /**
     * Over the sources of the configuration and others, with connections of its own.
     *
     * @param more sources besides those of the configuration
     * @param standardInput for a source of that type
     * @param registry shows Kafka's metrics of its clients
     * @throws ConfigException where there is no source at all, or the configuration would lose or double statements
     */
    public static Ingest connect(
            IngestConfig config,
            List<Source> more,
            IngestListener listener,
            Clock clock,
            InputStream standardInput,
            MeterRegistry registry) {
        ConfiguredSources configured = new ConfiguredSources(config, clock, standardInput);
        List<Source> sources = new ArrayList<>(configured.all());
        sources.addAll(more);
        if (sources.isEmpty() && config.push().isEmpty()) {
            throw new ConfigException(IngestConfig.SOURCES + " names no source and there is no " + PushConfig.PORT
                    + ", so there is nothing to ingest; name a source and describe it by ingest.source.NAME.type and"
                    + " what it asks for");
        }
        return connect(config, sources, Optional.of(configured), listener, clock, registry);
    }

    private static Ingest connect(
            IngestConfig config,
            List<Source> sources,
            Optional<ConfiguredSources> configured,
            IngestListener listener,
            Clock clock,
            MeterRegistry registry) {
        refuseDoubles(sources);
        // Before anything is there that would have to be closed where it is refused.
        CursorGroup.Connection cursors = config.cursors();
        ClientMeters clients = new ClientMeters(registry, NAME);
        StatementPublisher publisher = new StatementPublisher(
                clients.show("publisher", StatementPublisher.producer(config.kafka())),
                config.valueSerializer(),
                config.topic(),
                listener);
        CursorGroup shares = new CursorGroup(
                cursors,
                config.valueSerializer(),
                config.valueSerializer(),
                config.valueDeserializer(SourceCursor.class),
                listener,
                config.seenLimits(),
                clock,
                clients);
        Optional<Push> push = configured
                .flatMap(own -> config.push())
                .map(settings -> new Push(settings, config, publisher, listener, clock));
        return new Ingest(sources, publisher, shares, configured, Optional.of(new Connections(config, clients)), push);
    }

    /** Lays the groundwork, where it has connections of its own, and starts all sources. Once, and not after {@link #close()}. */
    @Override
    public void start() {
        if (started.getAndSet(true) || closed.get()) {
            throw new IllegalStateException("ingest has been started or closed before; make a new one");
        }
        connections.ifPresent(Connections::start);
        push.ifPresent(Push::start);
        runs.startBound();
        shares.start(runs);
        ready.set(true);
    }

    /**
     * Takes over what is changed in the sources of the configuration. One that is replaced is stopped first and goes on
     * where it was. Other settings count from the next start on.
     *
     * @throws ConfigException where it would change standard input; then nothing is changed
     * @throws IllegalArgumentException where a source that comes has the id of another; then nothing is changed
     * @throws IllegalStateException where it was connected without the sources of a configuration
     */
    public void reconfigure(IngestConfig now) {
        ConfiguredSources sources =
                configured.orElseThrow(() -> new IllegalStateException("its sources are not those of a configuration"));
        IngestConfig before = sources.inForce();
        ConfiguredSources.Change change = sources.change(now);
        change(change.gone(), change.come());
        sources.isInForce(now);
        LOG.info(
                "the configuration has changed: stopped {}, started {}{}",
                new TreeSet<>(change.gone()),
                change.come().stream().map(Source::id).sorted().toList(),
                fromTheNextStartOn(before, now));
    }

    /** Stops and starts sources, while it runs or before. */
    void change(Collection<String> gone, List<Source> come) {
        runs.change(gone, come);
    }

    private static String fromTheNextStartOn(IngestConfig before, IngestConfig now) {
        Set<String> changed = new TreeSet<>(before.originals().keySet());
        changed.addAll(now.originals().keySet());
        changed.removeIf(key -> key.startsWith(SourceSettings.PREFIX)
                || key.equals(IngestConfig.SOURCES)
                || Objects.equals(before.originals().get(key), now.originals().get(key)));
        return changed.isEmpty() ? "" : "; from the next start on: " + String.join(", ", changed);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> obstacles() {
        if (stopping.get() || closed.get()) {
            return List.of("it ends");
        }
        if (!ready.get()) {
            return List.of("it waits for Kafka and the schema registry, to start");
        }
        List<String> obstacles = new ArrayList<>();
        connections.ifPresent(some -> obstacles.addAll(some.obstacles()));
        if (!shares.isReady()) {
            obstacles.add("it is not known, or not yet open, which sources are its own");
        }
        if (!push.map(Push::isReady).orElse(true)) {
            obstacles.add("the push endpoint is closed, or waits for Kafka");
        }
        return obstacles;
    }

    /** Where statements can be posted to, once started; empty where there is no push endpoint. */
    public Optional<String> pushUrl() {
        return push.flatMap(Push::url);
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
        connections.ifPresent(Connections::close);
        push.ifPresent(Push::close);
        stop();
        runs.stopAll();
        configured.ifPresent(ConfiguredSources::close);
        shares.close();
        publisher.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        ended.complete(null);
    }

    private void stop() {
        stopping.set(true);
        runs.tellToStop();
        sourcesDone.complete(null);
    }

    private void fail(Throwable cause) {
        Throwable reason =
                connections.map(own -> own.groundwork.explained(cause)).orElse(cause);
        if (failure.complete(reason)) {
            LOG.error("ingest stops, for statements can't be published: {}", reason.getMessage(), cause);
            stop();
        }
    }

    private static void await(CompletableFuture<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with an exception", e);
        }
    }

    private static void refuseDoubles(Collection<Source> sources) {
        Set<String> ids = new HashSet<>();
        for (Source source : sources) {
            if (!ids.add(source.id())) {
                throw new IllegalArgumentException("two sources have the id " + source.id()
                        + ", which would make their statements one another's revisions; give each its own");
            }
        }
    }

    /** What it has to do with Kafka and the registry besides reading and writing. Thread-safe. */
    private static final class Connections implements AutoCloseable {

        private final IngestConfig config;
        private final ClientMeters clients;
        private final Groundwork groundwork;
        private boolean closed;
        private Optional<Reachability> reachability = Optional.empty();

        Connections(IngestConfig config, ClientMeters clients) {
            this.config = config;
            this.clients = clients;
            this.groundwork = new Groundwork(config, config.rights());
        }

        void start() {
            groundwork.lay(Set.of(Topic.STATEMENTS_RAW, Topic.INGEST_CURSORS));
            synchronized (this) {
                if (!closed) {
                    reachability = Optional.of(Reachability.of(config));
                }
            }
        }

        synchronized List<String> obstacles() {
            return reachability.map(Reachability::obstacles).orElse(List.of());
        }

        @Override
        public void close() {
            groundwork.close();
            synchronized (this) {
                closed = true;
                reachability.ifPresent(Reachability::close);
            }
            clients.close();
        }
    }

    /** Which sources there are, and which of them run. Guarded by itself, but for the waiting. */
    private final class Runs implements Shares.Holder, SourceRun.Ends {

        private final Map<String, Source> sources = new TreeMap<>();
        private final Map<String, SourceRun> running = new TreeMap<>();
        private final Set<Shares.Share> open = new HashSet<>();
        private final Set<String> finished = new HashSet<>();

        synchronized void add(List<Source> more) {
            more.forEach(source -> sources.put(source.id(), source));
            completeWhereDone();
        }

        synchronized void startBound() {
            sources.values().stream()
                    .filter(Source::isBound)
                    .forEach(source -> run(source, id -> new DirectDelivery(publisher, publisher::flush)));
        }

        synchronized void change(Collection<String> gone, List<Source> come) {
            List<Source> after = new ArrayList<>(sources.values());
            after.removeIf(source -> gone.contains(source.id()));
            after.addAll(come);
            refuseDoubles(after);
            for (String id : gone) {
                sources.remove(id);
                finished.remove(id);
                Optional.ofNullable(running.get(id)).ifPresent(SourceRun::stop);
            }
            add(come);
            open.forEach(share -> startOf(share, come));
        }

        @Override
        public synchronized void opened(Shares.Share share) {
            if (!stopping.get()) {
                open.add(share);
                startOf(share, sources.values());
            }
        }

        @Override
        public void closed(Shares.Share share) {
            List<SourceRun> stopped;
            synchronized (this) {
                open.remove(share);
                stopped = running.entrySet().stream()
                        .filter(run -> share.holds(run.getKey()) && !isBound(run.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
            }
            join(stopped);
        }

        @Override
        public void failed(Throwable cause) {
            fail(cause);
        }

        @Override
        public synchronized void ended(Source source) {
            if (sources.get(source.id()) == source) {
                finished.add(source.id());
            }
            completeWhereDone();
        }

        synchronized void tellToStop() {
            running.values().forEach(SourceRun::stop);
        }

        void stopAll() {
            List<SourceRun> all;
            synchronized (this) {
                all = List.copyOf(running.values());
            }
            join(all);
        }

        private boolean isBound(String id) {
            Source source = sources.get(id);
            return source != null && source.isBound();
        }

        private void startOf(Shares.Share share, Collection<Source> some) {
            some.stream()
                    .filter(source -> !source.isBound() && share.holds(source.id()) && !finished.contains(source.id()))
                    .forEach(source -> run(source, share::delivery));
        }

        private void run(Source source, Function<String, Delivery> to) {
            Optional<SourceRun> predecessor =
                    Optional.ofNullable(running.get(source.id())).filter(SourceRun::isAlive);
            SourceRun run = new SourceRun(source, to, this, predecessor);
            running.put(source.id(), run);
            run.start();
        }

        private void completeWhereDone() {
            if (sources.values().stream().filter(Source::isFinite).allMatch(source -> finished.contains(source.id()))) {
                sourcesDone.complete(null);
            }
        }

        private void join(List<SourceRun> stopped) {
            stopped.forEach(SourceRun::stop);
            long deadline = System.nanoTime() + STOP_SOURCES_AT_MOST.toNanos();
            try {
                for (SourceRun run : stopped) {
                    run.join(Duration.ofNanos(deadline - System.nanoTime()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
