// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Hears what becomes of everything that is read: each item ends as one {@link #published}, one {@link #unchanged} or one
 * {@link #refused}. Called by the sources' threads and by the producers', at the same time: thread-safe, and quick.
 */
public interface IngestListener {

    /** Kafka has the statement, on all replicas that are in sync. */
    void published(RawStatement statement, RecordMetadata metadata);

    /** The statement was published before, just as it is. */
    void unchanged(RawStatement statement);

    /** Something was not taken. */
    void refused(Refusal refusal);

    /** Something was mended, guessed or left out. */
    void mended(Notice notice);

    /**
     * A request to the push endpoint was answered.
     *
     * @param source that the request fed; empty where it was turned away before that was known
     * @param status of HTTP
     */
    default void answered(Optional<String> source, int status) {}
}
