// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import io.depeche.ingest.cursor.Batch.Entry;
import io.depeche.ingest.publish.IngestListener;
import io.depeche.ingest.publish.StatementPublisher;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Writes batches in a transaction, and tells what became of each statement. For one thread. */
final class CursorTransaction {

    private final Producer<byte[], byte[]> producer;
    private final IngestListener listener;

    CursorTransaction(Producer<byte[], byte[]> producer, IngestListener listener) {
        this.producer = producer;
        this.listener = listener;
    }

    /** What became of a statement; written by the producer's thread, read when the transaction has ended. */
    private static final class Attempt {

        private final Entry entry;
        private volatile RecordMetadata metadata;
        private volatile Exception failure;

        Attempt(Entry entry) {
            this.entry = entry;
        }

        void completed(RecordMetadata written, Exception e) {
            metadata = written;
            failure = e;
        }

        boolean isTooLarge() {
            return failure instanceof RecordTooLargeException;
        }
    }

    /**
     * Commits all of the batches, without statements that a broker finds too large: those are refused.
     *
     * @throws KafkaException where it is not known to be committed: the cursors have to be read again
     */
    void write(List<Batch> batches) {
        List<Attempt> attempts = batches.stream()
                .flatMap(batch -> batch.entries().stream())
                .map(Attempt::new)
                .toList();
        while (!commit(attempts)) {
            attempts = withoutTooLarge(attempts);
        }
        for (Attempt attempt : attempts) {
            if (attempt.entry.published() != null) {
                listener.published(attempt.entry.published().statement(), attempt.metadata);
            }
        }
        batches.forEach(batch -> batch.done().complete(null));
    }

    /** Whether it was; where not, it was taken back because of a statement that is too large. */
    private boolean commit(List<Attempt> attempts) {
        producer.beginTransaction();
        try {
            for (Attempt attempt : attempts) {
                if (attempt.entry.published() != null) {
                    producer.send(attempt.entry.published().message(), attempt::completed);
                }
                if (attempt.entry.remembered() != null) {
                    producer.send(attempt.entry.remembered());
                }
            }
            producer.commitTransaction();
            return true;
        } catch (KafkaException e) {
            if (attempts.stream().noneMatch(Attempt::isTooLarge)) {
                throw e;
            }
            producer.abortTransaction();
            return false;
        }
    }

    private List<Attempt> withoutTooLarge(List<Attempt> attempts) {
        List<Attempt> left = new ArrayList<>();
        for (Attempt attempt : attempts) {
            if (attempt.isTooLarge()) {
                listener.refused(StatementPublisher.tooLarge(attempt.entry.published(), attempt.failure.getMessage()));
            } else {
                left.add(new Attempt(attempt.entry));
            }
        }
        return left;
    }
}
