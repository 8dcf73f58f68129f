// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.depeche.event.RawStatement;
import io.depeche.event.RevisionState;
import io.depeche.event.SourceCursor;
import io.depeche.schemas.Events;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come, reading them ends soon, in a record or in a SerializationException that says what is wrong. */
class BrokenBytesTest {

    private static final String TOPIC = "statements.raw";
    private static final Map<String, String> SETTINGS = Map.of("schema.registry.url", "http://registry.example:8081");

    private final SchemaRegistryClient client = new MockSchemaRegistryClient();
    private final byte[] statement = statementBytes();

    @Test
    void bytesOfAnotherFormatAreRefused() {
        assertThatThrownBy(() -> read(RawStatement.class, "{\"id\":\"1\"}".getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessage("a value of topic statements.raw (10 bytes, the first 0x7b) is not in the Confluent wire"
                        + " format: 0x00, schema id in 4 bytes, Avro");
    }

    @Test
    void noBytesAreRefused() {
        assertThatThrownBy(() -> read(RawStatement.class, new byte[0]))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("0 bytes, the first missing");
    }

    @Test
    void aHeaderThatIsCutShortIsRefused() {
        assertThatThrownBy(() -> read(RawStatement.class, new byte[] {0, 0, 0, 1}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("4 bytes, the first 0x00");
    }

    @Test
    void anUnknownIdIsRefused() {
        byte[] bytes = statement.clone();
        ByteBuffer.wrap(bytes).putInt(1, 4711);

        assertThatThrownBy(() -> read(RawStatement.class, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("4711")
                .hasMessageContaining("http://registry.example:8081");
    }

    @Test
    void bytesBehindTheRecordAreRefused() {
        assertThatThrownBy(() -> read(RawStatement.class, Arrays.copyOf(statement, statement.length + 1)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(TOPIC)
                .hasMessageContaining("behind the RawStatement");
    }

    @Test
    void aRecordThatIsCutShortAnywhereIsRefused() {
        for (int length = 5; length < statement.length; length++) {
            byte[] cut = Arrays.copyOf(statement, length);
            assertThatThrownBy(() -> read(RawStatement.class, cut))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("can't be read as RawStatement");
        }
    }

    @Timeout(30)
    @ParameterizedTest
    @ValueSource(
            longs = {Integer.MAX_VALUE, Integer.MAX_VALUE - 8, 1 << 30, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void aStringOfAnImpossibleLengthIsRefused(long length) throws Exception {
        byte[] bytes = wire(RawStatement.class, encoder -> encoder.writeLong(length));

        assertThatThrownBy(() -> read(RawStatement.class, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("can't be read as RawStatement");
    }

    @Timeout(30)
    @ParameterizedTest
    @ValueSource(longs = {1L << 40, Integer.MAX_VALUE, 1 << 30, Long.MAX_VALUE, Long.MIN_VALUE, -(1L << 40)})
    void anArrayOfAnImpossibleLengthIsRefused(long count) throws Exception {
        byte[] bytes = wire(RevisionState.class, encoder -> {
            encoder.writeInt(1);
            encoder.writeString("fingerprint");
            encoder.writeLong(count);
            encoder.writeLong(8);
        });

        assertThatThrownBy(() -> read(RevisionState.class, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("can't be read as RevisionState");
    }

    @Timeout(30)
    @ParameterizedTest
    @ValueSource(longs = {1L << 40, Integer.MAX_VALUE, 1 << 30, Long.MAX_VALUE, Long.MIN_VALUE, -(1L << 40)})
    void aMapOfAnImpossibleLengthIsRefused(long count) throws Exception {
        byte[] bytes = wire(SourceCursor.class, encoder -> {
            encoder.writeString("source");
            for (int nullable = 0; nullable < 4; nullable++) {
                encoder.writeIndex(0);
            }
            encoder.writeLong(count);
            encoder.writeLong(8);
        });

        assertThatThrownBy(() -> read(SourceCursor.class, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("can't be read as SourceCursor");
    }

    @Property(tries = 3000)
    void damagedBytesGiveARecordOrASerializationException(
            @ForAll @IntRange(min = 5, max = 110) int at, @ForAll byte damage, @ForAll byte more) {
        byte[] bytes = statement.clone();
        bytes[at] = damage;
        bytes[Math.min(at + 1, bytes.length - 1)] = more;

        try {
            assertThat(read(RawStatement.class, bytes)).isNotNull();
        } catch (SerializationException e) {
            assertThat(e).hasMessageContaining(TOPIC).hasMessageContaining("can't be read as RawStatement");
        }
    }

    @Property(tries = 1000)
    void anyBytesGiveARecordOrASerializationException(@ForAll byte[] body) throws Exception {
        byte[] bytes = ByteBuffer.allocate(5 + body.length)
                .put(statement, 0, 5)
                .put(body)
                .array();

        try {
            assertThat(read(RawStatement.class, bytes)).isNotNull();
        } catch (SerializationException e) {
            assertThat(e).hasMessageContaining(TOPIC).hasMessageContaining("can't be read as RawStatement");
        }
    }

    @Test
    void aGoodRecordAfterABrokenOneIsRead() {
        // Given one deserializer, which reuses its buffers
        AvroDeserializer<RawStatement> deserializer = deserializer(RawStatement.class);
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, Arrays.copyOf(statement, 20)))
                .isInstanceOf(SerializationException.class);

        // When a good one follows, then it is whole
        assertThat(deserializer.deserialize(TOPIC, statement)).isEqualTo(Events.statement("12 morts"));
    }

    private interface Body {
        void write(BinaryEncoder encoder) throws IOException;
    }

    private byte[] statementBytes() {
        AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(client);
        serializer.configure(SETTINGS, false);
        return serializer.serialize(TOPIC, Events.statement("12 morts"));
    }

    private byte[] wire(Class<? extends SpecificRecord> type, Body body) throws IOException, RestClientException {
        int id = client.register("t-value", new AvroSchema(SpecificData.get().getSchema(type)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        body.write(encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private <T extends SpecificRecord> T read(Class<T> type, byte[] bytes) {
        return deserializer(type).deserialize(TOPIC, bytes);
    }

    private <T extends SpecificRecord> AvroDeserializer<T> deserializer(Class<T> type) {
        AvroDeserializer<T> deserializer = new AvroDeserializer<>(client);
        deserializer.configure(
                Map.of(
                        "schema.registry.url",
                        SETTINGS.get("schema.registry.url"),
                        "specific.avro.value.type",
                        type.getName()),
                false);
        return deserializer;
    }
}
