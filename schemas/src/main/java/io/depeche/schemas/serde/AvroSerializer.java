// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes Avro specific records in the Confluent wire format: a zero byte, the schema id in four bytes, big-endian, and
 * the record in Avro's binary encoding. Subjects are named after topics (TopicNameStrategy).
 *
 * <p>Configured with Confluent's keys, see {@link RegistryConfig}. Thread-safe once configured. Waits while the
 * registry can't be reached, see {@link Registry}.
 *
 * @param <T> the records that it writes
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

    /** A larger buffer is not kept for the next record. */
    private static final int LARGEST_KEPT_BUFFER = 1024 * 1024;

    private final SchemaRegistryClient givenClient;
    private final ThreadLocal<Buffer> buffers = ThreadLocal.withInitial(Buffer::new);
    private Registry registry;
    private boolean isKey;

    /** For Kafka, which configures it next. */
    public AvroSerializer() {
        this(null);
    }

    /** On a client that is there already, a {@code MockSchemaRegistryClient} for one. */
    public AvroSerializer(SchemaRegistryClient client) {
        this.givenClient = client;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        this.isKey = isKey;
        this.registry = givenClient == null ? Registry.of(configs) : Registry.of(givenClient, configs);
    }

    @Override
    public byte[] serialize(String topic, T data) {
        if (data == null) {
            return null;
        }
        Schema schema = data.getSchema();
        int id = registry.idOf(topic + (isKey ? "-key" : "-value"), schema);
        Buffer buffer = buffers.get();
        try {
            return buffer.write(id, schema, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new SerializationException(
                    "a " + schema.getFullName() + " for topic " + topic + " can't be written: " + e.getMessage(), e);
        } finally {
            if (buffer.isLarge()) {
                buffers.remove();
            }
        }
    }

    @Override
    public void close() {
        WireFormat.close(registry);
    }

    /** Knows the branch of a union of null and another without a search by the value's class. */
    private static final class Writer extends SpecificDatumWriter<Object> {

        private Writer(Schema schema) {
            super(schema, SpecificData.getForSchema(schema));
        }

        @Override
        protected int resolveUnion(Schema union, Object datum) {
            List<Schema> branches = union.getTypes();
            if (branches.size() == 2) {
                boolean isNullFirst = branches.get(0).getType() == Schema.Type.NULL;
                if (isNullFirst || branches.get(1).getType() == Schema.Type.NULL) {
                    return isNullFirst == (datum == null) ? 0 : 1;
                }
            }
            return super.resolveUnion(union, datum);
        }
    }

    private static final class Buffer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        private BinaryEncoder encoder;
        private Schema written;
        private DatumWriter<Object> writer;

        byte[] write(int id, Schema schema, Object data) throws IOException {
            if (schema != written) {
                writer = new Writer(schema);
                written = schema;
            }
            bytes.reset();
            bytes.write(WireFormat.MAGIC);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
            encoder = EncoderFactory.get().directBinaryEncoder(bytes, encoder);
            writer.write(data, encoder);
            encoder.flush();
            return bytes.toByteArray();
        }

        boolean isLarge() {
            return bytes.size() > LARGEST_KEPT_BUFFER;
        }
    }
}
