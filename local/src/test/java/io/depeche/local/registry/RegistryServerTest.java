// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.depeche.event.EnrichedStatement;
import io.depeche.local.broker.PortInUseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry as Confluent's own client sees it. */
class RegistryServerTest {
    private static final AvroSchema WIRE =
            avro(SchemaBuilder.record("Wire").fields().requiredString("text").endRecord());
    private static final AvroSchema WIRE_WITH_URL = avro(SchemaBuilder.record("Wire")
            .fields()
            .requiredString("text")
            .optionalString("url")
            .endRecord());
    /** Cannot read what {@link #WIRE} wrote. */
    private static final AvroSchema WIRE_THAT_NEEDS_RIGHTS = avro(SchemaBuilder.record("Wire")
            .fields()
            .requiredString("text")
            .requiredString("rights")
            .endRecord());

    @TempDir
    private Path directory;

    private RegistryServer registry;
    private SchemaRegistryClient client;

    @BeforeEach
    void startWithJournal() throws IOException {
        restart();
    }

    @AfterEach
    void stop() throws IOException {
        registry.close();
    }

    private void restart() throws IOException {
        if (registry != null) {
            registry.close();
        }
        registry = RegistryServer.start(RegistryOptions.keptIn(journal()));
        client = newClient();
    }

    private Path journal() {
        return directory.resolve("registry").resolve("schemas.jsonl");
    }

    /** A client with nothing cached, so that the server is asked. */
    private SchemaRegistryClient newClient() {
        return new CachedSchemaRegistryClient(registry.url(), 100);
    }

    private static AvroSchema avro(Schema schema) {
        return new AvroSchema(schema);
    }

    @Test
    void registeredSchemaIsFoundByIdByVersionAndByItself() throws Exception {
        // Given
        AvroSchema schema = avro(EnrichedStatement.getClassSchema());

        // When
        int id = client.register("statements.enriched-value", schema);

        // Then
        SchemaRegistryClient reader = newClient();
        assertThat(reader.getSchemaById(id)).isEqualTo(schema);
        assertThat(reader.getSchemaBySubjectAndId("statements.enriched-value", id))
                .isEqualTo(schema);
        assertThat(reader.getLatestSchemaMetadata("statements.enriched-value").getSchema())
                .isEqualTo(schema.canonicalString());
        assertThat(reader.getId("statements.enriched-value", schema)).isEqualTo(id);
        assertThat(reader.getVersion("statements.enriched-value", schema)).isEqualTo(1);
        assertThat(reader.getAllSubjects()).containsExactly("statements.enriched-value");
        assertThat(reader.getAllVersionsById(id)).containsExactly(new SubjectVersion("statements.enriched-value", 1));
        assertThat(reader.getAllSubjectsById(id)).containsExactly("statements.enriched-value");
    }

    @Test
    void sameSchemaKeepsItsIdAndVersionHoweverOftenItIsRegistered() throws Exception {
        // Given
        int id = client.register("wires-value", WIRE);

        // When
        int again = newClient().register("wires-value", WIRE);
        int elsewhere = newClient().register("other-value", WIRE);

        // Then
        assertThat(again).isEqualTo(id);
        assertThat(elsewhere).isEqualTo(id);
        assertThat(client.getAllVersions("wires-value")).containsExactly(1);
        assertThat(client.getAllVersionsById(id))
                .containsExactlyInAnyOrder(new SubjectVersion("wires-value", 1), new SubjectVersion("other-value", 1));
    }

    @Test
    void normalisedSchemaIsTheSameWhateverTheOrderOfItsAttributes() throws Exception {
        // Given
        int id = client.register("wires-value", WIRE, true);
        AvroSchema reordered = new AvroSchema(
                "{\"fields\":[{\"type\":{\"type\":\"string\"},\"name\":\"text\"}],\"name\":\"Wire\",\"type\":\"record\"}");

        // When
        int same = newClient().register("wires-value", reordered, true);

        // Then
        assertThat(same).isEqualTo(id);
    }

