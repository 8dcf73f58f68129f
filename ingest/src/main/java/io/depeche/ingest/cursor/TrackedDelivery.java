// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import io.depeche.event.RawStatement;
import io.depeche.ingest.cursor.Batch.Entry;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.publish.IngestListener;
import io.depeche.ingest.publish.StatementPublisher;
import io.depeche.ingest.publish.StatementRecord;
import io.depeche.ingest.source.Delivery;
import io.depeche.ingest.source.LearnedItem;
import io.depeche.ingest.source.Position;
import io.depeche.schemas.StatementFingerprint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;

/** Delivers one run of a source: statements that are new or changed, each with the memory of it in one batch. */
final class TrackedDelivery implements Delivery {

    /** Of a batch: what is handed over before more is taken. */
    private static final int MOST_ENTRIES = 500;

    private static final long MOST_BYTES = 1024 * 1024;

    /** An item that is there all the time is written once a day, not at every look. */
    private static final int TOUCH_EVERY_MINUTES = (int) Duration.ofDays(1).toMinutes();

    private static final int FORGET_EVERY_MINUTES = (int) Duration.ofHours(1).toMinutes();

    private final String source;
    private final CursorSession session;
    private final SourceMemory memory;
    private final IngestListener listener;
    private final SeenLimits limits;
    private final Clock clock;

    /** Not handed over yet, and in the memory only then: what is lost with this run must not count as seen. */
    private List<Entry> entries = new ArrayList<>();

    private final Map<String, Long> fresh = new HashMap<>();
    private Position moved;
    private long bytes;
    private CompletableFuture<Void> lastHandedOver = CompletableFuture.completedFuture(null);
    private int forgotAt;

    TrackedDelivery(String source, CursorSession session, IngestListener listener, SeenLimits limits, Clock clock) {
        this.source = source;
        this.session = session;
        this.memory = session.memory(source);
        this.listener = listener;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * @throws InterruptException where the thread was interrupted; the statement was not taken
     * @throws DeliveryEndedException where the source is not read here any more
     */
    @Override
    public void take(RawStatement statement, String place) {
        String sha256 = StatementFingerprint.of(statement);
        String id = statement.getId();
        if (knows(id, LearnedItem.fingerprint(sha256))) {
            listener.unchanged(statement);
            return;
        }
        StatementRecord published = session.records().statement(statement, place);
        long size = CursorRecords.size(published.message());
        if (size > session.largestRecord()) {
            listener.refused(StatementPublisher.tooLarge(published, "it has " + size + " bytes as a record"));
            return;
        }
        add(new Entry(published, remembered(id, sha256)), id, LearnedItem.fingerprint(sha256));
    }

    @Override
    public void refuse(Refusal refusal) {
        listener.refused(refusal);
    }

    @Override
    public void mend(Notice notice) {
        listener.mended(notice);
    }

    @Override
    public boolean knows(String item, long fingerprint) {
        Long freshly = fresh.get(item);
        if (freshly != null) {
            return freshly == fingerprint;
        }
        if (!memory.seen().has(item, fingerprint)) {
            return false;
        }
        if (memory.seen().lastSeen(item) + TOUCH_EVERY_MINUTES <= SourceMemory.minutes(clock.instant())) {
            learn(item, fingerprint);
        }
        return true;
    }

    @Override
    public void learn(String item, long fingerprint) {
        String written = HexFormat.of().toHexDigits(fingerprint);
        add(new Entry(null, remembered(item, written)), item, fingerprint);
    }

    @Override
    public Position position() {
        return moved == null ? memory.position() : moved;
    }

    @Override
    public void moveTo(Position position) {
        moved = position;
    }

    @Override
    public void commit() throws InterruptedException {
        forgetTheOldest();
        try {
            handOver();
        } catch (InterruptException e) {
            // The client's exception has set the flag again, which an InterruptedException stands for.
            Thread.interrupted();
            throw interrupted(e);
        }
        try {
            lastHandedOver.get();
        } catch (ExecutionException e) {
            throw interrupted(e);
        }
    }

    private static InterruptedException interrupted(Exception cause) {
        InterruptedException interrupted = new InterruptedException("the source is stopped");
        interrupted.initCause(cause);
        return interrupted;
    }

    private ProducerRecord<byte[], byte[]> remembered(String item, String sha256) {
        return session.records()
                .cursor(
                        session.partition(),
                        CursorKey.ofItem(source, item),
                        SourceMemory.itemRecord(source, item, sha256, clock.instant()));
    }

    private void add(Entry entry, String item, long fingerprint) {
        entries.add(entry);
        fresh.put(item, fingerprint);
        bytes += entry.size();
        if (entries.size() >= MOST_ENTRIES || bytes >= MOST_BYTES) {
            handOver();
        }
    }

    private void handOver() {
        Instant now = clock.instant();
        if (moved != null && !moved.equals(memory.position())) {
            memory.moveTo(moved);
            entries.add(new Entry(
                    null,
                    session.records()
                            .cursor(
                                    session.partition(),
                                    CursorKey.ofPosition(source),
                                    memory.positionRecord(source, now))));
        }
        moved = null;
        if (entries.isEmpty()) {
            return;
        }
        Batch batch = new Batch(entries, bytes, new CompletableFuture<>());
        session.put(batch, source);
        lastHandedOver = batch.done();
        fresh.forEach((item, fingerprint) -> memory.seen().put(item, fingerprint, SourceMemory.minutes(now)));
        entries = new ArrayList<>();
        fresh.clear();
        bytes = 0;
    }

    private void forgetTheOldest() {
        int now = SourceMemory.minutes(clock.instant());
        int tooMany = memory.seen().size() - limits.items();
        if (tooMany > 0) {
            // Some more than have to go, for finding the oldest takes a look at all.
            forget(memory.seen().minuteOfOldest(tooMany + limits.items() / 10));
        }
        if (now >= forgotAt + FORGET_EVERY_MINUTES) {
            forgotAt = now;
            forget(now - Math.toIntExact(limits.retention().toMinutes()));
        }
    }

    private void forget(int minute) {
        for (String item : memory.seen().removeOlder(minute)) {
            entries.add(
                    new Entry(null, session.records().tombstone(session.partition(), CursorKey.ofItem(source, item))));
        }
    }
}
