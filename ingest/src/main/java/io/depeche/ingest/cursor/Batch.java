// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import io.depeche.ingest.publish.StatementRecord;
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
     * @param published null where they only remember something
     * @param remembered what covers it; null where nothing does
     */
    record Entry(StatementRecord published, ProducerRecord<byte[], byte[]> remembered) {

        /** Of both in a request, in bytes. */
        long size() {
            return (published == null ? 0 : CursorRecords.size(published.message())) + CursorRecords.size(remembered);
        }
    }
}
