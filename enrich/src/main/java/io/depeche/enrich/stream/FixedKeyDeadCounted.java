// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.schemas.monitor.Count;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** {@link DeadCounted} for a step that keeps the key. */
final class FixedKeyDeadCounted<K, VIn, VOut> implements FixedKeyProcessor<K, VIn, VOut> {

    private final FixedKeyProcessor<K, VIn, VOut> step;
    private final CommittedCounts shown;
    private Counts counts;

    FixedKeyDeadCounted(FixedKeyProcessor<K, VIn, VOut> step, CommittedCounts shown) {
        this.step = step;
        this.shown = shown;
    }

    @Override
    public void init(FixedKeyProcessorContext<K, VOut> context) {
        counts = new Counts(context, shown);
        step.init(context);
    }

    @Override
    public void process(FixedKeyRecord<K, VIn> record) {
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
