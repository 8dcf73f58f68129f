// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.event.HeldStatement;
import io.depeche.schemas.RecentFailures;
import io.depeche.schemas.monitor.Count;
import io.depeche.schemas.topic.DeadLetters;
import io.depeche.schemas.topic.FailedRecord;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the records of all stream threads that fail: dead letters, until too many of the last records are.
 *
 * <p>Kafka Streams knows what a record was when it was read, but not of one that a step held back: where that fails at its
 * release, there is no record read. So a step that releases one says which it is. Thread-safe.
 */
public final class FailedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(FailedRecords.class);
    private static final String ROLE = "enrich/";

    private final DeadLetters letters;
    private final RecentFailures recent;
    private final Map<TaskId, Counts> counts = new ConcurrentHashMap<>();
    /** By thread, for each stream thread has a record at a time. */
    private final ThreadLocal<Released> released = new ThreadLocal<>();

    /** A statement on its way after the end of its embargo. */
    private record Released(String key, HeldStatement held) {

        FailedRecord asRead() {
            return new FailedRecord(
                    held.getTopic(),
                    held.getPartition(),
                    held.getOffset(),
                    held.getTimestamp(),
                    key.getBytes(StandardCharsets.UTF_8),
                    held.getValue().array(),
                    headers(held));
        }
    }

    /** @param recent counts what becomes of the records */
    public FailedRecords(DeadLetters letters, RecentFailures recent) {
        this.letters = letters;
        this.recent = recent;
    }

    /** Why the role has to stop, once it had to. */
    public Optional<String> excess() {
        return recent.excess();
    }

    /** Counts a record that has been processed. */
    void succeeded() {
        recent.succeeded();
    }

    /** A task begins, and counts its dead records with the others: in the transaction of their letters. */
    void counting(TaskId task, Counts ofTask) {
        counts.put(task, ofTask);
    }

    /** A task ends. */
    void notCounting(TaskId task) {
        counts.remove(task);
    }

    /** Runs what passes on a statement that was held; what fails within is this one. */
    void releasing(String key, HeldStatement held, Runnable passOn) {
        released.set(new Released(key, held));
        try {
            passOn.run();
        } finally {
            released.remove();
        }
    }

    /** The headers that it came with, as a copy. */
    static Headers headers(HeldStatement held) {
        Headers headers = new RecordHeaders();
        held.getHeaders()
                .forEach(header -> headers.add(
                        header.getName(),
                        header.getValue() == null ? null : header.getValue().array()));
        return headers;
    }

    /** The dead letter of what failed; nothing where the thread has to fail instead. */
    Optional<ProducerRecord<byte[], byte[]>> failed(ErrorHandlerContext context, Exception reason) {
        if (reason instanceof EnrichStoppedException || reason instanceof InterruptException) {
            // No fault of the record.
            return Optional.empty();
        }
        FailedRecord record =
                released.get() == null ? read(context) : released.get().asRead();
        if (recent.failed(record + ": " + reason).isPresent()) {
            return Optional.empty();
        }
        counts.get(context.taskId()).add(Count.dead(reason));
        String stage = ROLE + context.processorNodeId();
        LOG.warn("{} goes to the dead letters at {}: {}", record, stage, reason.toString());
        return Optional.of(letters.of(record, stage, reason));
    }

    private static FailedRecord read(ErrorHandlerContext context) {
        return new FailedRecord(
                context.topic(),
                context.partition(),
                context.offset(),
                context.timestamp(),
                context.sourceRawKey(),
                context.sourceRawValue(),
                context.headers());
    }
}
