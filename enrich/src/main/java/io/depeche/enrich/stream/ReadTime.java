// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time of a record: its timestamp; that of the latest record of its partition where it has none, or the epoch where
 * there is no such record. A producer may leave it out, and Kafka Streams' own extractors end the thread then, or skip
 * the record.
 */
final class ReadTime implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : Math.max(partitionTime, 0);
    }
}
