// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import io.depeche.event.EnrichedStatement;
import io.depeche.event.FigureRecord;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What one annotated statement becomes: itself on statements.enriched, and a flat record of each figure on
 * statements.figures, all with its key, headers and timestamp.
 *
 * <p>For one thread.
 */
final class Delivery implements AutoCloseable {

    /**
     * What a record becomes.
     *
     * @param outputs all records
     * @param since when it could have come out at the earliest: its receipt, or the end of its embargo
     */
    record Outputs(List<ProducerRecord<byte[], byte[]>> outputs, Instant since) {}

    private final Deserializer<EnrichedStatement> reader;
    private final Serializer<SpecificRecord> writer;
    private final FigureFlattener flattener = new FigureFlattener();
    private final String enriched;
    private final String figures;
    private final Clock clock;

    /** Closes both serdes when it is closed. */
    Delivery(Deserializer<EnrichedStatement> reader, Serializer<SpecificRecord> writer, Topics topics, Clock clock) {
        this.reader = reader;
        this.writer = writer;
        this.enriched = topics.name(Topic.STATEMENTS_ENRICHED);
        this.figures = topics.name(Topic.STATEMENTS_FIGURES);
        this.clock = clock;
    }

    /**
     * All outputs of a record. All are made before the first is sent, so that a record is never delivered in part.
     *
     * @throws UndeliverableException where the record can't be read or contradicts itself
     * @throws DeliveryStoppedException where the outputs can't be written, the registry refusing their schema
     */
    Outputs of(ConsumerRecord<byte[], byte[]> annotated) throws UndeliverableException {
        Instant now = clock.instant();
        EnrichedStatement statement = read(annotated);
        List<FigureRecord> flat = flatten(statement);
        statement.getTimings().setDeliveredAt(now);

        List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>(1 + flat.size());
        outputs.add(output(annotated, annotated.headers(), enriched, statement));
        // Without its headers, which may be long: they would be there as often as there are figures.
        flat.forEach(figure -> outputs.add(output(annotated, new RecordHeaders(), figures, figure)));
        return new Outputs(outputs, since(statement));
    }

    @Override
    public void close() {
        try (reader;
                writer) {
            // Both, whatever becomes of the first.
        }
    }

    private static Instant since(EnrichedStatement statement) {
        Instant embargo = statement.getEmbargo();
        Instant received = statement.getReceivedAt();
        return embargo != null && embargo.isAfter(received) ? embargo : received;
    }

    private EnrichedStatement read(ConsumerRecord<byte[], byte[]> annotated) throws UndeliverableException {
        EnrichedStatement statement;
        try {
            statement = reader.deserialize(annotated.topic(), annotated.headers(), annotated.value());
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            // What a deserializer throws is its own choice; that this value can't be read is all that it can mean.
            throw new UndeliverableException(e);
        }
        if (statement == null) {
            throw new UndeliverableException(new SerializationException(
                    Origin.of(annotated) + " has no value, where an EnrichedStatement is expected"));
        }
        return statement;
    }

    private List<FigureRecord> flatten(EnrichedStatement statement) throws UndeliverableException {
        try {
            return flattener.flatten(statement);
        } catch (IllegalArgumentException e) {
            throw new UndeliverableException(e);
        }
    }

    private ProducerRecord<byte[], byte[]> output(
            ConsumerRecord<byte[], byte[]> annotated, Headers headers, String topic, SpecificRecord event) {
        byte[] value;
        try {
            value = writer.serialize(topic, event);
        } catch (SerializationException e) {
            throw new DeliveryStoppedException(
                    "the " + event.getSchema().getName() + " made of " + Origin.of(annotated)
                            + " can't be written to topic " + topic + ": " + e.getMessage(),
                    e);
        }
        // Kafka reads a record without a timestamp as -1, and does not take -1 for one.
        Long timestamp = annotated.timestamp() == ConsumerRecord.NO_TIMESTAMP ? null : annotated.timestamp();
        return new ProducerRecord<>(topic, null, timestamp, annotated.key(), value, headers);
    }
}
