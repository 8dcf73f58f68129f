// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.schemas.monitor.Count;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A step that counts the records it gives up. What a step behind it gives up does not come by here: Kafka Streams makes
 * the dead letter where the exception leaves a step. What it doesn't take for a dead letter ends the transaction, and
 * with it the count.
 */
final class DeadCounted<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

    private final Processor<KIn, VIn, KOut, VOut> step;
    private final CommittedCounts shown;
    private Counts counts;

    DeadCounted(Processor<KIn, VIn, KOut, VOut> step, CommittedCounts shown) {
        this.step = step;
        this.shown = shown;
    }

    @Override
    public void init(ProcessorContext<KOut, VOut> context) {
        counts = new Counts(context, shown);
        step.init(context);
    }

    @Override
    public void process(Record<KIn, VIn> record) {
        try {
            step.process(record);
        } catch (RuntimeException e) {
            counts.add(Count.dead(e));
            throw e;
        }
    }

    @Override
    public void close() {
        step.close();
    }
}
