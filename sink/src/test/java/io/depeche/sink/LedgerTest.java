// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.depeche.sink.MockCluster.CommitFault;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the sink shows of its records: what is committed, and exactly once whatever happens. */
class LedgerTest {

    private final LoopFixture sink = new LoopFixture();
    private final MockCluster cluster = sink.cluster;

    @BeforeEach
    void haveAPartition() {
        sink.assigned(LoopFixture.P0);
    }

    @Test
    void showsNothingBeforeItIsCommitted() {
        sink.append(LoopFixture.P0, "a");
        sink.turn();
        assertThat(count("in", LoopFixture.P0)).isZero();
        assertThat(latency().count()).isZero();

        sink.commitInterval();

        assertThat(count("in", LoopFixture.P0)).isEqualTo(1);
        assertThat(count("out", LoopFixture.P0)).isEqualTo(1);
        assertThat(latency().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(CommitFault.class)
    void countsOnceThoughACommitFails(CommitFault fault) {
        // Given
        sink.append(LoopFixture.P0, "a");
        rubbish(LoopFixture.P0);
        sink.settle();

        // When
        cluster.nextCommit = fault;
        List.of("b", "c").forEach(id -> sink.append(LoopFixture.P0, id));
        rubbish(LoopFixture.P0);
        sink.settle();

        // Then
        assertThat(sink.delivered()).hasSize(3);
        assertThat(count("in", LoopFixture.P0)).isEqualTo(5);
        assertThat(count("out", LoopFixture.P0)).isEqualTo(3);
        assertThat(dead("SerializationException")).isEqualTo(2);
    }

    @Test
    void countsOnceThoughATransactionIsAborted() {
        // Given a failure between two records of one transaction
        List.of("a", "b").forEach(id -> sink.append(LoopFixture.P0, id));
        sink.turn();
        cluster.producer().sendException = new KafkaException("in an error state");
        sink.append(LoopFixture.P0, "c");
        sink.turn();
        cluster.producer().sendException = null;
        sink.settle();

        // Then
        assertThat(count("in", LoopFixture.P0)).isEqualTo(3);
        assertThat(count("out", LoopFixture.P0)).isEqualTo(3);
    }

    @Test
    void goesOnFromWhatAnotherProcessHasCounted() {
        // Given
        cluster.committedOffsets.put(
                LoopFixture.P1, new OffsetAndMetadata(0, "DEAD.SomeException=2,IN=12,OUT=10,OF_LATER_VERSIONS=7"));
        cluster.consumer.updateBeginningOffsets(Map.of(LoopFixture.P1, 0L));
        sink.settle();
        cluster.consumer.rebalance(List.of(LoopFixture.P0, LoopFixture.P1));
        cluster.consumer.commitSync(cluster.committedOffsets);

        // When it starts anew, as after a failure
        cluster.assign(LoopFixture.P0);
        cluster.assign(LoopFixture.P0, LoopFixture.P1);
        sink.append(LoopFixture.P1, "m");
        sink.settle();

        // Then
        assertThat(count("in", LoopFixture.P1)).isEqualTo(13);
        assertThat(count("out", LoopFixture.P1)).isEqualTo(11);
        assertThat(dead("SomeException")).isEqualTo(2);
    }

    @Test
    void showsNoMoreOfAPartitionThatIsAnothers() {
        sink.append(LoopFixture.P0, "a");
        sink.settle();

        sink.assigned(LoopFixture.P1);

        assertThat(sink.meters.find("depeche.sink.records.in").functionCounters())
                .extracting(counter -> counter.getId().getTag("partition"))
                .containsExactly("1");
    }

    @Test
    void aNewPartitionLeavesTheOpenCountsOfTheOthersAlone() {
        // Given
        sink.append(LoopFixture.P0, "a");
        sink.turn();

        // When
        cluster.consumer.updateBeginningOffsets(Map.of(LoopFixture.P1, 0L));
        sink.loop.onPartitionsAssigned(List.of(LoopFixture.P1));
        sink.settle();

        // Then
        assertThat(count("in", LoopFixture.P0)).isEqualTo(1);
    }

    @Test
    void kindsOfExceptionsAreBounded() {
        Ledger ledger = new Ledger(sink.meters);
        ledger.goOnFrom(
                List.of(LoopFixture.P1),
                Map.of(
                        LoopFixture.P1,
                        new OffsetAndMetadata(
                                0,
                                String.join(
                                        ",",
                                        IntStream.range(0, 30)
                                                .mapToObj(i -> "DEAD.E" + i + "=1")
                                                .toList()))));

        ledger.buried(LoopFixture.P1, new IllegalStateException());

        assertThat(ledger.written(Map.of(LoopFixture.P1, new OffsetAndMetadata(1)))
                        .get(LoopFixture.P1)
                        .metadata())
                .contains("DEAD.other=1")
                .doesNotContain("IllegalState");
    }

    @Test
    void latencyIsFromTheReceiptOrTheEndOfTheEmbargo() {
        // Given
        var received = Statements.withTwoFigures("a");
        received.setReceivedAt(sink.clock.instant().minusMillis(700));
        var held = Statements.withTwoFigures("b");
        held.setReceivedAt(sink.clock.instant().minus(Duration.ofDays(1)));
        held.setEmbargo(sink.clock.instant().minusMillis(200));
        for (var statement : List.of(received, held)) {
            cluster.append(
                    LoopFixture.P0,
                    statement.getId().getBytes(UTF_8),
                    LoopFixture.bytes(statement),
                    0,
                    new RecordHeaders());
        }

        // When
        sink.turn();
        sink.commitInterval();

        // Then
        assertThat(latency().totalTime(TimeUnit.MILLISECONDS))
                .isCloseTo(900 + 2 * LoopFixture.INTERVAL.toMillis(), within(1.0));
    }

    @Test
    void aReceiptThatCanNotBeIsDeliveredAndCountsAsAnHourOrNothing() {
        for (long receivedAt : new long[] {Long.MIN_VALUE, -1_000_000_000_000_000L, 0, Long.MAX_VALUE}) {
            var statement = Statements.withTwoFigures("a" + receivedAt);
            statement.setReceivedAt(Instant.ofEpochMilli(receivedAt));
            cluster.append(
                    LoopFixture.P0,
                    statement.getId().getBytes(UTF_8),
                    LoopFixture.bytes(statement),
                    0,
                    new RecordHeaders());
        }

        sink.turn();
        sink.commitInterval();

        assertThat(sink.delivered()).hasSize(4);
        assertThat(latency().totalTime(TimeUnit.HOURS)).isCloseTo(3, within(0.001));
    }

    private void rubbish(TopicPartition to) {
        cluster.append(to, new byte[] {1}, new byte[] {1, 2, 3}, 0, new RecordHeaders());
    }

    private double count(String outcome, TopicPartition partition) {
        return sink.meters
                .get("depeche.sink.records." + outcome)
                .tag("partition", Integer.toString(partition.partition()))
                .functionCounter()
                .count();
    }

    private double dead(String reason) {
        return sink.meters.find("depeche.sink.records.dead").tag("reason", reason).functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
    }

    private Timer latency() {
        return sink.meters.get("depeche.sink.latency").timer();
    }
}
