// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.enrich.event.FigureDiff;
import io.depeche.enrich.event.StatementMapper;
import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Document;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.FigureChange;
import io.depeche.event.FigureValue;
import io.depeche.event.RawStatement;
import io.depeche.event.RevisionState;
import io.depeche.event.StatementStatus;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Reads out of a statement what it says, and makes the event of it: numbered, with what its figures changed. */
final class Annotate implements FixedKeyProcessor<String, NewRevision, Revision<EnrichedStatement>> {

    private final GuardedAnalysis analysis;
    private final StatementMapper mapper;
    private FixedKeyProcessorContext<String, Revision<EnrichedStatement>> context;

    Annotate(GuardedAnalysis analysis, StatementMapper mapper) {
        this.analysis = analysis;
        this.mapper = mapper;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Revision<EnrichedStatement>> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<String, NewRevision> record) {
        NewRevision revision = record.value();
        Instant publishedAt = Instant.ofEpochMilli(record.timestamp());
        context.forward(record.withValue(
                revision.statement().getStatus() == StatementStatus.WITHDRAWN
                        ? withdrawn(revision, publishedAt)
                        : annotated(revision, publishedAt)));
    }

    private Revision<EnrichedStatement> annotated(NewRevision revision, Instant publishedAt) {
        RawStatement statement = revision.statement();
        Annotations annotations =
                analysis.annotate(Document.of(statement.getText(), statement.getLanguage(), statement.getIssued()));
        List<FigureValue> figures = StatementMapper.figureValues(annotations);
        EnrichedStatement event = mapper.enriched(
                statement, annotations, publishedAt, now(), revision.number(), changes(revision, figures));
        if (statement.getStatus() == StatementStatus.NEW && revision.number() > 1) {
            // A source that knows nothing of versions calls each of them new.
            event.setStatus(StatementStatus.UPDATE);
        }
        return new Revision<>(event, state(revision, figures));
    }

    private Revision<EnrichedStatement> withdrawn(NewRevision revision, Instant publishedAt) {
        EnrichedStatement event = mapper.withdrawn(
                revision.statement(), publishedAt, now(), revision.number(), changes(revision, List.of()));
        return new Revision<>(event, state(revision, List.of()));
    }

    private static List<FigureChange> changes(NewRevision revision, List<FigureValue> figures) {
        return revision.last() == null
                ? List.of()
                : FigureDiff.between(revision.last().getFigures(), figures);
    }

    private static RevisionState state(NewRevision revision, List<FigureValue> figures) {
        return new RevisionState(revision.number(), revision.fingerprint(), figures);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
