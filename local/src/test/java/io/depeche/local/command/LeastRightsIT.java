// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.depeche.enrich.Enrich;
import io.depeche.enrich.EnrichConfig;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.FigureRecord;
import io.depeche.ingest.Ingest;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.publish.LoggingListener;
import io.depeche.ingest.source.Sources;
import io.depeche.local.Subscriber;
import io.depeche.local.broker.SecureCluster;
import io.depeche.local.registry.RegistryOptions;
import io.depeche.local.registry.RegistryServer;
import io.depeche.local.replay.Replay;
import io.depeche.schemas.Role;
import io.depeche.schemas.access.AccessException;
import io.depeche.schemas.access.Right;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.DeadLetters;
import io.depeche.schemas.topic.FailedRecord;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.TopicSetup;
import io.depeche.sink.Sink;
import io.depeche.sink.SinkConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pipeline on a broker with TLS, SCRAM and ACLs: the rights that each role lists are enough, none of them is too much,
 * and each that is missing is named.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeastRightsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String READER = "reader";
    private static final byte[] RUBBISH = {'n', 'o', ' ', 'a', 'v', 'r', 'o'};

    /** The roles, each as the user of its name. */
    enum Party {
        INGEST {
            @Override
            List<Right> rights(Map<String, String> settings) {
                return new IngestConfig(settings).rights();
            }

            @Override
            Role role(Map<String, String> settings, Path folder) {
                return Ingest.connect(
                        new IngestConfig(settings),
                        List.of(new Sources(1_000_000, Duration.ofMillis(50), Clock.systemUTC())
                                .folder("wire", folder, true)),
                        new LoggingListener(),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry());
            }
        },
        ENRICH {
            @Override
            List<Right> rights(Map<String, String> settings) {
                return new EnrichConfig(settings).rights();
            }

            @Override
            Role role(Map<String, String> settings, Path folder) {
                Map<String, String> own = new HashMap<>(settings);
                own.put("enrich.state.dir", folder.resolve("state").toString());
                // Kafka Streams does not leave its group when it ends, so that a successor waits for this.
                own.put("kafka.session.timeout.ms", "6000");
                own.put("kafka.heartbeat.interval.ms", "1000");
                return new Enrich(new EnrichConfig(own), Clock.systemUTC(), new SimpleMeterRegistry());
            }
        },
        SINK {
            @Override
            List<Right> rights(Map<String, String> settings) {
                return new SinkConfig(settings).rights();
            }

            @Override
            Role role(Map<String, String> settings, Path folder) {
                return new Sink(new SinkConfig(settings), Clock.systemUTC(), new SimpleMeterRegistry());
            }
        };

        abstract List<Right> rights(Map<String, String> settings);

        /** @param folder that is the role's own */
        abstract Role role(Map<String, String> settings, Path folder);

        String user() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @TempDir
    static Path folder;

    private final AtomicInteger installations = new AtomicInteger();
    /** What each role but ingest finds on the topic that it reads, in a healthy run. */
    private final Map<Party, List<ConsumerRecord<String, byte[]>>> fodder = new EnumMap<>(Party.class);

    private RegistryServer registry;
    private SecureCluster cluster;

    @BeforeAll
    void start() throws Exception {
        registry = RegistryServer.start(RegistryOptions.inMemory());
        cluster = SecureCluster.start(
                folder,
                Stream.concat(Stream.of(READER), Arrays.stream(Party.values()).map(Party::user))
                        .toList());
        theWholePipelineRuns();
    }

    @AfterAll
    void close() throws IOException {
        cluster.close();
        registry.close();
    }

    /** Also when its state is lost; and it leaves behind what the other tests feed. */
    private void theWholePipelineRuns() throws Exception {
        String prefix = installation();
        for (Party party : Party.values()) {
            cluster.grant(party.user(), party.rights(settings(party.user(), prefix)));
        }
        cluster.grant(READER, List.of(reading(prefix)));
        Path wire = Files.createDirectories(folder.resolve("whole"));
        ConnectionConfig admin = new ConnectionConfig(adminSettings(prefix));
        try (Role ingest = started(Party.INGEST, prefix, wire);
                Role sink = started(Party.SINK, prefix, wire)) {
            try (Role enrich = started(Party.ENRICH, prefix, folder.resolve("before"))) {
                write(
                        wire.resolve("first.jsonl"),
                        "{\"id\":\"1\",\"language\":\"fr\",\"text\":\"On compte 12 morts.\"}\n"
                                + "{\"id\":\"2\",\"text\":\"Later.\",\"embargo\":\"2999-01-01T00:00:00Z\"}\n");
                feed(prefix, Topic.STATEMENTS_RAW, RUBBISH);
                feed(prefix, Topic.STATEMENTS_ANNOTATED, RUBBISH);
                try (Subscriber<byte[]> letters = Subscriber.ofBytes(admin, Topic.STATEMENTS_DEAD_LETTER)) {
                    letters.await(all -> all.size() == 2);
                }
                assertThat(Stream.of(ingest, enrich, sink))
                        .noneMatch(role -> role.failure().isPresent());
            }
            try (Role enrich = started(Party.ENRICH, prefix, folder.resolve("after"))) {
                write(
                        wire.resolve("second.jsonl"),
                        "{\"id\":\"1\",\"language\":\"fr\",\"text\":\"On compte 15 morts.\"}\n");
                try (Subscriber<EnrichedStatement> output =
                                Subscriber.of(admin, Topic.STATEMENTS_ENRICHED, EnrichedStatement.class);
                        Subscriber<FigureRecord> figures =
                                Subscriber.of(admin, Topic.STATEMENTS_FIGURES, FigureRecord.class)) {
                    assertThat(output.awaitValues(2))
                            .extracting(EnrichedStatement::getRevision)
                            .containsExactly(1, 2);
                    assertThat(figures.awaitValues(2)).hasSize(2);
                }
                assertThat(Stream.of(ingest, enrich, sink))
                        .noneMatch(role -> role.failure().isPresent());
            }
        }
        try (Subscriber<byte[]> raw = Subscriber.ofBytes(admin, Topic.STATEMENTS_RAW);
                Subscriber<byte[]> annotated = Subscriber.ofBytes(admin, Topic.STATEMENTS_ANNOTATED)) {
            fodder.put(Party.ENRICH, raw.await(all -> all.size() >= 4));
            fodder.put(Party.SINK, annotated.await(all -> all.size() >= 3));
        }
    }

    Stream<Arguments> rights() {
        return Arrays.stream(Party.values())
                .flatMap(party -> rights(party, "").map(right -> Arguments.of(party, right)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rights")
    void aRightThatIsMissingIsNamed(Party party, Right named) throws Exception {
        String prefix = installation();
        Right missing = inInstallation(party, named, prefix);
        cluster.grant(
                party.user(),
                rights(party, prefix).filter(right -> !right.equals(missing)).toList());
        if (missing.operation() != AclOperation.CREATE) {
            makeInnerTopics(party, prefix);
        }

        try (Role role = role(party, prefix)) {
            assertNamed(outcome(role), party, missing);
        }
    }

    Stream<Arguments> rightsInUse() {
        // What is read or made at the start of a partition or a task only is not missed later.
        return rights().filter(arguments -> {
            Right right = (Right) arguments.get()[1];
            boolean onInnerTopic = right.resource().name().endsWith("changelog")
                    || right.resource().name().endsWith(Topic.INGEST_CURSORS.baseName());
            return right.operation() == AclOperation.WRITE || !onInnerTopic;
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rightsInUse")
    void aRightThatIsTakenAwayWhileItRunsIsNamed(Party party, Right named) throws Exception {
        String prefix = installation();
        cluster.grant(party.user(), rights(party, prefix).toList());
        Path wire = Files.createDirectories(folder.resolve(prefix));

        try (Role role = party.role(settings(party.user(), prefix), wire)) {
            role.start();
            await().atMost(PATIENCE).until(role::isReady);
            Right missing = inInstallation(party, named, prefix);
            cluster.revoke(party.user(), missing);
            work(party, prefix, wire);

            assertNamed(failureOf(role), party, missing);
        }
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void topicsThatAreMissingAndCantBeMadeAreNamed(Party party) throws Exception {
        String prefix = "nothing" + installations.incrementAndGet() + ".";
        cluster.grant(party.user(), rights(party, prefix).toList());

        try (Role role = role(party, prefix)) {
            assertThat(outcome(role))
                    .isInstanceOf(AccessException.class)
                    .hasMessageContainingAll(prefix + "statements.", "CREATE", "depeche topics --create");
        }
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void credentialsThatAreWrongAreAnError(Party party) {
        Map<String, String> settings = settings(party.user(), "whatever.");
        settings.compute(
                "kafka.sasl.jaas.config", (key, jaas) -> jaas.replace(cluster.password(party.user()), "guessed"));

        try (Role role = party.role(settings, folder)) {
            assertThat(outcome(role))
                    .isInstanceOf(AccessException.class)
                    .hasMessageContainingAll("User:" + party.user(), "kafka.sasl.jaas.config", "kafka.sasl.mechanism")
                    .hasMessageNotContaining("guessed");
        }
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void aBrokerThatIsNotTrustedIsAnError(Party party) {
        Map<String, String> settings = settings(party.user(), "whatever.");
        settings.put(
                "kafka.ssl.truststore.location", cluster.strangeTrustStore().toString());

        try (Role role = party.role(settings, folder)) {
            assertThat(outcome(role))
                    .isInstanceOf(AccessException.class)
                    .hasMessageContainingAll("TLS", "kafka.ssl.truststore", "unable to find valid certification path");
        }
    }

    @Test
    void theProcessEndsWithOneSaysWhatIsMissingAndKeepsItsSecrets() throws Exception {
        String prefix = installation();
        Map<String, String> settings = settings(Party.SINK.user(), prefix);
        settings.put("http.port", "0");
        cluster.grant(Party.SINK.user(), rights(Party.SINK, prefix).skip(2).toList());
        Path config = Files.write(
                folder.resolve("sink.properties"),
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());

        try (DepecheProcess sink = DepecheProcess.start(folder, "sink", "--config", config.toString())) {
            assertThat(sink.await()).isEqualTo(1);
            assertThat(sink.err())
                    .containsOnlyOnce("depeche sink: User:sink lacks")
                    .contains(rights(Party.SINK, prefix)
                            .limit(2)
                            .map(Right::toString)
                            .toArray(String[]::new))
                    .doesNotContain(cluster.password(Party.SINK.user()));
        }
        try (DepecheProcess topics = DepecheProcess.start(folder, "topics", "--config", config.toString())) {
            assertThat(topics.await()).isEqualTo(1);
            assertThat(topics.err()).contains("depeche topics: User:sink lacks", "DESCRIBE_CONFIGS on topic " + prefix);
        }
        try (DepecheProcess watch = DepecheProcess.start(folder, "watch", "--config", config.toString())) {
            assertThat(watch.await()).isEqualTo(1);
            assertThat(watch.err())
                    .contains("depeche watch: User:sink lacks", reading(prefix).toString());
        }
        try (DepecheProcess replay =
                DepecheProcess.start(folder, "replay", "--send", "--all", "--config", config.toString())) {
            assertThat(replay.await()).isEqualTo(1);
            assertThat(replay.err())
                    .contains(
                            "depeche replay: User:sink lacks",
                            Replay.rights(new ConnectionConfig(settings).topics())
                                    .get(2)
                                    .toString());
        }
    }

    @Test
    void replayNeedsNoMoreThanItsRights() throws Exception {
        String prefix = installation();
        ConnectionConfig config = new ConnectionConfig(settings(Party.INGEST.user(), prefix));
        String raw = config.topics().name(Topic.STATEMENTS_RAW);
        cluster.grant(Party.INGEST.user(), Replay.rights(config.topics()));
        feed(prefix, Topic.STATEMENTS_RAW, new byte[] {1});
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(cluster.adminSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            DeadLetters letters =
                    new DeadLetters(config.topics().name(Topic.STATEMENTS_DEAD_LETTER), Clock.systemUTC());
            FailedRecord failed = new FailedRecord(raw, 0, 0, 0, new byte[] {1}, new byte[] {1}, new RecordHeaders());
            producer.send(letters.of(failed, "enrich/read", new IllegalArgumentException("rubbish")));
            producer.send(letters.of(failed.withoutValue(), "enrich/read", new IllegalArgumentException("rubbish")));
        }

        try (Replay replay = new Replay(config)) {
            assertThat(replay.send(letter -> true).sent()).hasSize(2);
        }
    }

    private static Right reading(String prefix) {
        return Right.onTopic(AclOperation.READ, prefix + Topic.STATEMENTS_ENRICHED.baseName(), "the output");
    }

    /** A new set of topics, made by one who may. */
    private String installation() {
        String prefix = "i" + installations.incrementAndGet() + ".";
        ConnectionConfig config = new ConnectionConfig(adminSettings(prefix));
        new TopicSetup(cluster.admin(), config.topics()).ensure(Arrays.asList(Topic.values()));
        return prefix;
    }

    private void makeInnerTopics(Party party, String prefix) throws Exception {
        List<NewTopic> inner = rights(party, prefix)
                .filter(right -> right.operation() == AclOperation.CREATE)
                .map(right -> new NewTopic(right.resource().name(), Optional.of(1), Optional.empty()))
                .toList();
        cluster.admin().createTopics(inner).all().get();
    }

    private Stream<Right> rights(Party party, String prefix) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", "none:1", "schema.registry.url", "http://none", "topic.prefix", prefix));
        return party.rights(settings).stream();
    }

    /** The same right of the same role where the topics have a prefix. */
    private Right inInstallation(Party party, Right right, String prefix) {
        int index = rights(party, "").toList().indexOf(right);
        return rights(party, prefix).toList().get(index);
    }

    private Role role(Party party, String prefix) throws IOException {
        return party.role(settings(party.user(), prefix), Files.createDirectories(folder.resolve(prefix)));
    }

    private Role started(Party party, String prefix, Path own) {
        Role role = party.role(settings(party.user(), prefix), own);
        role.start();
        await().atMost(PATIENCE).until(role::isReady);
        return role;
    }

    private static Throwable outcome(Role role) {
        return Optional.ofNullable(catchThrowable(role::start)).orElseGet(() -> failureOf(role));
    }

    private static Throwable failureOf(Role role) {
        await().atMost(PATIENCE).until(() -> role.failure().isPresent());
        return role.failure().orElseThrow();
    }

    private static void assertNamed(Throwable failure, Party party, Right missing) {
        assertThat(failure)
                .isInstanceOf(AccessException.class)
                .hasMessageContainingAll("User:" + party.user(), missing.toString(), missing.option());
    }

    /** Gives the role to do all that it ever does: good statements, held ones, and rubbish. */
    private void work(Party party, String prefix, Path wire) throws Exception {
        switch (party) {
            case INGEST -> write(wire.resolve("wire.txt"), "On compte 12 morts.");
            case ENRICH -> feed(prefix, Topic.STATEMENTS_RAW, fodder.get(party));
            case SINK -> feed(prefix, Topic.STATEMENTS_ANNOTATED, fodder.get(party));
        }
    }

    private void feed(String prefix, Topic topic, byte[] value) throws Exception {
        feed(prefix, topic, List.of(new ConsumerRecord<>(topic.baseName(), 0, 0, "rubbish", value)));
    }

    private void feed(String prefix, Topic topic, List<ConsumerRecord<String, byte[]>> records) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(cluster.adminSettings(), new StringSerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> record : records) {
                producer.send(new ProducerRecord<>(prefix + topic.baseName(), record.key(), record.value()))
                        .get();
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, file);
    }

    private Map<String, String> adminSettings(String prefix) {
        Map<String, String> settings = common(prefix);
        cluster.adminSettings().forEach((key, value) -> settings.put("kafka." + key, value.toString()));
        return settings;
    }

    private Map<String, String> settings(String user, String prefix) {
        Map<String, String> settings = common(prefix);
        cluster.settings(user).forEach((key, value) -> settings.put("kafka." + key, value));
        return settings;
    }

    private Map<String, String> common(String prefix) {
        return new HashMap<>(Map.of(
                "schema.registry.url",
                registry.url(),
                "topic.prefix",
                prefix,
                "topic.partitions",
                "1",
                "topic.replication.factor",
                "1"));
    }
}
