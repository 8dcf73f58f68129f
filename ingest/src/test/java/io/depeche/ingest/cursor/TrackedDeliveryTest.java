// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.event.RawStatement;
import io.depeche.event.SourceCursor;
import io.depeche.ingest.cursor.Batch.Entry;
import io.depeche.ingest.publish.RecordingListener;
import io.depeche.ingest.source.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TrackedDeliveryTest {

    private final RecordingListener listener = new RecordingListener();
    private final CursorSession session = new CursorSession(3, 100_000, CursorFixture.records(), Map.of());
    private Instant now = CursorFixture.NOW;

    @Test
    void givesEachStatementWithTheMemoryOfItInOneEntry() throws InterruptedException {
        RawStatement statement = CursorFixture.statement("feed", "1", "text");
        TrackedDelivery delivery = delivery();

        delivery.take(statement, "place");

        Entry entry = handedOver(delivery).get(0);
        assertThat(entry.published().statement()).isEqualTo(statement);
        assertThat(entry.published().message().topic()).isEqualTo("statements.raw");
        assertThat(entry.published().message().timestamp())
                .isEqualTo(statement.getReceivedAt().toEpochMilli());
        assertThat(entry.remembered().partition()).isEqualTo(3);
        assertThat(CursorKey.parse(entry.remembered().key())).contains(CursorKey.ofItem("feed", statement.getId()));
        assertThat(cursor(entry.remembered()).getSeen()).containsOnlyKeys(statement.getId());
    }

    @Test
    void publishesWhatIsUnchangedOnceAndAChangeAgain() throws InterruptedException {
        TrackedDelivery first = delivery();
        first.take(CursorFixture.statement("feed", "1", "text"), "place");
        first.take(CursorFixture.statement("feed", "1", "text"), "place");
        assertThat(handedOver(first)).hasSize(1);

        TrackedDelivery second = delivery();
        second.take(CursorFixture.statement("feed", "1", "text"), "place");
        second.take(CursorFixture.statement("feed", "1", "other text"), "place");

        assertThat(handedOver(second))
                .extracting(entry -> entry.published().statement().getText())
                .containsExactly("other text");
        assertThat(listener.unchanged).hasSize(2);
    }

    @Test
    void remembersNothingThatARunDidNotHandOver() throws InterruptedException {
        delivery().take(CursorFixture.statement("feed", "1", "text"), "place");

        TrackedDelivery next = delivery();
        next.take(CursorFixture.statement("feed", "1", "text"), "place");

        assertThat(handedOver(next)).hasSize(1);
    }

    @Test
    void refusesWhatNoTransactionWouldTake() throws InterruptedException {
        TrackedDelivery delivery = delivery();
        delivery.take(CursorFixture.statement("feed", "1", "x".repeat(100_000)), "place");
        delivery.take(CursorFixture.statement("feed", "2", "small"), "place");

        assertThat(handedOver(delivery)).hasSize(1);
        assertThat(listener.refused)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("too large for Kafka"));
    }

    @Test
    void writesThePositionWhereItHasChanged() throws InterruptedException {
        Position position = new Position(Optional.of("http://x"), Optional.of("\"1\""), Optional.empty());
        TrackedDelivery delivery = delivery();
        delivery.moveTo(position);
        SourceCursor cursor = cursor(handedOver(delivery).get(0).remembered());
        assertThat(cursor.getEtag()).isEqualTo("\"1\"");
        assertThat(cursor.getSeen()).isEmpty();

        TrackedDelivery next = delivery();
        assertThat(next.position()).isEqualTo(position);
        next.moveTo(position);
        assertThat(handedOver(next)).isEmpty();
    }

    @Test
    void writesWhatIsThereAllTheTimeOnceADayAndForgetsWhatIsNotThereAnyMore() throws InterruptedException {
        TrackedDelivery first = delivery();
        first.take(CursorFixture.statement("feed", "stays", "text"), "place");
        first.take(CursorFixture.statement("feed", "goes", "text"), "place");
        handedOver(first);

        List<Entry> written = new ArrayList<>();
        TrackedDelivery next = delivery();
        for (int hours = 1; hours < 24 * 35; hours++) {
            now = CursorFixture.NOW.plus(Duration.ofHours(hours));
            next.take(CursorFixture.statement("feed", "stays", "text"), "place");
            written.addAll(handedOver(next));
        }

        assertThat(written).extracting(Entry::published).containsOnlyNulls();
        assertThat(written)
                .filteredOn(entry -> entry.remembered().value() != null)
                .hasSize(34);
        assertThat(written)
                .filteredOn(entry -> entry.remembered().value() == null)
                .singleElement()
                .extracting(entry -> CursorKey.parse(entry.remembered().key()).orElseThrow())
                .isEqualTo(CursorKey.ofItem(
                        "feed", CursorFixture.statement("feed", "goes", "").getId()));
    }

    @Test
    void remembersTheLatestWhereASourceHasMoreThanTheLimit() throws InterruptedException {
        TrackedDelivery delivery = delivery();
        for (int i = 0; i < 1_500; i++) {
            now = CursorFixture.NOW.plus(Duration.ofMinutes(i));
            delivery.take(CursorFixture.statement("feed", "" + i, "text"), "place");
            handedOver(delivery);
        }

        assertThat(session.memory("feed").seen().size()).isBetween(900, 1_000);
        delivery.take(CursorFixture.statement("feed", "1499", "text"), "place");
        assertThat(listener.unchanged).hasSize(1);
    }

    @Test
    void waitsWhileNobodyWritesAndEndsWithTheSession() throws Exception {
        Thread source = new Thread(() -> {
            TrackedDelivery delivery = delivery();
            for (int i = 0; i < 1_000_000; i++) {
                delivery.take(CursorFixture.statement("feed", "" + i, "text"), "place");
            }
        });
        List<Throwable> ends = new ArrayList<>();
        source.setUncaughtExceptionHandler((thread, e) -> ends.add(e));
        source.start();
        org.awaitility.Awaitility.await().until(() -> source.getState() == Thread.State.TIMED_WAITING);

        session.end();
        source.join();

        assertThat(ends).singleElement().isInstanceOf(DeliveryEndedException.class);
    }

    @Test
    void endsACommitThatIsInterrupted() {
        TrackedDelivery delivery = delivery();
        delivery.take(CursorFixture.statement("feed", "1", "text"), "place");
        Thread.currentThread().interrupt();

        assertThatThrownBy(delivery::commit).isInstanceOfAny(InterruptedException.class, InterruptException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private TrackedDelivery delivery() {
        return new TrackedDelivery(
                "feed", session, listener, new SeenLimits(Duration.ofDays(30), 1_000), new SettableClock());
    }

    /** Commits as the writer would that takes what is handed over. */
    private List<Entry> handedOver(TrackedDelivery delivery) throws InterruptedException {
        List<Entry> entries = new ArrayList<>();
        Thread writer = new Thread(() -> {
            try {
                while (true) {
                    for (Batch batch : session.next(Long.MAX_VALUE)) {
                        entries.addAll(batch.entries());
                        batch.done().complete(null);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        writer.start();
        delivery.commit();
        writer.interrupt();
        writer.join();
        return entries.stream().filter(Objects::nonNull).toList();
    }

    private static SourceCursor cursor(ProducerRecord<byte[], byte[]> message) {
        return CursorFixture.reading().deserialize(message.topic(), message.value());
    }

    private final class SettableClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
