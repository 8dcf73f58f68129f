// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.pipeline;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.publish.IngestListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Remembers what ingest says. Thread-safe. */
public final class Heard implements IngestListener {

    final List<RawStatement> published = new CopyOnWriteArrayList<>();
    final List<RawStatement> unchanged = new CopyOnWriteArrayList<>();
    final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    final List<Notice> notices = new CopyOnWriteArrayList<>();

    @Override
    public void published(RawStatement statement, RecordMetadata metadata) {
        published.add(statement);
    }

    @Override
    public void unchanged(RawStatement statement) {
        unchanged.add(statement);
    }

    @Override
    public void refused(Refusal refusal) {
        refusals.add(refusal);
    }

    @Override
    public void mended(Notice notice) {
        notices.add(notice);
    }
}
