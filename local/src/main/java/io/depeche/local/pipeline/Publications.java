// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.pipeline;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.publish.IngestListener;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Remembers which statements were given and up to where they were published, and passes everything on. Its memory grows with the
 * statements: for a run that ends. Thread-safe.
 */
public final class Publications implements IngestListener {

    private final IngestListener next;
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    public Publications(IngestListener next) {
        this.next = next;
    }

    @Override
    public void published(RawStatement statement, RecordMetadata metadata) {
        synchronized (this) {
            remember(statement);
            ends.merge(new TopicPartition(metadata.topic(), metadata.partition()), metadata.offset() + 1, Math::max);
        }
        next.published(statement, metadata);
    }

    @Override
    public void unchanged(RawStatement statement) {
        remember(statement);
        next.unchanged(statement);
    }

    @Override
    public void refused(Refusal refusal) {
        next.refused(refusal);
    }

    @Override
    public void mended(Notice notice) {
        next.mended(notice);
    }

    private synchronized void remember(RawStatement statement) {
        String place = statement.getOrigin().getFetchedFrom();
        places.putIfAbsent(statement.getId(), place == null ? statement.getSource() : place);
    }

    /** Where a statement was read from. */
    synchronized String place(String id) {
        return places.getOrDefault(id, "not of these sources");
    }

    /** Id of each statement -> where it was read from, in the order in which they were given. */
    synchronized Map<String, String> places() {
        return new LinkedHashMap<>(places);
    }

    /** Offset behind the last of them in each partition. */
    synchronized Map<TopicPartition, Long> ends() {
        return new HashMap<>(ends);
    }
}
