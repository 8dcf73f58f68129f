// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.schemas.monitor.Count;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Remembers a revision and passes its event on. The last step, for a statement that any step gave up must not count as
 * passed on: the same again would be dropped as unchanged.
 */
final class Remember implements FixedKeyProcessor<String, Revision<byte[]>, byte[]> {

    private final Duration retention;
    private final CommittedCounts shown;
    private final FailedRecords failed;
    private FixedKeyProcessorContext<String, byte[]> context;
    private Counts counts;
    private RevisionStore revisions;

    Remember(Duration retention, CommittedCounts shown, FailedRecords failed) {
        this.retention = retention;
        this.shown = shown;
        this.failed = failed;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, byte[]> context) {
        this.context = context;
        this.counts = new Counts(context, shown);
        this.revisions = new RevisionStore(context, retention);
    }

    @Override
    public void process(FixedKeyRecord<String, Revision<byte[]>> record) {
        revisions.put(record.key(), record.value().state());
        context.forward(record.withValue(record.value().event()));
        counts.add(Count.OUT);
        failed.succeeded();
    }
}
