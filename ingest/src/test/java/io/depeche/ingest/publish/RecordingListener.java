// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Keeps what it hears, in order. Thread-safe. */
public final class RecordingListener implements IngestListener {

    public final List<RawStatement> published = new CopyOnWriteArrayList<>();
    public final List<RawStatement> unchanged = new CopyOnWriteArrayList<>();
    public final List<Refusal> refused = new CopyOnWriteArrayList<>();
    public final List<Notice> mended = new CopyOnWriteArrayList<>();

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
        refused.add(refusal);
    }

    @Override
    public void mended(Notice notice) {
        mended.add(notice);
    }
}
