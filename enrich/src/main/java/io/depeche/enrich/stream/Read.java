// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.event.RawStatement;
import io.depeche.schemas.monitor.Count;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads statements from their bytes, as the first step and not at the source: so a record that can't be read is counted
 * in the transaction of its dead letter, as all others are.
 */
final class Read implements Processor<String, byte[], String, Received> {

    private final String topic;
    private final Deserializer<RawStatement> deserializer;
    private final CommittedCounts shown;
    private final FailedRecords failed;
    private ProcessorContext<String, Received> context;
    private Counts counts;

    Read(String topic, Deserializer<RawStatement> deserializer, CommittedCounts shown, FailedRecords failed) {
        this.topic = topic;
        this.deserializer = deserializer;
        this.shown = shown;
        this.failed = failed;
    }

    @Override
    public void init(ProcessorContext<String, Received> context) {
        this.context = context;
        this.counts = new Counts(context, shown);
        counts.open();
        failed.counting(context.taskId(), counts);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        counts.add(Count.IN);
        RawStatement statement = deserializer.deserialize(topic, record.headers(), record.value());
        Identity.check(record.key(), statement);
        context.forward(record.withValue(new Received(statement, record.value())));
    }

    @Override
    public void close() {
        failed.notCounting(context.taskId());
        counts.close();
    }
}
