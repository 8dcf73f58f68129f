// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The time from the opening of a partition of cursors to its end or to trouble: what its sources remember, and the way of
 * their batches to the one thread that writes them. Waiting to hand over is how a source feels that Kafka is slow.
 * Thread-safe, but for the memory of one source, which is for its one run.
 */
final class CursorSession {

    /** Of batches: a megabyte each at most, so that memory stays bounded by partitions, not by sources. */
    private static final int WAITING = 4;

    private static final long LOOK_AGAIN_MS = 50;

    private final int partition;
    private final long largestRecord;
    private final CursorRecords records;
    private final Map<String, SourceMemory> memories;
    private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean ended;

    CursorSession(int partition, long largestRecord, CursorRecords records, Map<String, SourceMemory> memories) {
        this.partition = partition;
        this.largestRecord = largestRecord;
        this.records = records;
        this.memories = new ConcurrentHashMap<>(memories);
    }

    int partition() {
        return partition;
    }

    /** Of key and value and what is around them, in bytes. */
    long largestRecord() {
        return largestRecord;
    }

    CursorRecords records() {
        return records;
    }

    SourceMemory memory(String source) {
        return memories.computeIfAbsent(source, none -> new SourceMemory());
    }

    /** Waits while there is no room. */
    void put(Batch batch, String source) {
        try {
            boolean there;
            do {
                if (ended) {
                    throw new DeliveryEndedException(source);
                }
                there = waiting.offer(batch, LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
            } while (!there);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        if (ended) {
            // It may have come after the end took out what was waiting.
            batch.done().completeExceptionally(new DeliveryEndedException(source));
        }
    }

    /** What waits, as far as it fits into a transaction; empty where nothing came within a moment. */
    List<Batch> next(long mostBytes) throws InterruptedException {
        List<Batch> next = new ArrayList<>();
        long bytes = 0;
        Batch batch = waiting.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
        while (batch != null) {
            next.add(batch);
            bytes += batch.bytes();
            batch = bytes < mostBytes ? waiting.poll() : null;
        }
        return next;
    }

    /** Nothing is taken from now on, and what waits is given up. */
    void end() {
        ended = true;
        for (Batch batch = waiting.poll(); batch != null; batch = waiting.poll()) {
            batch.done().completeExceptionally(new DeliveryEndedException("of partition " + partition));
        }
    }
}
