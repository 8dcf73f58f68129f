// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads what {@link AvroSerializer} and Confluent's serializers write, as records of one class
 * ({@code specific.avro.value.type}), whatever version of its schema they were written with.
 *
 * <p>Bytes that are not in the wire format, name an unknown schema id, hold another type, or are broken or too long
 * fail with a {@link SerializationException} that says which. Waits while the registry can't be reached, see
 * {@link Registry}. Thread-safe once configured: a Streams topology shares one among its threads.
 *
 * @param <T> the records that it reads
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private final SchemaRegistryClient givenClient;
    private final ThreadLocal<Reading<T>> reading = ThreadLocal.withInitial(Reading::new);
    private Registry registry;
    private Class<?> type;

    /** What one thread reuses from value to value; Avro's readers and decoders are not made to be shared. */
    private static final class Reading<T> {
        private final Map<Integer, DatumReader<T>> readers = new HashMap<>();
        private BinaryDecoder decoder;
    }

    /** For Kafka, which configures it next. */
    public AvroDeserializer() {
        this(null);
    }

    /** On a client that is there already, a {@code MockSchemaRegistryClient} for one. */
    public AvroDeserializer(SchemaRegistryClient client) {
        this.givenClient = client;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        this.registry = givenClient == null ? Registry.of(configs) : Registry.of(givenClient, configs);
        this.type = new RegistryConfig(configs).getClass(RegistryConfig.SPECIFIC_AVRO_VALUE_TYPE);
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new org.apache.kafka.common.config.ConfigException(
                    RegistryConfig.SPECIFIC_AVRO_VALUE_TYPE,
                    type,
                    "the class that values are read as, one made from an Avro schema");
        }
    }

    @Override
    public T deserialize(String topic, byte[] data) {
        if (data == null) {
            return null;
        }
        int id = WireFormat.schemaId(topic, data);
        Reading<T> mine = reading.get();
        DatumReader<T> reader = mine.readers.computeIfAbsent(id, this::readerOf);
        try {
            mine.decoder = DecoderFactory.get()
                    .binaryDecoder(data, WireFormat.HEADER, data.length - WireFormat.HEADER, mine.decoder);
            T value = reader.read(null, mine.decoder);
            if (!mine.decoder.isEnd()) {
                throw new SerializationException(
                        "behind the " + type.getSimpleName() + " there are bytes that do not belong to it");
            }
            return value;
        } catch (InterruptException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new SerializationException(
                    "a value of topic " + topic + " with schema id " + id + " can't be read as " + type.getSimpleName()
                            + ": " + e,
                    e);
        }
    }

    @Override
    public void close() {
        WireFormat.close(registry);
    }

    private DatumReader<T> readerOf(int id) {
        Schema writer = registry.schemaOf(id);
        Schema reader = SpecificData.get().getSchema(type);
        if (!writer.getFullName().equals(reader.getFullName())) {
            throw new SerializationException("schema id " + id + " is a " + writer.getFullName() + ", where a "
                    + reader.getFullName() + " is expected");
        }
        return new SpecificDatumReader<>(writer, reader, SpecificData.getForClass(type));
    }
}
