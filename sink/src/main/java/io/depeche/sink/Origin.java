// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The place that a record was read from. */
record Origin(TopicPartition partition, long offset) {

    static Origin of(ConsumerRecord<?, ?> record) {
        return new Origin(new TopicPartition(record.topic(), record.partition()), record.offset());
    }

    @Override
    public String toString() {
        return "topic %s, partition %d, offset %d".formatted(partition.topic(), partition.partition(), offset);
    }
}
