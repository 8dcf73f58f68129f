// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Counts what becomes of each source's statements, and passes everything on. Thread-safe.
 *
 * <p>{@code depeche.ingest.statements} by {@code source} and {@code outcome} (published, unchanged, refused);
 * {@code depeche.ingest.notices} by source; {@code depeche.ingest.last.published}, when Kafka last had a statement of a
 * source, in seconds since the epoch; {@code depeche.ingest.push.answers} by source and status.
 */
public final class MeteredListener implements IngestListener {

    private static final double MILLIS_PER_SECOND = 1000;

    private final MeterRegistry registry;
    private final IngestListener next;
    private final Map<String, Meters> meters = new ConcurrentHashMap<>();

    public MeteredListener(MeterRegistry registry, IngestListener next) {
        this.registry = registry;
        this.next = next;
    }

    @Override
    public void published(RawStatement statement, RecordMetadata metadata) {
        Meters of = of(statement.getSource());
        of.published.increment();
        if (of.lastPublished.getAndSet(System.currentTimeMillis()) == 0) {
            showLastPublished(statement.getSource(), of.lastPublished);
        }
        next.published(statement, metadata);
    }

    @Override
    public void unchanged(RawStatement statement) {
        of(statement.getSource()).unchanged.increment();
        next.unchanged(statement);
    }

    @Override
    public void refused(Refusal refusal) {
        of(refusal.source()).refused.increment();
        next.refused(refusal);
    }

    @Override
    public void mended(Notice notice) {
        of(notice.source()).notices.increment();
        next.mended(notice);
    }

    @Override
    public void answered(Optional<String> source, int status) {
        Counter.builder("depeche.ingest.push.answers")
                .description("Posts that were answered.")
                .tag("source", source.orElse(""))
                .tag("status", Integer.toString(status))
                .register(registry)
                .increment();
        next.answered(source, status);
    }

    /** Not before there is one: a time that is not known would be an age of decades. */
    private void showLastPublished(String source, AtomicLong lastPublished) {
        Gauge.builder("depeche.ingest.last.published", lastPublished, at -> at.get() / MILLIS_PER_SECOND)
                .description("When Kafka last had a statement of the source, since the epoch.")
                .baseUnit("seconds")
                .tag("source", source)
                .register(registry);
    }

    private Meters of(String source) {
        return meters.computeIfAbsent(source, name -> new Meters(registry, name));
    }

    private static final class Meters {

        private final Counter published;
        private final Counter unchanged;
        private final Counter refused;
        private final Counter notices;
        private final AtomicLong lastPublished = new AtomicLong();

        Meters(MeterRegistry registry, String source) {
            published = statements(registry, source, "published");
            unchanged = statements(registry, source, "unchanged");
            refused = statements(registry, source, "refused");
            notices = Counter.builder("depeche.ingest.notices")
                    .description("What was mended, guessed or left out while the rest was taken.")
                    .tag("source", source)
                    .register(registry);
        }

        private static Counter statements(MeterRegistry registry, String source, String outcome) {
            return Counter.builder("depeche.ingest.statements")
                    .description("Statements that were read, by what became of them.")
                    .tag("source", source)
                    .tag("outcome", outcome)
                    .register(registry);
        }
    }
}
