// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A record that can't be processed, as it was read.
 *
 * @param topic that it was read from
 * @param partition that it was read from
 * @param offset that it was read from
 * @param timestamp milliseconds since the epoch; {@value ConsumerRecord#NO_TIMESTAMP} where it has none
 * @param key its key; null where it has none
 * @param value its value; null where it has none
 * @param headers its headers
 */
public record FailedRecord(
        String topic, int partition, long offset, long timestamp, byte[] key, byte[] value, Headers headers) {

    public static FailedRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new FailedRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    /** The same without its value. */
    public FailedRecord withoutValue() {
        return new FailedRecord(topic, partition, offset, timestamp, key, null, headers);
    }

    @Override
    public String toString() {
        return "topic %s, partition %d, offset %d".formatted(topic, partition, offset);
    }
}
