// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depeche.ingest.cursor.CursorPartition.Equipment;
import io.depeche.ingest.publish.RecordingListener;
import io.depeche.ingest.source.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CursorPartitionTest {

    private static final TopicPartition CURSORS = new TopicPartition("ingest.cursors", 0);

    private final RecordingListener listener = new RecordingListener();
    private final List<MockProducer<byte[], byte[]>> producers = new CopyOnWriteArrayList<>();
    private final Queue<RuntimeException> failuresOfInit = new ConcurrentLinkedQueue<>();
    private final List<ProducerRecord<byte[], byte[]>> committed = new CopyOnWriteArrayList<>();
    private final RecordingHolder holder = new RecordingHolder();

    @Test
    void commitsTheStatementsWithTheirCursors() throws Exception {
        try (CursorPartition partition = started()) {
            Delivery delivery = partition.delivery("feed");
            delivery.take(CursorFixture.statement("feed", "1", "text"), "place");
            delivery.take(CursorFixture.statement("feed", "2", "text"), "place");
            delivery.commit();

            assertThat(producers.get(0).commitCount()).isEqualTo(1);
            assertThat(producers.get(0).history())
                    .extracting(ProducerRecord::topic)
                    .containsExactly("statements.raw", "ingest.cursors", "statements.raw", "ingest.cursors");
            assertThat(listener.published).hasSize(2);
        }
        assertThat(producers.get(0).closed()).isTrue();
        assertThat(holder.closed).isNotEmpty();
    }

    @Test
    void beginsWithWhatIsCommitted() throws Exception {
        try (CursorPartition partition = started()) {
            Delivery delivery = partition.delivery("feed");
            delivery.take(CursorFixture.statement("feed", "1", "text"), "place");
            delivery.commit();
            committed.addAll(producers.get(0).history());
        }
        try (CursorPartition partition = started()) {
            Delivery delivery = partition.delivery("feed");
            delivery.take(CursorFixture.statement("feed", "1", "text"), "place");
            delivery.commit();

            assertThat(listener.unchanged).hasSize(1);
            assertThat(listener.published).hasSize(1);
        }
    }

    @Test
    void beginsAnewAfterTroubleWithTheSourcesAsTheyWereCommitted() throws Exception {
        try (CursorPartition partition = started()) {
            producers.get(0).commitTransactionException = new ProducerFencedException("somebody else was here");
            // The source waits for its batch when the transaction with it fails.
            Thread source = Thread.currentThread();
            ((TooLarge) producers.get(0)).beforeCommit =
                    () -> await().until(() -> source.getState() == Thread.State.WAITING);
            Delivery delivery = partition.delivery("feed");
            delivery.take(CursorFixture.statement("feed", "1", "text"), "place");
            org.assertj.core.api.Assertions.assertThatThrownBy(delivery::commit)
                    .isInstanceOf(InterruptedException.class);

            await().until(() -> holder.opened.size() == 2);
            assertThat(holder.closed).hasSize(1);
            assertThat(listener.published).isEmpty();

            Delivery again = partition.delivery("feed");
            again.take(CursorFixture.statement("feed", "1", "text"), "place");
            again.commit();
            assertThat(listener.published).hasSize(1);
            assertThat(holder.failures).isEmpty();
        }
    }

    @Test
    void saysThatItFailedWhereTryingAgainWouldNotHelp() {
        failuresOfInit.add(new TransactionalIdAuthorizationException("no right to write in transactions"));
        try (CursorPartition partition = partition()) {
            partition.start();

            await().until(() -> !holder.failures.isEmpty());
            assertThat(holder.failures.get(0)).isInstanceOf(TransactionalIdAuthorizationException.class);
            assertThat(producers).hasSize(1);
        }
    }

    @Test
    void refusesAStatementThatABrokerFindsTooLargeAndCommitsTheRest() throws Exception {
        try (CursorPartition partition = started()) {
            MockProducer<byte[], byte[]> producer = producers.get(0);
            Delivery delivery = partition.delivery("feed");
            delivery.take(CursorFixture.statement("feed", "1", "too large for the topic"), "place");
            delivery.take(CursorFixture.statement("feed", "2", "text"), "place");
            // The producer of the test confirms at once, but for the first.
            ((TooLarge) producer).refusesNext = true;
            delivery.commit();

            assertThat(listener.refused)
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.reason()).contains("too large for Kafka"));
            assertThat(listener.published).hasSize(1);
            assertThat(producer.history()).hasSize(2);
        }
    }

    private CursorPartition started() {
        int before = holder.opened.size();
        CursorPartition partition = partition();
        partition.start();
        await().until(() -> holder.opened.size() > before);
        return partition;
    }

    private CursorPartition partition() {
        CursorReader reader = new CursorReader("ingest.cursors", this::consumer, CursorFixture.reading());
        Equipment equipment = new Equipment(
                1,
                100_000,
                CursorFixture.records(),
                reader,
                listener,
                new SeenLimits(Duration.ofDays(30), 1_000),
                Clock.systemUTC());
        return new CursorPartition(0, equipment, this::producer, holder);
    }

    private MockProducer<byte[], byte[]> producer() {
        MockProducer<byte[], byte[]> producer = new TooLarge();
        producer.initTransactionException = failuresOfInit.poll();
        producers.add(producer);
        return producer;
    }

    private MockConsumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        List<ProducerRecord<byte[], byte[]>> cursors = committed.stream()
                .filter(message -> message.topic().equals("ingest.cursors"))
                .toList();
        consumer.updateBeginningOffsets(Map.of(CURSORS, 0L));
        consumer.updateEndOffsets(Map.of(CURSORS, (long) cursors.size()));
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < cursors.size(); i++) {
                consumer.addRecord(new ConsumerRecord<>(
                        "ingest.cursors",
                        0,
                        i,
                        cursors.get(i).key(),
                        cursors.get(i).value()));
            }
        });
        return consumer;
    }

    /** Confirms at once; can refuse the next record as a broker does whose limit is lower than the producer's. */
    private static final class TooLarge extends MockProducer<byte[], byte[]> {

        private volatile boolean refusesNext;
        private volatile Runnable beforeCommit = () -> {};
        private boolean refused;

        TooLarge() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized java.util.concurrent.Future<org.apache.kafka.clients.producer.RecordMetadata> send(
                ProducerRecord<byte[], byte[]> message, org.apache.kafka.clients.producer.Callback callback) {
            if (refusesNext) {
                refusesNext = false;
                refused = true;
                callback.onCompletion(null, new RecordTooLargeException("larger than the topic's maximum"));
                return java.util.concurrent.CompletableFuture.completedFuture(null);
            }
            return super.send(message, callback);
        }

        @Override
        public void commitTransaction() {
            beforeCommit.run();
            if (refused) {
                refused = false;
                throw new RecordTooLargeException("larger than the topic's maximum");
            }
            super.commitTransaction();
        }
    }

    private static final class RecordingHolder implements Shares.Holder {

        private final List<Shares.Share> opened = new CopyOnWriteArrayList<>();
        private final List<Shares.Share> closed = new CopyOnWriteArrayList<>();
        private final List<Throwable> failures = new CopyOnWriteArrayList<>(new ArrayList<>());

        @Override
        public void opened(Shares.Share share) {
            opened.add(share);
        }

        @Override
        public void closed(Shares.Share share) {
            closed.add(share);
        }

        @Override
        public void failed(Throwable cause) {
            failures.add(cause);
        }
    }
}