    @Test
    void idsAndVersionsAndLevelsSurviveRestart() throws Exception {
        // Given
        client.updateCompatibility(null, "FULL_TRANSITIVE");
        client.updateCompatibility("loose-value", "NONE");
        int other = client.register("other-value", avro(EnrichedStatement.getClassSchema()));
        int first = client.register("wires-value", WIRE);
        int second = client.register("wires-value", WIRE_WITH_URL);

        // When
        restart();

        // Then
        assertThat(client.getSchemaById(other)).isEqualTo(avro(EnrichedStatement.getClassSchema()));
        assertThat(client.getSchemaById(first)).isEqualTo(WIRE);
        assertThat(client.getSchemaMetadata("wires-value", 2).getId()).isEqualTo(second);
        assertThat(client.getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
        assertThat(client.getCompatibility("loose-value")).isEqualTo("NONE");
        assertThat(client.register("new-value", avro(SchemaBuilder.builder().longType())))
                .isEqualTo(second + 1);
    }

    @Test
    void schemaThatRefersToAnotherIsResolvedBeforeAndAfterRestart() throws Exception {
        // Given
        client.register("wire-value", WIRE);
        String wires = "{\"type\":\"array\",\"items\":\"Wire\"}";
        AvroSchema referring = new AvroSchema(
                wires,
                List.of(new SchemaReference("Wire", "wire-value", 1)),
                Map.of("Wire", WIRE.canonicalString()),
                null);

        // When
        int id = client.register("wires-value", referring);
        restart();

        // Then
        assertThat(client.getSchemaById(id).rawSchema()).isEqualTo(referring.rawSchema());
    }

    @Test
    void incompatibleSchemaIsRefusedWithSubjectVersionAndDifference() throws Exception {
        // Given
        client.register("wires-value", WIRE);

        // When / Then
        assertThatThrownBy(() -> client.register("wires-value", WIRE_THAT_NEEDS_RIGHTS))
                .isInstanceOfSatisfying(RestClientException.class, e -> {
                    assertThat(e.getStatus()).isEqualTo(409);
                    assertThat(e.getErrorCode()).isEqualTo(409);
                })
                .hasMessageContaining("wires-value")
                .hasMessageContaining("oldSchemaVersion: 1")
                .hasMessageContaining("READER_FIELD_MISSING_DEFAULT_VALUE")
                .hasMessageContaining("rights");
        assertThat(client.getAllVersions("wires-value")).containsExactly(1);
    }

    @Test
    void transitiveLevelChecksAllVersionsAndTheOthersTheLatest() throws Exception {
        // Given: each version is compatible with the one before it, the third is not with the first
        AvroSchema withDefault = avro(SchemaBuilder.record("Wire")
                .fields()
                .requiredString("text")
                .name("rights")
                .type()
                .stringType()
                .stringDefault("")
                .endRecord());
        for (String subject : List.of("latest-value", "all-value")) {
            client.register(subject, WIRE);
            client.register(subject, withDefault);
        }
        client.updateCompatibility("latest-value", "BACKWARD");
        client.updateCompatibility("all-value", "BACKWARD_TRANSITIVE");

        // When
        client.register("latest-value", WIRE_THAT_NEEDS_RIGHTS);

        // Then
        assertThat(client.getAllVersions("latest-value")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> newClient().register("all-value", WIRE_THAT_NEEDS_RIGHTS))
                .hasMessageContaining("oldSchemaVersion: 1");
    }

    @Test
    void compatibilityIsTestedWithoutRegistering() throws Exception {
        // Given
        client.register("wires-value", WIRE);

        // When / Then
        assertThat(client.testCompatibility("wires-value", WIRE_WITH_URL)).isTrue();
        assertThat(client.testCompatibility("wires-value", WIRE_THAT_NEEDS_RIGHTS))
                .isFalse();
        assertThat(client.testCompatibilityVerbose("wires-value", WIRE_THAT_NEEDS_RIGHTS))
                .anySatisfy(message -> assertThat(message).contains("rights"));
        assertThat(client.testCompatibility("unknown-value", WIRE)).isTrue();
        assertThat(client.getAllVersions("wires-value")).containsExactly(1);
    }

    @Test
    void whatIsUnknownIsAnsweredWithConfluentsCodes() throws Exception {
        // Given
        client.register("wires-value", WIRE);

        // When / Then
        assertErrorCode(40401, () -> client.getAllVersions("unknown-value"));
        assertErrorCode(40401, () -> client.getLatestSchemaMetadata("unknown-value"));
        assertErrorCode(40401, () -> client.getId("unknown-value", WIRE));
        assertErrorCode(40402, () -> client.getSchemaMetadata("wires-value", 7));
        assertErrorCode(40403, () -> client.getSchemaById(7));
        assertErrorCode(40403, () -> client.getId("wires-value", WIRE_WITH_URL));
        assertErrorCode(42203, () -> client.updateCompatibility("wires-value", "SIDEWAYS"));
    }

    private static void assertErrorCode(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RestClientException.class,
                        e -> assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(code));
    }

    @Test
    void idsAreGivenByTheRegistryAlone() {
        assertErrorCode(42205, () -> client.register("wires-value", WIRE, 1, 77));
    }

    @Test
    void sameSchemaRegisteredAtOnceByManyGetsOneId() throws Exception {
        // Given
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            // When
            List<Future<Integer>> ids = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                int subject = i % 4;
                ids.add(threads.submit(
                        () -> new RestService(registry.url()).registerSchema(WIRE.canonicalString(), "s" + subject)));
            }

            // Then
            Set<Integer> distinct = new HashSet<>();
            for (Future<Integer> id : ids) {
                distinct.add(id.get());
            }
            assertThat(distinct).containsExactly(1);
            assertThat(client.getAllVersionsById(1).stream()
                            .map(SubjectVersion::getVersion)
                            .collect(Collectors.toSet()))
                    .containsExactly(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void subjectMayHoldAnyCharacter() throws Exception {
        // Given
        String subject = "wires/one + 50 % of 'two'-value";

        // When
        client.register(subject, WIRE);

        // Then
        assertThat(client.getAllSubjects()).containsExactly(subject);
        assertThat(client.getVersion(subject, WIRE)).isEqualTo(1);
    }

    @Test
    void portInUseIsNamedWithTheOptionThatChoosesAnother() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertThatThrownBy(() ->
                            RegistryServer.start(RegistryOptions.inMemory().withPort(other.getLocalPort())))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining(Integer.toString(other.getLocalPort()))
                    .hasMessageContaining("the schema registry")
                    .hasMessageContaining("--registry-port");
        }
    }

    @Test
    void journalIsForOneRegistryAtATime() {
        assertThatThrownBy(() -> RegistryServer.start(RegistryOptions.keptIn(journal())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(journal().toString())
                .hasMessageContaining("in use by another registry");
    }

    @Test
    void closedRegistryLeavesItsPortAndItsJournalToTheNext() throws Exception {
        // Given
        int port = URI.create(registry.url()).getPort();
        registry.close();
        registry.close();

        // When
        registry = RegistryServer.start(RegistryOptions.keptIn(journal()).withPort(port));

        // Then
        assertThat(newClient().getAllSubjects()).isEmpty();
    }
}
