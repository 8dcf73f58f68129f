// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich;

import io.depeche.enrich.event.StatementMapper;
import io.depeche.enrich.stream.CommittedCounts;
import io.depeche.enrich.stream.EnrichStoppedException;
import io.depeche.enrich.stream.EnrichTopology;
import io.depeche.enrich.stream.FailedRecords;
import io.depeche.enrich.stream.GuardedAnalysis;
import io.depeche.enrich.text.Annotator;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.HeldStatement;
import io.depeche.event.RawStatement;
import io.depeche.event.RevisionState;
import io.depeche.schemas.BuildVersion;
import io.depeche.schemas.Groundwork;
import io.depeche.schemas.RecentFailures;
import io.depeche.schemas.Role;
import io.depeche.schemas.access.Access;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.monitor.ClientMeters;
import io.depeche.schemas.monitor.Count;
import io.depeche.schemas.monitor.PartitionCounts;
import io.depeche.schemas.monitor.Reachability;
import io.depeche.schemas.topic.DeadLetters;
import io.depeche.schemas.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The enrich role: statements.raw in, statements.annotated out, exactly once, by Kafka Streams.
 *
 * <p>Thread-safe. A stream thread that dies of something passing is replaced; of something that will not go away, or
 * too often, the role ends with a {@link #failure()}.
 */
public final class Enrich implements Role {

    private static final Logger LOG = LoggerFactory.getLogger(Enrich.class);
    private static final int REPLACEMENTS = 5;
    private static final Duration REPLACEMENTS_WITHIN = Duration.ofMinutes(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);
    /** How soon metrics show that a replaced thread or a new task brings. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final EnrichConfig config;
    private final Clock clock;
    private final ClientMeters clients;
    private final PartitionCounts shown;
    private final Groundwork groundwork;
    private final Serializer<EnrichedStatement> enrichedSerializer;
    private final GuardedAnalysis analysis;
    private final FailedRecords failed;
    private final KafkaStreams streams;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final LifeSign lifeSign;
    private final CountDownLatch terminated = new CountDownLatch(1);
    private final Deque<Instant> replacements = new ArrayDeque<>();
    private volatile Reachability reachability;
    private boolean isClosed;

    /**
     * Connects to nothing yet.
     *
     * @param registry shows what it does, see docs/operations.md
     */
    public Enrich(EnrichConfig config, Clock clock, MeterRegistry registry) {
        this.config = config;
        this.clock = clock;
        this.lifeSign = new LifeSign(config.stateFolder().resolve(config.applicationId() + ".running"));
        this.groundwork = new Groundwork(config, config.rights());
        this.enrichedSerializer = config.valueSerializer();
        this.clients = new ClientMeters(registry, name());
        this.shown = new PartitionCounts(registry, name(), EnumSet.allOf(Count.Outcome.class));
        this.analysis = new GuardedAnalysis(
                Annotator.standard(), new AnalyserTimes(registry), config.analysisTimeout(), config.analysisMaxBytes());
        this.failed = new FailedRecords(
                new DeadLetters(config.topics().name(Topic.STATEMENTS_DEAD_LETTER), clock),
                new RecentFailures(config.deadLetterLimit()));
        CommittedCounts counts = new CommittedCounts(shown);
        EnrichTopology topology = new EnrichTopology(
                config.topics(),
                analysis,
                new StatementMapper(BuildVersion.read()),
                config.valueDeserializer(RawStatement.class),
                enrichedSerializer,
                serde(config, HeldStatement.class),
                serde(config, RevisionState.class),
                config.revisionRetention(),
                counts,
                failed);
        this.streams =
                new KafkaStreams(topology.build(), config.streams(failed), new CommitHearingClients(counts::committed));
        streams.setUncaughtExceptionHandler(this::onThreadDeath);
        streams.setStateListener((now, before) -> {
            LOG.debug("enrich is {}", now);
            if (now == KafkaStreams.State.NOT_RUNNING || now == KafkaStreams.State.ERROR) {
                terminated.countDown();
            }
        });
    }

    @Override
    public void start() {
        groundwork.lay(Set.of(Topic.STATEMENTS_ANNOTATED));
        synchronized (streams) {
            if (isClosed) {
                return;
            }
            clients.bind("streams", (labels, looks) -> new KafkaStreamsMetrics(streams, labels, looks, LOOK_EVERY));
            reachability = Reachability.of(config);
            if (lifeSign.isLeftBehind()) {
                // Kafka Streams would find out store by store, and share out the partitions anew for it.
                LOG.info("enrich did not end in order; its state is restored from Kafka");
                streams.cleanUp();
            }
            lifeSign.leave();
            streams.start();
        }
    }

    @Override
    public String name() {
        return "enrich";
    }

    @Override
    public List<String> obstacles() {
        Reachability reach = reachability;
        if (reach == null) {
            return List.of("it waits for Kafka and the schema registry, to start");
        }
        List<String> obstacles = new ArrayList<>(reach.obstacles());
        KafkaStreams.State state = streams.state();
        if (state != KafkaStreams.State.RUNNING) {
            obstacles.add("Kafka Streams is " + state);
        } else if (streams.metadataForLocalThreads().stream()
                .allMatch(thread ->
                        thread.activeTasks().isEmpty() && thread.standbyTasks().isEmpty())) {
            obstacles.add("no partition of " + config.topics().name(Topic.STATEMENTS_RAW) + " is assigned to it");
        }
        return obstacles;
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void awaitTermination() throws InterruptedException {
        terminated.await();
    }

    @Override
    public void close() {
        groundwork.close();
        synchronized (streams) {
            isClosed = true;
        }
        Reachability reach = reachability;
        if (reach != null) {
            reach.close();
        }
        clients.close();
        if (streams.close(CLOSE_WITHIN)) {
            lifeSign.takeAway();
            enrichedSerializer.close();
            analysis.close();
        } else {
            // A thread that still waits for the registry must not take its record for a bad one: its serdes stay open.
            LOG.warn(
                    "enrich did not end within {} s; what was not committed is done again after the next start",
                    CLOSE_WITHIN.toSeconds());
        }
        shown.hideAll();
        terminated.countDown();
    }

    private static <T extends SpecificRecord> Serde<T> serde(ConnectionConfig config, Class<T> type) {
        return Serdes.serdeFrom(config.valueSerializer(), config.valueDeserializer(type));
    }

    private synchronized StreamThreadExceptionResponse onThreadDeath(Throwable death) {
        Instant now = clock.instant();
        replacements.removeIf(earlier -> earlier.isBefore(now.minus(REPLACEMENTS_WITHIN)));
        Optional<EnrichStoppedException> stop = stop(death);
        if (stop.isPresent() || isLasting(death) || replacements.size() >= REPLACEMENTS) {
            Throwable reason = stop.isPresent() ? stop.get() : groundwork.explained(death);
            LOG.error("enrich ends: {}", reason.getMessage(), death);
            failure.compareAndSet(null, reason);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        replacements.add(now);
        LOG.warn("a stream thread died and is replaced: {}", death.toString(), death);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Why a person has to do something first, where one has. */
    private Optional<EnrichStoppedException> stop(Throwable death) {
        for (Throwable cause = death; cause != null; cause = cause.getCause()) {
            if (cause instanceof EnrichStoppedException stop) {
                return Optional.of(stop);
            }
        }
        return failed.excess().map(tooMany -> new EnrichStoppedException(tooMany, death));
    }

    /** Whether another thread would die of it as well. */
    private static boolean isLasting(Throwable death) {
        for (Throwable cause = death; cause != null; cause = cause.getCause()) {
            if (cause instanceof SerializationException || cause instanceof Error) {
                return true;
            }
        }
        return Access.isRefusal(death);
    }
}
