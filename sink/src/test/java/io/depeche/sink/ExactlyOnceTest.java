// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.sink.MockCluster.CommitFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/** Whatever goes wrong, in whatever order: each statement comes out once, whole, and in its place. */
class ExactlyOnceTest {

    enum Event {
        APPEND_TO_0,
        APPEND_TO_1,
        APPEND_TOO_LARGE,
        TURN,
        COMMIT_INTERVAL,
        GIVE_UP_PARTITION_0,
        TAKE_BOTH_PARTITIONS,
        LOSE_PARTITION_0,
        SEND_FAILS,
        COMMIT_FENCED,
        OFFSETS_REFUSED,
        COMMIT_TIMES_OUT_WITHOUT_EFFECT,
        COMMIT_TIMES_OUT_AFTER_EFFECT,
        PRODUCER_DOES_NOT_COME_UP
    }

    /** A sink under a sequence of events, and what it is expected to have delivered in the end. */
    private static final class Run {
        private final LoopFixture sink = new LoopFixture();
        private final Map<TopicPartition, List<String>> appended = new HashMap<>();
        private final List<String> deliveredElsewhere = new ArrayList<>();
        private int ids;
        private boolean sendFails;

        private Run(int mostPolled) {
            sink.cluster.consumer.mostPolled = mostPolled;
            sink.cluster.answer = (producer, record) -> answer(record);
            sink.assigned(LoopFixture.P0, LoopFixture.P1);
        }

        private RuntimeException answer(ProducerRecord<byte[], byte[]> record) {
            if (sendFails) {
                sendFails = false;
                return new NotEnoughReplicasException("one is left");
            }
            boolean refused = LoopFixture.keyOf(record).startsWith("large")
                    && record.topic().endsWith("enriched");
            return refused ? new RecordTooLargeException("too large") : null;
        }

        private void append(TopicPartition to, String kind) {
            String id = kind + ids++;
            appended.computeIfAbsent(to, partition -> new ArrayList<>()).add(id);
            sink.append(to, id);
        }

        private void take(Event event) {
            switch (event) {
                case APPEND_TO_0 -> append(LoopFixture.P0, "s");
                case APPEND_TO_1 -> append(LoopFixture.P1, "s");
                case APPEND_TOO_LARGE -> append(LoopFixture.P1, "large");
                case TURN -> sink.turn();
                case COMMIT_INTERVAL -> sink.commitInterval();
                case GIVE_UP_PARTITION_0 -> giveUp();
                case TAKE_BOTH_PARTITIONS -> sink.cluster.consumer.rebalance(List.of(LoopFixture.P0, LoopFixture.P1));
                case LOSE_PARTITION_0 -> lose();
                case SEND_FAILS -> sendFails = true;
                case COMMIT_FENCED -> sink.cluster.nextCommit = CommitFault.FENCED;
                case OFFSETS_REFUSED -> sink.cluster.nextCommit = CommitFault.OFFSETS_REFUSED;
                case COMMIT_TIMES_OUT_WITHOUT_EFFECT -> sink.cluster.nextCommit = CommitFault.TIMEOUT_WITHOUT_EFFECT;
                case COMMIT_TIMES_OUT_AFTER_EFFECT -> sink.cluster.nextCommit = CommitFault.TIMEOUT_AFTER_EFFECT;
                case PRODUCER_DOES_NOT_COME_UP -> sink.cluster.nextInit = new TimeoutException("no coordinator");
            }
        }

        private void giveUp() {
            whilePolling(() -> {
                try {
                    sink.cluster.consumer.rebalance(List.of(LoopFixture.P1));
                } catch (KafkaException e) {
                    // Kafka takes the partitions away all the same, and then throws what the listener threw.
                    sink.cluster.consumer.rebalance(List.of(LoopFixture.P1));
                    throw new KafkaException("User rebalance callback throws an error", e);
                }
            });
        }

        /** The member hears of it only after another has delivered what it had. */
        private void lose() {
            if (sink.cluster.consumer.assignment().contains(LoopFixture.P0)) {
                whilePolling(() -> {
                    deliverElsewhere();
                    sink.loop.onPartitionsLost(List.of(LoopFixture.P0));
                    sink.cluster.consumer.rebalance(List.of(LoopFixture.P1));
                });
            } else {
                deliverElsewhere();
            }
        }

        private void deliverElsewhere() {
            sink.cluster
                    .deliverElsewhere(LoopFixture.P0)
                    .forEach(record -> deliveredElsewhere.add(new String(record.key(), UTF_8)));
        }

        /** The loop does not come to poll while it has no producer. */
        private void whilePolling(Runnable action) {
            AtomicBoolean done = new AtomicBoolean();
            sink.cluster.consumer.schedulePollTask(() -> {
                done.set(true);
                action.run();
            });
            while (!done.get()) {
                sink.turn();
            }
        }

        private List<String> outputs() {
            List<String> outputs = new ArrayList<>(deliveredElsewhere);
            outputs.addAll(sink.delivered());
            sink.deadLetters().forEach(letter -> outputs.add(LoopFixture.keyOf(letter)));
            return outputs;
        }
    }

    @Property(tries = 2000)
    void eachStatementComesOutOnceWholeAndInOrder(
            @ForAll @Size(max = 40) List<Event> events, @ForAll @IntRange(min = 1, max = 5) int mostPolled) {
        // Given
        Run run = new Run(mostPolled);

        // When it has all happened, and then all is well again
        events.forEach(run::take);
        run.take(Event.TAKE_BOTH_PARTITIONS);
        for (int i = 0; i < 20; i++) {
            run.sink.settle();
        }

        // Then
        List<String> expected =
                run.appended.values().stream().flatMap(List::stream).toList();
        assertThat(run.outputs()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(run.sink.cluster.committedTo("t.statements.figures"))
                .hasSize(2 * run.sink.delivered().size());
        assertThat(run.sink.deadLetters())
                .allSatisfy(letter -> assertThat(LoopFixture.keyOf(letter)).startsWith("large"));
        run.appended.forEach((partition, ids) -> {
            List<String> inOrder = new ArrayList<>(ids);
            inOrder.retainAll(run.sink.delivered());
            List<String> delivered = new ArrayList<>(run.sink.delivered());
            delivered.retainAll(ids);
            assertThat(delivered).isEqualTo(inOrder);
        });
    }
}
