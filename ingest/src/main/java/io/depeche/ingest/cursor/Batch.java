// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import io.depeche.event.RawStatement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What one source has handed over and what covers it: written in one transaction, perhaps with others.
 *
 * @param entries in the order in which they were handed over
 * @param bytes of all keys and values
 * @param done completes when the transaction is committed
 */
record Batch(List<Entry> entries, long bytes, CompletableFuture<Void> done) {

    /**
     * Records that belong together.
     *
     * @param statement that they publish; null where they only remember something
     * @param place where the statement was read
     * @param published its record; null where there is no statement
     * @param remembered what covers it; null where nothing does
     */
    record Entry(
            RawStatement statement,
            String place,
            ProducerRecord<byte[], byte[]> published,
            ProducerRecord<byte[], byte[]> remembered) {}
}
