// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.RawStatement;
import io.depeche.event.RevisionState;
import io.depeche.schemas.EventArbitraries;
import io.depeche.schemas.Events;
import io.depeche.schemas.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {

    private static final String TOPIC = "statements.raw";
    private static final String SUBJECT = "statements.raw-value";

    private final SchemaRegistryClient client = new MockSchemaRegistryClient();

    @Property(tries = 300)
    void everyEventComesBackAsItWas(@ForAll("events") SpecificRecord event) {
        byte[] bytes = serializer(Map.of()).serialize("t", event);

        assertThat(deserializer(event.getClass()).deserialize("t", bytes)).isEqualTo(event);
    }

    @Property(tries = 100)
    void everyStatementComesBackAsItWas(@ForAll("statements") SpecificRecord statement) {
        byte[] bytes = serializer(Map.of()).serialize("t", statement);

        assertThat(deserializer(statement.getClass()).deserialize("t", bytes)).isEqualTo(statement);
    }

    @Provide
    Arbitrary<SpecificRecord> events() {
        return Arbitraries.of(Events.schemas().values()).flatMap(EventArbitraries::of);
    }

    @Provide
    Arbitrary<SpecificRecord> statements() {
        return Arbitraries.of(RawStatement.getClassSchema(), EnrichedStatement.getClassSchema())
                .flatMap(EventArbitraries::of);
    }

    @Test
    void bytesAreAZeroTheIdAndTheRecordInAvro() throws Exception {
        // Given a statement whose schema has an id
        RawStatement statement = Events.statement("Le 12 décembre, près de 5 000 personnes 🚧");
        int id = client.register("other-value", new AvroSchema(plain(RawStatement.getClassSchema())));

        // When it is written
        byte[] bytes = serializer(Map.of()).serialize(TOPIC, statement);

        // Then Avro's own encoding of it follows the zero and the id
        ByteBuffer read = ByteBuffer.wrap(bytes);
        assertThat(read.get()).isZero();
        assertThat(read.getInt()).isEqualTo(id);
        assertThat(Arrays.copyOfRange(bytes, 5, bytes.length)).isEqualTo(singleObjectBody(statement));
        assertThat(client.getAllVersions(SUBJECT)).containsExactly(1);
    }

    @Test
    void keysHaveTheirOwnSubject() throws Exception {
        AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(client);
        serializer.configure(settings(Map.of()), true);

        serializer.serialize(TOPIC, Events.statement("a"));

        assertThat(client.getAllSubjects()).containsExactly("statements.raw-key");
    }

    @Test
    void nullStaysNull() {
        assertThat(serializer(Map.of()).serialize(TOPIC, null)).isNull();
        assertThat(deserializer(RawStatement.class).deserialize(TOPIC, null)).isNull();
    }

    @Test
    void severalThreadsShareOneSerializerAndOneDeserializer() throws Exception {
        // Given one of each, and threads with texts of very different lengths
        AvroSerializer<SpecificRecord> serializer = serializer(Map.of());
        AvroDeserializer<RawStatement> deserializer = deserializer(RawStatement.class);
        int threads = 8;
        int statementsEach = 200;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> tasks = IntStream.range(0, threads)
                    .<Callable<Void>>mapToObj(thread -> () -> {
                        for (int i = 0; i < statementsEach; i++) {
                            RawStatement statement = Events.statement(("é" + thread).repeat(1 + i * 37 % 5000));
                            byte[] bytes = serializer.serialize(TOPIC, statement);
                            assertThat(deserializer.deserialize(TOPIC, bytes)).isEqualTo(statement);
                        }
                        return null;
                    })
                    .toList();

            // When all run at once, then each thread reads what it wrote
            for (Future<Void> result : executor.invokeAll(tasks)) {
                result.get();
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(client.getAllVersions(SUBJECT)).containsExactly(1);
    }

    @Test
    void aLargeStatementDoesNotDisturbTheNext() {
        AvroSerializer<SpecificRecord> serializer = serializer(Map.of());
        AvroDeserializer<RawStatement> deserializer = deserializer(RawStatement.class);
        RawStatement large = Events.statement("x".repeat(3 * 1024 * 1024));
        RawStatement small = Events.statement("y");

        byte[] largeBytes = serializer.serialize(TOPIC, large);
        byte[] smallBytes = serializer.serialize(TOPIC, small);

        assertThat(deserializer.deserialize(TOPIC, largeBytes)).isEqualTo(large);
        assertThat(deserializer.deserialize(TOPIC, smallBytes)).isEqualTo(small);
    }

    @Test
    void aRecordOfAnOlderVersionIsReadWithTheNewFieldsDefault() throws Exception {
        // Given a version of the schema before there was a version label
        Schema older = without(RawStatement.getClassSchema(), "version");
        GenericData.Record record = new GenericData.Record(older);
        RawStatement statement = Events.statement("Quatre blessés");
        older.getFields().forEach(field -> record.put(field.name(), statement.get(field.name())));
        int id = client.register(SUBJECT, new AvroSchema(older));
        byte[] bytes = wire(id, body(older, record));

        // When today's class reads it, then the rest is all there
        assertThat(deserializer(RawStatement.class).deserialize(TOPIC, bytes)).isEqualTo(statement);
    }

    @Test
    void aRecordOfANewerVersionIsReadWithoutTheNewField() throws Exception {
        Schema today = RevisionState.getClassSchema();
        Schema newer = with(today, "note", "later");
        GenericData.Record record = new GenericData.Record(newer);
        record.put("revision", 3);
        record.put("fingerprint", "abc");
        record.put("figures", List.of());
        record.put("note", "unknown here");
        int id = client.register(SUBJECT, new AvroSchema(newer));

        RevisionState read = deserializer(RevisionState.class).deserialize(TOPIC, wire(id, body(newer, record)));

        assertThat(read.getRevision()).isEqualTo(3);
        assertThat(read.getFingerprint()).isEqualTo("abc");
    }

    @Test
    void anotherTypeIsRefused() {
        byte[] state = serializer(Map.of())
                .serialize(
                        TOPIC,
                        RevisionState.newBuilder()
                                .setRevision(1)
                                .setFingerprint("f")
                                .build());

        assertThatThrownBy(() -> deserializer(RawStatement.class).deserialize(TOPIC, state))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("io.depeche.event.RevisionState")
                .hasMessageContaining("io.depeche.event.RawStatement is expected");
    }

    @Test
    void anIncompleteEventIsRefusedWithItsType() {
        RawStatement incomplete = new RawStatement();

        assertThatThrownBy(() -> serializer(Map.of()).serialize(TOPIC, incomplete))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("io.depeche.event.RawStatement")
                .hasMessageContaining(TOPIC);
    }

    @Test
    void registeredSchemasHaveNothingThatOnlyJavaReads() throws Exception {
        serializer(Map.of())
                .serialize(
                        "t",
                        EventArbitraries.of(EnrichedStatement.getClassSchema()).sample());

        assertThat(client.getLatestSchemaMetadata("t-value").getSchema())
                .doesNotContain("avro.java.string")
                .isEqualTo(plain(EnrichedStatement.getClassSchema()).toString());
    }

    @Test
    void withoutAutoRegistrationAMissingSchemaIsAnErrorThatSaysWhatToDo() {
        AvroSerializer<SpecificRecord> serializer = serializer(Map.of("auto.register.schemas", "false"));

        assertThatThrownBy(() -> serializer.serialize(TOPIC, Events.statement("a")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(SUBJECT)
                .hasMessageContaining("auto.register.schemas=true");
    }

    @Test
    void withoutAutoRegistrationTheSchemaFileOfTheOperatorIsFound() throws Exception {
        int id = client.register(SUBJECT, new AvroSchema(plain(RawStatement.getClassSchema())));
        AvroSerializer<SpecificRecord> serializer = serializer(Map.of("auto.register.schemas", "false"));

        byte[] bytes = serializer.serialize(TOPIC, Events.statement("a"));

        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(id);
        assertThat(client.getAllVersions(SUBJECT)).containsExactly(1);
    }

    @Test
    void theLatestVersionIsTakenWhereItIsTheSameSchema() throws Exception {
        client.register(SUBJECT, new AvroSchema(without(RawStatement.getClassSchema(), "version")));
        int latest = client.register(SUBJECT, new AvroSchema(RawStatement.getClassSchema()));
        AvroSerializer<SpecificRecord> serializer =
                serializer(Map.of("auto.register.schemas", "false", "use.latest.version", "true"));

        byte[] bytes = serializer.serialize(TOPIC, Events.statement("a"));

        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(latest);
    }

    @Test
    void theLatestVersionIsRefusedWhereItIsAnotherSchema() throws Exception {
        client.register(SUBJECT, new AvroSchema(plain(RawStatement.getClassSchema())));
        client.register(SUBJECT, new AvroSchema(without(RawStatement.getClassSchema(), "version")));
        AvroSerializer<SpecificRecord> serializer =
                serializer(Map.of("auto.register.schemas", "false", "use.latest.version", "true"));

        assertThatThrownBy(() -> serializer.serialize(TOPIC, Events.statement("a")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("use.latest.version=false");
    }

    @Test
    void theTypeToReadHasToBeNamed() {
        AvroDeserializer<RawStatement> deserializer = new AvroDeserializer<>(client);

        assertThatThrownBy(() -> deserializer.configure(settings(Map.of()), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("specific.avro.value.type");
        assertThatThrownBy(() -> deserializer.configure(
                        settings(Map.of("specific.avro.value.type", String.class.getName())), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void preparingASubjectRegistersTheSchemaAndHoldsLaterOnesToIt() throws Exception {
        try (Registry registry = Registry.of(client, settings(Map.of()))) {
            for (Topic topic : Topic.values()) {
                topic.valueSchema().ifPresent(schema -> registry.prepare(topic.baseName() + "-value", schema));
            }
        }

        assertThat(client.getAllSubjects())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Topic.values())
                        .filter(topic -> topic.valueSchema().isPresent())
                        .map(topic -> topic.baseName() + "-value")
                        .toList());
        assertThat(client.getCompatibility(SUBJECT)).isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void theCompatibilityLevelOfAnExistingSubjectStaysItsOwners() throws Exception {
        client.register(SUBJECT, new AvroSchema(without(RawStatement.getClassSchema(), "version")));
        client.updateCompatibility(SUBJECT, "NONE");

        try (Registry registry = Registry.of(client, settings(Map.of()))) {
            registry.prepare(SUBJECT, RawStatement.getClassSchema());
        }

        assertThat(client.getCompatibility(SUBJECT)).isEqualTo("NONE");
        assertThat(client.getAllVersions(SUBJECT)).containsExactly(1, 2);
    }

    private AvroSerializer<SpecificRecord> serializer(Map<String, String> settings) {
        AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(client);
        serializer.configure(settings(settings), false);
        return serializer;
    }

    private <T extends SpecificRecord> AvroDeserializer<T> deserializer(Class<T> type) {
        AvroDeserializer<T> deserializer = new AvroDeserializer<>(client);
        deserializer.configure(settings(Map.of("specific.avro.value.type", type.getName())), false);
        return deserializer;
    }

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("schema.registry.url", "http://registry.example:8081");
        return settings;
    }

    private static Schema plain(Schema schema) {
        return new Schema.Parser().parse(schema.toString().replace(",\"avro.java.string\":\"String\"", ""));
    }

    private static Schema without(Schema schema, String field) {
        List<Schema.Field> fields = new ArrayList<>(plain(schema).getFields());
        fields.removeIf(candidate -> candidate.name().equals(field));
        return record(schema, fields);
    }

    private static Schema with(Schema schema, String field, String defaultValue) {
        List<Schema.Field> fields = new ArrayList<>(plain(schema).getFields());
        fields.add(new Schema.Field(field, Schema.create(Schema.Type.STRING), "", defaultValue));
        return record(schema, fields);
    }

    private static Schema record(Schema schema, List<Schema.Field> fields) {
        return Schema.createRecord(
                schema.getName(),
                schema.getDoc(),
                schema.getNamespace(),
                false,
                fields.stream()
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
    }

    private static byte[] singleObjectBody(RawStatement statement) throws IOException {
        // Avro's single-object encoding has a header of two marker bytes and an eight-byte fingerprint.
        byte[] encoded = RawStatement.getEncoder().encode(statement).array();
        return Arrays.copyOfRange(encoded, 10, encoded.length);
    }

    private static byte[] body(Schema schema, GenericData.Record record) throws IOException {
        GenericData data = new GenericData();
        data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema, data).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static byte[] wire(int id, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }
}
