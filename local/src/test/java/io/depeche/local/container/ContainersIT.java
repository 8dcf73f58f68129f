// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.depeche.enrich.Enrich;
import io.depeche.enrich.EnrichConfig;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.FigureRecord;
import io.depeche.ingest.Ingest;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.publish.LoggingListener;
import io.depeche.local.Seed;
import io.depeche.local.Subscriber;
import io.depeche.schemas.Groundwork;
import io.depeche.schemas.Role;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.serde.IncompatibleSchemaException;
import io.depeche.schemas.topic.Topic;
import io.depeche.sink.Sink;
import io.depeche.sink.SinkConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The roles against Kafka's own image and a real Apicurio Registry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainersIT {

    private static final Duration START = Duration.ofMinutes(3);

    private final List<AutoCloseable> closing = new ArrayList<>();
    private KafkaContainer kafka;
    private String registryUrl;

    @BeforeAll
    void start() {
        Docker.require();
        kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:4.3.1")).withStartupTimeout(START);
        closing.add(kafka);
        kafka.start();
        @SuppressWarnings("resource") // closed with the others
        GenericContainer<?> registry = new GenericContainer<>(DockerImageName.parse("apicurio/apicurio-registry:3.3.3"))
                .withExposedPorts(8080)
                .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").withStartupTimeout(START));
        closing.add(registry);
        registry.start();
        registryUrl = "http://" + registry.getHost() + ":" + registry.getMappedPort(8080) + "/apis/ccompat/v7";
    }

    @AfterAll
    void close() throws Exception {
        Collections.reverse(closing);
        for (AutoCloseable part : closing) {
            part.close();
        }
    }

    @Test
    void theSeedStatementGoesAllTheWay(@TempDir Path state) throws Exception {
        Map<String, String> settings = settings("");
        settings.put("ingest.sources", "seed");
        settings.put("ingest.source.seed.type", "file");
        settings.put("ingest.source.seed.path", Seed.file().toString());
        settings.put("enrich.state.dir", state.toString());
        MeterRegistry meters = new SimpleMeterRegistry();
        try (Role ingest = Ingest.connect(
                        new IngestConfig(settings),
                        List.of(),
                        new LoggingListener(),
                        Clock.systemUTC(),
                        InputStream.nullInputStream(),
                        meters);
                Role enrich = new Enrich(new EnrichConfig(settings), Clock.systemUTC(), meters);
                Role sink = new Sink(new SinkConfig(settings), Clock.systemUTC(), meters)) {
            for (Role role : List.of(ingest, enrich, sink)) {
                role.start();
            }
            ConnectionConfig connection = new ConnectionConfig(connection(settings));
            try (Subscriber<EnrichedStatement> output =
                            Subscriber.of(connection, Topic.STATEMENTS_ENRICHED, EnrichedStatement.class);
                    Subscriber<FigureRecord> figures =
                            Subscriber.of(connection, Topic.STATEMENTS_FIGURES, FigureRecord.class)) {
                EnrichedStatement event = output.awaitValues(1).get(0);
                Seed.check(event);
                assertThat(figures.awaitValues(event.getFigures().size()))
                        .extracting(FigureRecord::getStatementId)
                        .containsOnly(event.getId());
            }
            assertThat(sink.isReady()).isTrue();
            assertThat(enrich.isReady()).isTrue();
        }
    }

    @Test
    void anIncompatibleSchemaIsAClearErrorThatNamesSubjectAndDifference() throws Exception {
        String subject = "taken.statements.raw-value";
        try (SchemaRegistryClient client = new CachedSchemaRegistryClient(registryUrl, 10)) {
            client.register(
                    subject,
                    new AvroSchema(new Schema.Parser()
                            .parse("{\"type\":\"record\",\"name\":\"RawStatement\",\"namespace\":\"io.depeche.event\","
                                    + "\"fields\":[{\"name\":\"other\",\"type\":\"long\"}]}")));
            client.updateCompatibility(subject, "FULL_TRANSITIVE");
        }
        try (Groundwork groundwork = new Groundwork(new ConnectionConfig(settings("taken.")), List.of())) {
            assertThatThrownBy(() -> groundwork.lay(Set.of(Topic.STATEMENTS_RAW)))
                    .isInstanceOf(IncompatibleSchemaException.class)
                    .hasMessageContaining(subject)
                    .hasMessageContaining("other");
        }
    }

    @Test
    void newSubjectsAreHeldToFullTransitive() throws Exception {
        try (Groundwork groundwork = new Groundwork(new ConnectionConfig(settings("held.")), List.of());
                SchemaRegistryClient client = new CachedSchemaRegistryClient(registryUrl, 10)) {
            groundwork.lay(Set.of(Topic.STATEMENTS_RAW, Topic.STATEMENTS_FIGURES));

            assertThat(client.getCompatibility("held.statements.raw-value")).isEqualTo("FULL_TRANSITIVE");
            assertThat(client.getCompatibility("held.statements.figures-value")).isEqualTo("FULL_TRANSITIVE");
        }
    }

    private Map<String, String> settings(String prefix) {
        return new HashMap<>(Map.of(
                "kafka.bootstrap.servers",
                kafka.getBootstrapServers(),
                "schema.registry.url",
                registryUrl,
                "topic.prefix",
                prefix,
                "topic.replication.factor",
                "1"));
    }

    private static Map<String, String> connection(Map<String, String> settings) {
        Map<String, String> connection = new HashMap<>(settings);
        connection.keySet().removeIf(key -> key.startsWith("ingest.") || key.startsWith("enrich."));
        return connection;
    }
}
