// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.pipeline;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.publish.IngestListener;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Counts what ingest took in, and passes it on to another listener. Thread-safe. */
public final class Tally implements IngestListener {

    private final IngestListener next;
    private final LongAdder published = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final LongAdder refused = new LongAdder();

    public Tally(IngestListener next) {
        this.next = next;
    }

    @Override
    public void published(RawStatement statement, RecordMetadata metadata) {
        next.published(statement, metadata);
        published.increment();
    }

    @Override
    public void unchanged(RawStatement statement) {
        next.unchanged(statement);
        unchanged.increment();
    }

    @Override
    public void refused(Refusal refusal) {
        next.refused(refusal);
        refused.increment();
    }

    @Override
    public void mended(Notice notice) {
        next.mended(notice);
    }

    /** How many statements Kafka has; the same one counts as often as it was given. */
    public long published() {
        return published.sum();
    }

    /** How many were there before, just as they are. */
    public long unchanged() {
        return unchanged.sum();
    }

    /** How many were not taken. */
    public long refused() {
        return refused.sum();
    }
}
