// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import io.depeche.event.RawStatement;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A statement and the record that Kafka gets of it, keyed by its id, with the time of receipt as timestamp.
 *
 * @param place where the statement was read
 * @param message serialized already: its size is known, and what it is made of was in the processor's caches just now
 */
public record StatementRecord(RawStatement statement, String place, ProducerRecord<byte[], byte[]> message) {

    /** @throws org.apache.kafka.common.errors.SerializationException where the statement can't be written */
    public static StatementRecord of(
            RawStatement statement, String place, String topic, Serializer<RawStatement> serializer) {
        return new StatementRecord(
                statement,
                place,
                new ProducerRecord<>(
                        topic,
                        null,
                        statement.getReceivedAt().toEpochMilli(),
                        statement.getId().getBytes(StandardCharsets.UTF_8),
                        serializer.serialize(topic, statement)));
    }
}
