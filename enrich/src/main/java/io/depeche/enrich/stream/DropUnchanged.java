// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.event.RawStatement;
import io.depeche.event.RevisionState;
import io.depeche.schemas.StatementFingerprint;
import io.depeche.schemas.monitor.Count;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back a statement that says what its last revision said: a source that was read twice, a wire sent twice. The
 * edge can't be exactly-once, so this is where "nothing twice" begins.
 */
final class DropUnchanged implements Processor<String, RawStatement, String, NewRevision> {

    private static final Logger LOG = LoggerFactory.getLogger(DropUnchanged.class);

    private final Duration retention;
    private final CommittedCounts shown;
    private final FailedRecords failed;
    private ProcessorContext<String, NewRevision> context;
    private Counts counts;
    private RevisionStore revisions;

    DropUnchanged(Duration retention, CommittedCounts shown, FailedRecords failed) {
        this.retention = retention;
        this.shown = shown;
        this.failed = failed;
    }

    @Override
    public void init(ProcessorContext<String, NewRevision> context) {
        this.context = context;
        this.counts = new Counts(context, shown);
        this.revisions = new RevisionStore(context, retention);
    }

    @Override
    public void process(Record<String, RawStatement> statement) {
        RevisionState last = revisions.last(statement.key());
        String fingerprint = StatementFingerprint.of(statement.value());
        if (last != null && last.getFingerprint().equals(fingerprint)) {
            counts.add(Count.UNCHANGED);
            LOG.debug("statement {} is unchanged since revision {}", statement.key(), last.getRevision());
            failed.succeeded();
            return;
        }
        context.forward(statement.withValue(new NewRevision(statement.value(), fingerprint, last)));
    }
}
