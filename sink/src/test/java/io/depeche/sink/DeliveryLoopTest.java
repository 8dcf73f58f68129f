// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.depeche.event.EnrichedStatement;
import io.depeche.event.FigureRecord;
import io.depeche.schemas.topic.DeadLetterHeaders;
import io.depeche.sink.MockCluster.CommitFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class DeliveryLoopTest {

    private final LoopFixture sink = new LoopFixture(LoopFixture.LIMIT);
    private final MockCluster cluster = sink.cluster;

    @Nested
    class Delivering {

        @Test
        void aStatementAndItsFiguresComeOutWithTheOffset() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");

            // When
            sink.turn();
            sink.commitInterval();

            // Then
            EnrichedStatement expected = Statements.withTwoFigures("a");
            expected.getTimings().setDeliveredAt(sink.clock.instant().minus(LoopFixture.INTERVAL));
            assertThat(cluster.committedTo("t.statements.enriched"))
                    .singleElement()
                    .satisfies(
                            record -> assertThat(LoopFixture.statement(record)).isEqualTo(expected));
            assertThat(cluster.committedTo("t.statements.figures"))
                    .extracting(LoopFixture::figure)
                    .extracting(FigureRecord::getStatementId, FigureRecord::getIndex, FigureRecord::getText)
                    .containsExactly(tuple("a", 0, "12"), tuple("a", 1, "3"));
            assertThat(cluster.committedOffsets).containsOnlyKeys(LoopFixture.P0);
            assertThat(cluster.committedOffsets.get(LoopFixture.P0).offset()).isEqualTo(1);
        }

        @Test
        void outputsHaveTheKeyAndTimestampOfWhatWasReadAndTheStatementItsHeaders() {
            // Given
            sink.assigned(LoopFixture.P0);
            cluster.append(
                    LoopFixture.P0,
                    "key".getBytes(UTF_8),
                    LoopFixture.bytes(Statements.withTwoFigures("a")),
                    1234,
                    new RecordHeaders().add("traceparent", "00-1".getBytes(UTF_8)));

            // When
            sink.turn();
            sink.commitInterval();

            // Then
            assertThat(cluster.committed).hasSize(3).allSatisfy(record -> {
                assertThat(record.key()).asString(UTF_8).isEqualTo("key");
                assertThat(record.timestamp()).isEqualTo(1234);
            });
            // Not on the figures: as often as there are some.
            assertThat(cluster.committed)
                    .extracting(record -> texts(record.headers()))
                    .containsExactly(Map.of("traceparent", "00-1"), Map.of(), Map.of());
        }

        @Test
        void aRecordWithoutTimestampGetsThatOfItsDelivery() {
            // Given
            sink.assigned(LoopFixture.P0);
            cluster.append(
                    LoopFixture.P0, null, LoopFixture.bytes(Statements.withTwoFigures("a")), -1, new RecordHeaders());

            // When
            sink.turn();
            sink.commitInterval();

            // Then
            assertThat(cluster.committed)
                    .hasSize(3)
                    .allSatisfy(record -> assertThat(record.timestamp()).isNull());
        }

        @Test
        void whatSeveralPollsReturnIsOneTransactionUntilTheCommitIntervalHasPassed() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            sink.turn();
            sink.clock.advance(LoopFixture.INTERVAL.minusMillis(1));
            sink.append(LoopFixture.P0, "b");

            // When it has not passed since the first record
            sink.turn();

            // Then
            assertThat(cluster.committed).isEmpty();
            assertThat(cluster.producer().transactionInFlight()).isTrue();

            // When it has
            sink.clock.advance(Duration.ofMillis(1));
            sink.turn();

            // Then
            assertThat(sink.delivered()).containsExactly("a", "b");
            assertThat(cluster.producer().commitCount()).isEqualTo(1);
        }

        @Test
        void waitsForRecordsNoLongerThanTheCommitHasTime() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            sink.turn();
            sink.clock.advance(Duration.ofMillis(30));

            // When
            sink.turn();

            // Then
            assertThat(cluster.consumer.lastPollTimeout()).isEqualTo(LoopFixture.INTERVAL.minusMillis(30));
        }

        @Test
        void manyRecordsAreCommittedBeforeTheInterval() {
            // Given
            sink.assigned(LoopFixture.P0);
            IntStream.range(0, DeliveryLoop.MOST_DELIVERIES).forEach(i -> sink.append(LoopFixture.P0, "s" + i));

            // When
            sink.turn();

            // Then
            assertThat(sink.delivered()).hasSize(DeliveryLoop.MOST_DELIVERIES);
        }

        @Test
        void aClockThatIsSetBackDoesNotHoldTheCommitUp() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            sink.turn();

            // When
            sink.clock.advance(Duration.ofHours(-1));
            sink.turn();

            // Then
            assertThat(sink.delivered()).containsExactly("a");
        }

        @Test
        void theGroupShowsNoLagBehindTransactionMarkers() {
            // Given
            sink.assigned(LoopFixture.P0);
            cluster.consumer.markers = 1;
            sink.append(LoopFixture.P0, "a");

            // When
            sink.turn();
            sink.commitInterval();

            // Then
            assertThat(cluster.committedOffsets.get(LoopFixture.P0).offset()).isEqualTo(2);
        }

        @Test
        void noTransactionIsOpenWhileThereIsNothingToDeliver() {
            // Given
            sink.assigned(LoopFixture.P0);

            // When
            sink.turn();

            // Then
            assertThat(cluster.producer().transactionInFlight()).isFalse();
        }
    }

    @Nested
    class DeadLettering {

        @Test
        void whatCanNotBeReadIsKeptAsItIsAndPassedOver() {
            // Given
            sink.assigned(LoopFixture.P0);
            byte[] poison = {1, 2, 3};
            sink.append(LoopFixture.P0, "a");
            cluster.append(
                    LoopFixture.P0,
                    "key".getBytes(UTF_8),
                    poison,
                    1234,
                    new RecordHeaders()
                            .add("traceparent", "00-1".getBytes(UTF_8))
                            // From its first time among the dead letters, before it was replayed.
                            .add(DeadLetterHeaders.OFFSET, "99".getBytes(UTF_8)));
            sink.append(LoopFixture.P0, "b");

            // When
            long failedAt = sink.clock.millis();
            sink.turn();
            sink.commitInterval();

            // Then
            assertThat(sink.delivered()).containsExactly("a", "b");
            assertThat(sink.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.key()).asString(UTF_8).isEqualTo("key");
                assertThat(letter.value()).isEqualTo(poison);
                assertThat(letter.timestamp()).isEqualTo(failedAt);
                assertThat(letter.headers().headers(DeadLetterHeaders.OFFSET)).hasSize(1);
                assertThat(texts(letter.headers()))
                        .contains(
                                entry(DeadLetterHeaders.STAGE, "sink"),
                                entry(DeadLetterHeaders.TIMESTAMP, "1234"),
                                entry("traceparent", "00-1"),
                                entry(DeadLetterHeaders.EXCEPTION, SerializationException.class.getName()),
                                entry(DeadLetterHeaders.MESSAGE, "not a statement"),
                                entry(DeadLetterHeaders.TOPIC, LoopFixture.SOURCE),
                                entry(DeadLetterHeaders.PARTITION, "0"),
                                entry(DeadLetterHeaders.OFFSET, "1"))
                        .hasEntrySatisfying(
                                DeadLetterHeaders.STACK_TRACE,
                                trace -> assertThat(trace).contains("\tat io.depeche.sink."));
            });
            assertThat(cluster.committedOffsets.get(LoopFixture.P0).offset()).isEqualTo(3);
            assertThat(cluster.producer().commitCount()).isEqualTo(1);
        }

        @Test
        void aRecordWithoutValueIsNoStatement() {
            // Given
            sink.assigned(LoopFixture.P0);
            cluster.append(LoopFixture.P0, "key".getBytes(UTF_8), null, 0, new RecordHeaders());

            // When
            sink.turn();
            sink.commitInterval();

            // Then
            assertThat(sink.deadLetters())
                    .singleElement()
                    .satisfies(letter -> assertThat(texts(letter.headers()).get(DeadLetterHeaders.MESSAGE))
                            .contains("partition 0, offset 0 has no value"));
        }

        @Test
        void aStatementThatContradictsItselfIsKeptWhole() {
            // Given
            sink.assigned(LoopFixture.P0);
            EnrichedStatement statement = Statements.withTwoFigures("a");
            statement.getFigures().get(1).setAttribution(9);
            cluster.append(LoopFixture.P0, null, LoopFixture.bytes(statement), 0, new RecordHeaders());

            // When
            sink.turn();
            sink.commitInterval();

            // Then
            assertThat(cluster.committed).hasSize(1);
            assertThat(sink.deadLetters())
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.value()).isEqualTo(LoopFixture.bytes(statement)));
        }

        @Test
        void aStatementTooLargeToProduceDoesNotStopTheOthers() {
            // Given Kafka refuses one of the figures of "b"
            sink.assigned(LoopFixture.P0);
            List.of("a", "b", "c").forEach(id -> sink.append(LoopFixture.P0, id));
            cluster.answer = (producer, record) -> record.topic().endsWith("figures")
                            && LoopFixture.keyOf(record).equals("b")
                    ? new RecordTooLargeException("more than 1048576 bytes")
                    : null;

            // When
            sink.turn();
            sink.commitInterval();
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a", "c");
            assertThat(cluster.committedTo("t.statements.figures")).hasSize(4);
            assertThat(sink.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(LoopFixture.keyOf(letter)).isEqualTo("b");
                assertThat(letter.value()).isEqualTo(LoopFixture.bytes(Statements.withTwoFigures("b")));
                assertThat(texts(letter.headers()))
                        .containsEntry(DeadLetterHeaders.EXCEPTION, RecordTooLargeException.class.getName())
                        .containsEntry(DeadLetterHeaders.MESSAGE, "more than 1048576 bytes");
            });
            assertThat(cluster.committedOffsets.get(LoopFixture.P0).offset()).isEqualTo(3);
        }

        @Test
        void whatMayHaveBeenRefusedForAnotherIsTriedAlone() {
            // Given "b" is too large, and "a" was in the same transaction
            sink.assigned(LoopFixture.P0, LoopFixture.P1);
            sink.append(LoopFixture.P0, "a");
            List.of("b", "c").forEach(id -> sink.append(LoopFixture.P1, id));
            List<Set<String>> triedWithB = new ArrayList<>();
            cluster.answer = (producer, record) -> {
                if (!LoopFixture.keyOf(record).equals("b") || !record.topic().endsWith("enriched")) {
                    return null;
                }
                triedWithB.add(producer.uncommittedRecords().stream()
                        .map(LoopFixture::keyOf)
                        .collect(Collectors.toSet()));
                return new RecordTooLargeException("too large");
            };
            sink.turn();
            sink.append(LoopFixture.P0, "d");

            // When
            sink.turn();

            // Then neither has company, nor waits for the commit interval
            assertThat(triedWithB).containsExactly(Set.of("a"), Set.of());
            assertThat(sink.delivered()).containsExactly("a", "d");

            // When
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a", "d", "c");
            assertThat(sink.deadLetters()).extracting(LoopFixture::keyOf).containsExactly("b");
        }

        @Test
        void aDeadLetterTooLargeToProduceLeavesItsValueBehind() {
            // Given
            sink.assigned(LoopFixture.P0);
            List.of("a", "b").forEach(id -> sink.append(LoopFixture.P0, id));
            cluster.answer = (producer, record) -> LoopFixture.keyOf(record).equals("a") && record.value() != null
                    ? new RecordTooLargeException("too large for " + record.topic())
                    : null;

            // When
            sink.turn();
            sink.commitInterval();
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("b");
            assertThat(sink.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(LoopFixture.keyOf(letter)).isEqualTo("a");
                assertThat(letter.value()).isNull();
                assertThat(texts(letter.headers()))
                        .containsEntry(DeadLetterHeaders.MESSAGE, "too large for t.statements.enriched")
                        .containsEntry(DeadLetterHeaders.OFFSET, "0");
            });
        }

        @Test
        void whatCanNotEvenBeADeadLetterStopsTheRole() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            cluster.answer = (producer, record) -> new RecordTooLargeException("nothing fits");

            // Then
            assertThatThrownBy(() -> {
                        sink.turn();
                        sink.commitInterval();
                        sink.settle();
                    })
                    .isInstanceOf(DeliveryStoppedException.class)
                    .hasMessageContaining("topic t.statements.annotated, partition 0, offset 0")
                    .hasMessageContaining("max.message.bytes");
            assertThat(cluster.committed).isEmpty();
        }
    }

    @Nested
    class TooManyDeadLetters {

        private void appendPoison(int times) {
            IntStream.range(0, times).forEach(i -> sink.appendPoison(LoopFixture.P0));
        }

        @Test
        void stopsBeforeMostOfTheTopicGoesToTheDeadLetters() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            sink.turn();
            sink.commitInterval();
            appendPoison(4);

            // Then
            assertThatThrownBy(sink::turn)
                    .isInstanceOf(DeliveryStoppedException.class)
                    .hasMessageContaining("4 of the last 5 records failed")
                    .hasMessageContaining("sink.dead.letters.max.share = 0.5")
                    .hasMessageContaining("partition 0, offset 4")
                    .hasMessageContaining("not a statement")
                    .hasCauseInstanceOf(SerializationException.class);
            assertThat(sink.deadLetters()).isEmpty();
            assertThat(cluster.committedOffsets.get(LoopFixture.P0).offset()).isEqualTo(1);
        }

        @Test
        void poisonAmongOtherRecordsDoesNotStopIt() {
            // Given
            sink.assigned(LoopFixture.P0);
            for (int i = 0; i < 20; i++) {
                sink.append(LoopFixture.P0, "s" + i);
                sink.appendPoison(LoopFixture.P0);
            }

            // When
            sink.turn();
            sink.commitInterval();

            // Then
            assertThat(sink.delivered()).hasSize(20);
            assertThat(sink.deadLetters()).hasSize(20);
        }

        @Test
        void poisonThatIsReadAgainCountsOnce() {
            // Given
            sink.assigned(LoopFixture.P0);
            appendPoison(1);

            // When
            for (int i = 0; i < 10; i++) {
                sink.turn();
                cluster.nextCommit = CommitFault.OFFSETS_REFUSED;
                sink.commitInterval();
            }
            sink.settle();

            // Then
            assertThat(sink.deadLetters()).hasSize(1);
        }
    }

    @Nested
    class Recovering {

        @Test
        void recordsComeOutOnceThoughTheProducerIsFencedInTheCommit() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            sink.turn();
            cluster.nextCommit = CommitFault.FENCED;

            // When
            sink.commitInterval();
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a");
            assertThat(cluster.producers).hasSize(2);
            assertThat(cluster.producers.get(0).closed()).isTrue();
        }

        @Test
        void recordsComeOutOnceThoughTheProducerIsFencedWhileSending() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            sink.turn();
            cluster.producer().fenceProducer();
            sink.append(LoopFixture.P0, "b");

            // When
            sink.turn();
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a", "b");
            assertThat(cluster.producers).hasSize(2);
        }

        @Test
        void recordsComeOutThoughTheProducerIsFencedWhileItIsIdle() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.turn();
            cluster.producer().fenceProducer();
            sink.append(LoopFixture.P0, "a");

            // When
            sink.turn();
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a");
            assertThat(cluster.producers).hasSize(2);
        }

        @ParameterizedTest
        @EnumSource(
                value = CommitFault.class,
                names = {"TIMEOUT_WITHOUT_EFFECT", "TIMEOUT_AFTER_EFFECT"})
        void aCommitWithoutAnAnswerIsDecidedByTheCommittedOffsets(CommitFault fault) {
            // Given
            sink.assigned(LoopFixture.P0, LoopFixture.P1);
            sink.append(LoopFixture.P0, "a");
            sink.append(LoopFixture.P1, "b");
            sink.turn();
            cluster.nextCommit = fault;

            // When
            sink.commitInterval();
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactlyInAnyOrder("a", "b");
            assertThat(cluster.producers).hasSize(2);
        }

        @Test
        void aTransactionThatTimedOutAtTheBrokerIsStartedOver() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            sink.turn();
            cluster.producer().commitTransactionException = new InvalidTxnStateException("no transaction");
            cluster.producer().abortTransactionException = new InvalidTxnStateException("no transaction");

            // When
            sink.commitInterval();
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a");
            assertThat(cluster.producers).hasSize(2);
        }

        @Test
        void aFailedSendAbortsAndEverythingIsReadAgain() {
            // Given
            sink.assigned(LoopFixture.P0);
            List.of("a", "b").forEach(id -> sink.append(LoopFixture.P0, id));
            List<RuntimeException> failures = new ArrayList<>(List.of(new NotEnoughReplicasException("one is left")));
            cluster.answer = (producer, record) ->
                    LoopFixture.keyOf(record).equals("b") && !failures.isEmpty() ? failures.remove(0) : null;

            // When
            sink.turn();
            sink.commitInterval();

            // Then
            assertThat(cluster.committed).isEmpty();

            // When
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a", "b");
            assertThat(sink.deadLetters()).isEmpty();
            assertThat(cluster.producers).hasSize(1);
        }

        @Test
        void aSendThatThrowsAbortsAndEverythingIsReadAgain() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            sink.turn();
            sink.append(LoopFixture.P0, "b");
            cluster.producer().sendException = new KafkaException("in an error state");

            // When
            sink.turn();
            cluster.producer().sendException = null;

            // Then
            assertThat(sink.loop.obstacles()).isNotEmpty();

            // When
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a", "b");
            assertThat(cluster.producers).hasSize(1);
        }

        @Test
        void offsetsThatTheGroupRefusesTakeTheOutputsBack() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            sink.turn();
            cluster.nextCommit = CommitFault.OFFSETS_REFUSED;

            // When
            sink.commitInterval();

            // Then
            assertThat(cluster.committed).isEmpty();

            // When
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a");
        }

        @Test
        void eachPartitionIsReadAgainFromItsOwnCommittedOffsetOrItsBeginning() {
            // Given one partition has a committed offset, the other has none
            sink.assigned(LoopFixture.P0, LoopFixture.P1);
            sink.append(LoopFixture.P0, "a");
            sink.turn();
            sink.commitInterval();
            sink.append(LoopFixture.P0, "b");
            sink.append(LoopFixture.P1, "c");
            sink.turn();
            cluster.nextCommit = CommitFault.OFFSETS_REFUSED;

            // When
            sink.commitInterval();
            sink.settle();

            // Then
            assertThat(sink.delivered()).hasSize(3).containsExactlyInAnyOrder("a", "b", "c");
        }

        @Test
        void aProducerThatDoesNotComeUpIsMadeAgain() {
            // Given
            cluster.nextInit = new TimeoutException("no coordinator");
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");

            // When
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a");
            assertThat(cluster.producers).hasSize(2);
            assertThat(cluster.producers.get(0).closed()).isTrue();
        }

        @Test
        void isReadyOnceThereAreAProducerAndPartitions() {
            // Given
            assertThat(sink.loop.obstacles()).isNotEmpty();

            // When
            sink.turn();

            // Then
            assertThat(sink.loop.obstacles()).singleElement().asString().contains("no partition");

            // When
            sink.assigned(LoopFixture.P0);

            // Then
            assertThat(sink.loop.obstacles()).isEmpty();

            // When
            sink.assigned();

            // Then
            assertThat(sink.loop.obstacles()).isNotEmpty();
        }
    }

    @Nested
    class Rebalancing {

        @Test
        void theOpenTransactionIsCommittedBeforePartitionsAreGivenUp() {
            // Given
            sink.assigned(LoopFixture.P0, LoopFixture.P1);
            sink.append(LoopFixture.P0, "a");
            sink.append(LoopFixture.P1, "b");
            sink.turn();

            // When
            cluster.consumer.rebalance(List.of(LoopFixture.P1));

            // Then
            assertThat(sink.delivered()).containsExactlyInAnyOrder("a", "b");
            assertThat(cluster.committedOffsets).containsOnlyKeys(LoopFixture.P0, LoopFixture.P1);
        }

        @Test
        void aCommitThatFailsOnTheWayOutTakesEverythingBack() {
            // Given
            sink.assigned(LoopFixture.P0, LoopFixture.P1);
            sink.append(LoopFixture.P0, "a");
            sink.append(LoopFixture.P1, "b");
            sink.turn();
            cluster.nextCommit = CommitFault.OFFSETS_REFUSED;

            // When
            assertThatThrownBy(() -> cluster.consumer.rebalance(List.of(LoopFixture.P1)))
                    .isInstanceOf(KafkaException.class);
            sink.settle();

            // Then
            assertThat(sink.delivered()).hasSize(2).containsExactlyInAnyOrder("a", "b");
        }

        @Test
        void theOpenTransactionIsAbortedWhereThePartitionsAreLost() {
            // Given
            sink.assigned(LoopFixture.P0, LoopFixture.P1);
            sink.append(LoopFixture.P0, "a");
            sink.append(LoopFixture.P1, "b");
            sink.turn();
            cluster.consumer.schedulePollTask(() -> {
                cluster.deliverElsewhere(LoopFixture.P0);
                sink.loop.onPartitionsLost(List.of(LoopFixture.P0));
            });

            // When
            sink.commitInterval();

            // Then
            assertThat(cluster.committed).isEmpty();

            // When
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("b");
        }

        @Test
        void aRefusalIsForgottenWithItsPartition() {
            // Given Kafka refuses a record once, before its partition is lost
            sink.assigned(LoopFixture.P0, LoopFixture.P1);
            sink.append(LoopFixture.P0, "a");
            List<RuntimeException> refusals = new ArrayList<>(List.of(new RecordTooLargeException("too large")));
            cluster.answer = (producer, record) -> refusals.isEmpty() ? null : refusals.remove(0);
            sink.turn();
            cluster.consumer.schedulePollTask(() -> {
                sink.loop.onPartitionsLost(List.of(LoopFixture.P0));
                cluster.consumer.rebalance(List.of(LoopFixture.P1));
            });
            sink.turn();
            sink.turn();

            // When it comes back
            cluster.consumer.rebalance(List.of(LoopFixture.P0, LoopFixture.P1));
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a");
        }

        @Test
        void whatIsPolledTogetherWithALossWaitsForTheRewind() {
            // Given "a" of the partition that is kept is in the transaction that the loss ends
            sink.assigned(LoopFixture.P0, LoopFixture.P1);
            sink.append(LoopFixture.P1, "a");
            sink.turn();
            sink.append(LoopFixture.P1, "b");
            cluster.consumer.schedulePollTask(() -> sink.loop.onPartitionsLost(List.of(LoopFixture.P0)));

            // When
            sink.turn();
            sink.settle();

            // Then
            assertThat(sink.delivered()).containsExactly("a", "b");
        }
    }

    @Nested
    class Failing {

        @Test
        void aMissingRightStopsTheRole() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            cluster.answer = (producer, record) -> new TopicAuthorizationException(Set.of(record.topic()));

            // Then
            assertThatThrownBy(sink::settle).hasRootCauseInstanceOf(TopicAuthorizationException.class);
        }

        @Test
        void aMissingRightStopsTheRoleAtTheCommitThoughKafkaAnswersNoEarlier() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            cluster.answer = (producer, record) -> new TransactionalIdAuthorizationException("not authorized");
            cluster.answersLate = true;

            // When
            sink.turn();

            // Then
            assertThatThrownBy(sink::commitInterval)
                    .hasRootCauseInstanceOf(TransactionalIdAuthorizationException.class);
        }

        @Test
        void anOutputThatCanNotBeWrittenStopsTheRole() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            sink.unwritable = EnrichedStatement.class;

            // Then
            assertThatThrownBy(sink::turn)
                    .isInstanceOf(DeliveryStoppedException.class)
                    .hasMessage(
                            "the EnrichedStatement made of topic t.statements.annotated, partition 0, offset 0 can't"
                                    + " be written to topic t.statements.enriched: the registry refuses the schema");
        }

        @Test
        void nothingIsSentOfAStatementWhoseFiguresCanNotBeWritten() {
            // Given
            sink.assigned(LoopFixture.P0);
            sink.append(LoopFixture.P0, "a");
            sink.turn();
            sink.append(LoopFixture.P0, "b");
            sink.whileReading("b", () -> sink.unwritable = FigureRecord.class);

            // When
            assertThatThrownBy(sink::turn).isInstanceOf(DeliveryStoppedException.class);

            // Then
            assertThat(cluster.producer().uncommittedRecords())
                    .extracting(LoopFixture::keyOf)
                    .containsOnly("a");
        }

        @Test
        void aGroupInstanceIdThatIsTakenOverStopsTheRole() {
            // Given
            sink.assigned(LoopFixture.P0);
            cluster.consumer.setPollException(new FencedInstanceIdException("fenced"));

            // Then
            assertThatThrownBy(sink::turn)
                    .isInstanceOf(DeliveryStoppedException.class)
                    .hasMessageContaining("kafka.group.instance.id");
        }

        @Test
        void whatFailsForGoodLeavesNothingOpenOrHalf() {
            // Given
            cluster.consumer.schedulePollTask(() -> cluster.assign(LoopFixture.P0));
            sink.append(LoopFixture.P0, "a");
            cluster.answer = (producer, record) -> new TopicAuthorizationException(Set.of(record.topic()));
            cluster.consumer.schedulePollTask(() -> {});
            cluster.consumer.schedulePollTask(() -> sink.clock.advance(LoopFixture.INTERVAL));
            cluster.consumer.schedulePollTask(sink.loop::stop);

            // When
            assertThatThrownBy(sink.loop::run).hasRootCauseInstanceOf(TopicAuthorizationException.class);

            // Then
            assertThat(cluster.committed).isEmpty();
            assertThat(cluster.producer().transactionAborted()).isTrue();
            assertThat(cluster.producer().closed()).isTrue();
            assertThat(cluster.consumer.closed()).isTrue();
        }
    }

    @Nested
    class Stopping {

        @Test
        void commitsWhatHasBeenTakenUp() {
            // Given
            List.of("a", "b").forEach(id -> sink.append(LoopFixture.P0, id));
            cluster.consumer.schedulePollTask(() -> cluster.assign(LoopFixture.P0));
            cluster.consumer.schedulePollTask(() -> {});
            cluster.consumer.schedulePollTask(sink.loop::stop);

            // When
            sink.loop.run();

            // Then
            assertThat(sink.delivered()).containsExactly("a", "b");
            assertThat(cluster.producer().closed()).isTrue();
            assertThat(cluster.consumer.closed()).isTrue();
            assertThat(sink.serdesClosed).isTrue();
            assertThat(sink.loop.obstacles()).isNotEmpty();
        }

        @Test
        void takesUpNoMoreAndLeavesNothingHalf() {
            // Given it is told to stop while it reads the second of three
            List.of("a", "b", "c").forEach(id -> sink.append(LoopFixture.P0, id));
            cluster.consumer.schedulePollTask(() -> cluster.assign(LoopFixture.P0));
            sink.whileReading("b", sink.loop::stop);

            // When
            sink.loop.run();

            // Then
            assertThat(sink.delivered()).containsExactly("a", "b");
            assertThat(cluster.committedTo("t.statements.figures")).hasSize(4);
            assertThat(cluster.committedOffsets)
                    .containsExactly(entry(LoopFixture.P0, new OffsetAndMetadata(2, Optional.of(3), "IN=2,OUT=2")));
        }

        @Test
        void doesNotCommitWhereSomethingWentWrongOnTheWay() {
            // Given a send that fails while it is being stopped
            List.of("a", "b").forEach(id -> sink.append(LoopFixture.P0, id));
            cluster.consumer.schedulePollTask(() -> cluster.assign(LoopFixture.P0));
            sink.whileReading("b", () -> {
                sink.loop.stop();
                cluster.producer().sendException = new KafkaException("in an error state");
            });

            // When
            sink.loop.run();

            // Then
            assertThat(cluster.committed).isEmpty();
            assertThat(cluster.producer().transactionAborted()).isTrue();
        }

        @Test
        void aLastCommitThatFailsIsNoFailureOfTheRole() {
            // Given
            sink.append(LoopFixture.P0, "a");
            cluster.consumer.schedulePollTask(() -> cluster.assign(LoopFixture.P0));
            cluster.consumer.schedulePollTask(() -> {});
            cluster.consumer.schedulePollTask(() -> {
                sink.loop.stop();
                cluster.nextCommit = CommitFault.OFFSETS_REFUSED;
            });

            // When
            assertThatCode(sink.loop::run).doesNotThrowAnyException();

            // Then
            assertThat(cluster.committed).isEmpty();
            assertThat(cluster.producer().transactionAborted()).isTrue();
            assertThat(cluster.consumer.closed()).isTrue();
        }

        @Test
        void takesItsLeaveOfKafkaThoughItWasInterrupted() {
            // Given
            cluster.consumer.schedulePollTask(() -> {
                sink.loop.stop();
                Thread.currentThread().interrupt();
            });

            // When
            sink.loop.run();

            // Then
            assertThat(cluster.consumer.interruptedAtClose).isFalse();
            assertThat(cluster.consumer.closed()).isTrue();
        }
    }

    private static Map<String, String> texts(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }
}
