// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record that is written for one that was read: with its key, headers and timestamp, on another topic. */
final class Successor {

    private Successor() {}

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> read, String topic, byte[] value) {
        // Kafka reads a record without a timestamp as -1, and does not take -1 for one.
        Long timestamp = read.timestamp() == ConsumerRecord.NO_TIMESTAMP ? null : read.timestamp();
        return new ProducerRecord<>(topic, null, timestamp, read.key(), value, read.headers());
    }
}
