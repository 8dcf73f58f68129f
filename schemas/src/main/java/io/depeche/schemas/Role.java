// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

import java.util.List;
import java.util.Optional;

/** One of the three running parts, ingest, enrich and sink, as whoever runs it sees it. Thread-safe. */
public interface Role extends AutoCloseable {

    /** {@code ingest}, {@code enrich} or {@code sink}. */
    String name();

    /**
     * Waits for Kafka and the registry, makes what is missing there, and starts; does not wait for the first record.
     *
     * @throws org.apache.kafka.common.KafkaException where Kafka or the registry refuse
     */
    void start();

    /** Why it can't do its work now, in words for whoever runs it; empty where it can. */
    List<String> obstacles();

    /** Whether it can do its work now. */
    default boolean isReady() {
        return obstacles().isEmpty();
    }

    /** What ended it, where it did not end by {@link #close()}. */
    Optional<Throwable> failure();

    /** Returns when it has ended, by {@link #close()} or by a failure. */
    void awaitTermination() throws InterruptedException;

    /** Ends it within seconds: what is under way is finished or given back, nothing is left half done. Idempotent. */
    @Override
    void close();
}
