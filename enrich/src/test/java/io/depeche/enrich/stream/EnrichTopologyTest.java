// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.depeche.enrich.event.StatementMapper;
import io.depeche.enrich.text.AnalyserRunner;
import io.depeche.enrich.text.Annotator;
import io.depeche.event.ChangeType;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.Figure;
import io.depeche.event.HeldStatement;
import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.event.RevisionState;
import io.depeche.event.StatementStatus;
import io.depeche.schemas.RecentFailures;
import io.depeche.schemas.config.DeadLetterLimit;
import io.depeche.schemas.monitor.Count;
import io.depeche.schemas.monitor.PartitionCounts;
import io.depeche.schemas.serde.AvroDeserializer;
import io.depeche.schemas.serde.AvroSerializer;
import io.depeche.schemas.topic.DeadLetterHeaders;
import io.depeche.schemas.topic.DeadLetters;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.Topics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {

    private static final Topics TOPICS = new Topics("test.", 1, (short) 1);
    private static final GuardedAnalysis ANALYSIS =
            new GuardedAnalysis(Annotator.standard(), AnalyserRunner.DIRECT, Duration.ofSeconds(10), 64 * 1024 * 1024);
    /** More than half of ten, or of four at first. */
    private static final DeadLetterLimit LIMIT = new DeadLetterLimit(0.5, 10, 4, "enrich.dead.letters.max.share");

    private static final Duration RETENTION = Duration.ofDays(30);
    private static final Instant START = Instant.parse("2023-01-23T10:00:00Z");
    private static final Instant FAILURE = Instant.parse("2023-01-24T00:00:00Z");
    private static final String TWELVE = "L’explosion a fait 12 morts et plus de 30 blessés, selon le ministère.";
    private static final String FIFTEEN = "L’explosion a fait 15 morts et plus de 30 blessés, selon le ministère.";

    @TempDir
    Path stateDirectory;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CommittedCounts counts =
            new CommittedCounts(new PartitionCounts(meters, "enrich", EnumSet.allOf(Count.Outcome.class)));
    private final SchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final FailedRecords failed = new FailedRecords(
            new DeadLetters(TOPICS.name(Topic.STATEMENTS_DEAD_LETTER), Clock.fixed(FAILURE, ZoneOffset.UTC)),
            new RecentFailures(LIMIT));
    private TopologyTestDriver driver;
    private TestInputTopic<String, RawStatement> raw;
    private TestInputTopic<String, byte[]> rawBytes;
    private TestOutputTopic<String, EnrichedStatement> annotated;
    private TestOutputTopic<String, byte[]> deadLetters;

    @BeforeEach
    void start() {
        EnrichTopology topology = new EnrichTopology(
                TOPICS,
                ANALYSIS,
                new StatementMapper("test"),
                serde(RawStatement.class).deserializer(),
                serde(EnrichedStatement.class).serializer(),
                serde(HeldStatement.class),
                serde(RevisionState.class),
                RETENTION,
                counts,
                failed);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "enrich-test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(DeadLetterHandler.FAILED_RECORDS, failed);
        driver = new TopologyTestDriver(topology.build(), settings, START);
        String rawName = TOPICS.name(Topic.STATEMENTS_RAW);
        raw = driver.createInputTopic(
                rawName, new StringSerializer(), serde(RawStatement.class).serializer());
        rawBytes = driver.createInputTopic(rawName, new StringSerializer(), new ByteArraySerializer());
        annotated = driver.createOutputTopic(
                TOPICS.name(Topic.STATEMENTS_ANNOTATED),
                new StringDeserializer(),
                serde(EnrichedStatement.class).deserializer());
        deadLetters = driver.createOutputTopic(
                TOPICS.name(Topic.STATEMENTS_DEAD_LETTER), new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aStatementComesOutAnnotatedUnderItsId() {
        raw.pipeInput("a1", statement("a1", TWELVE), START);

        TestRecord<String, EnrichedStatement> out = annotated.readRecord();
        assertThat(out.key()).isEqualTo("a1");
        EnrichedStatement event = out.value();
        assertThat(event.getRevision()).isEqualTo(1);
        assertThat(event.getStatus()).isEqualTo(StatementStatus.NEW);
        assertThat(event.getChanges()).isEmpty();
        assertThat(event.getFigures()).extracting(Figure::getValue).containsExactly("12", "30");
        assertThat(event.getTimings().getPublishedAt()).isEqualTo(START);
        assertThat(event.getTimings().getEnrichedAt()).isNotNull();
        assertThat(annotated.isEmpty()).isTrue();
    }

    @Test
    void theSameAgainIsNotPassedOn() {
        raw.pipeInput("a1", statement("a1", TWELVE));
        RawStatement again = statement("a1", TWELVE);
        again.setReceivedAt(START.plusSeconds(3600));
        raw.pipeInput("a1", again);

        assertThat(annotated.readValuesToList()).hasSize(1);
    }

    @Test
    void aNewTextIsTheNextRevisionAndSaysWhichFiguresChanged() {
        raw.pipeInput("a1", statement("a1", TWELVE));
        raw.pipeInput("a1", statement("a1", FIFTEEN));

        EnrichedStatement second = annotated.readValuesToList().get(1);
        assertThat(second.getRevision()).isEqualTo(2);
        assertThat(second.getStatus()).isEqualTo(StatementStatus.UPDATE);
        assertThat(second.getChanges()).singleElement().satisfies(change -> {
            assertThat(change.getType()).isEqualTo(ChangeType.ALTERED);
            assertThat(change.getCounted()).isEqualTo("morts");
            assertThat(change.getBefore().getValue()).isEqualTo("12");
            assertThat(change.getAfter().getValue()).isEqualTo("15");
            assertThat(second.getFigures().get(change.getFigure()).getValue()).isEqualTo("15");
        });
    }

    @Test
    void aStatementUnderEmbargoIsHeldUntilItsTime() {
        raw.pipeInput("a1", embargoed("a1", TWELVE, START.plusSeconds(60)), START);
        raw.pipeInput("a2", embargoed("a2", FIFTEEN, START.minusSeconds(60)), START);
        driver.advanceWallClockTime(Duration.ofSeconds(59));
        assertThat(annotated.readRecordsToList()).extracting(TestRecord::key).containsExactly("a2");

        driver.advanceWallClockTime(Duration.ofSeconds(2));

        TestRecord<String, EnrichedStatement> out = annotated.readRecord();
        assertThat(out.key()).isEqualTo("a1");
        assertThat(out.value().getEmbargo()).isEqualTo(START.plusSeconds(60));
        assertThat(out.value().getFigures()).hasSize(2);
        driver.advanceWallClockTime(Duration.ofDays(1));
        assertThat(annotated.isEmpty()).isTrue();
    }

    @Test
    void aStatementThatIsHeldComesOutWithTheHeadersAndTheTimeThatItCameWith() {
        Headers headers = new RecordHeaders().add("traceparent", utf8("00-1")).add("empty", null);
        RawStatement statement = embargoed("a1", TWELVE, START.plusSeconds(60));
        // Of a clock that is wrong, and nothing that Kafka would take for a timestamp.
        statement.setReceivedAt(Instant.ofEpochMilli(Long.MAX_VALUE));
        raw.pipeInput(new TestRecord<>("a1", statement, headers, START));

        driver.advanceWallClockTime(Duration.ofSeconds(61));

        TestRecord<String, EnrichedStatement> out = annotated.readRecord();
        assertThat(out.getRecordTime()).isEqualTo(START);
        assertThat(out.headers()).containsExactly(headers.toArray());
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void aStatementThatFailsAtItsReleaseIsADeadLetterAsItWasRead() {
        RawStatement large = embargoed("a1", "12 morts. ".repeat(400_000), START.plusSeconds(60));
        raw.pipeInput("b1", statement("b1", TWELVE), START);
        raw.pipeInput(new TestRecord<>("a1", large, new RecordHeaders().add("traceparent", utf8("00-1")), START));
        raw.pipeInput("b2", embargoed("b2", TWELVE, START.plusSeconds(60)), START);
        rawBytes.pipeInput("x", new byte[] {1, 2, 3}, START);
        assertThat(deadLetters.readRecordsToList()).hasSize(1);

        driver.advanceWallClockTime(Duration.ofSeconds(61));

        TestRecord<String, byte[]> dead = deadLetters.readRecord();
        assertThat(dead.key()).isEqualTo("a1");
        assertThat(dead.value())
                .isEqualTo(serde(RawStatement.class).serializer().serialize(TOPICS.name(Topic.STATEMENTS_RAW), large));
        assertThat(header(dead, "traceparent")).isEqualTo("00-1");
        assertThat(header(dead, DeadLetterHeaders.EXCEPTION)).isEqualTo(OversizeStatementException.class.getName());
        assertThat(header(dead, DeadLetterHeaders.TOPIC)).isEqualTo("test.statements.raw");
        assertThat(header(dead, DeadLetterHeaders.PARTITION)).isEqualTo("0");
        assertThat(header(dead, DeadLetterHeaders.OFFSET)).isEqualTo("1");
        assertThat(header(dead, DeadLetterHeaders.TIMESTAMP)).isEqualTo(Long.toString(START.toEpochMilli()));
        assertThat(header(dead, DeadLetterHeaders.STAGE)).isEqualTo("enrich/encode");
        assertThat(annotated.readRecordsToList()).extracting(TestRecord::key).containsExactly("b1", "b2");
        rawBytes.pipeInput("y", new byte[] {1, 2, 3}, START);
        assertThat(deadLetters.readRecord().key()).isEqualTo("y");
    }

    @Test
    void aStatementWithoutEmbargoWritesNothingToTheStoreOfTheHeldOnes() {
        TestOutputTopic<String, byte[]> changelog = driver.createOutputTopic(
                "enrich-test-held-changelog", new StringDeserializer(), new ByteArrayDeserializer());

        raw.pipeInput("a1", statement("a1", TWELVE), START);
        assertThat(changelog.isEmpty()).isTrue();

        raw.pipeInput("a2", embargoed("a2", TWELVE, START.plusSeconds(60)), START);
        assertThat(changelog.isEmpty()).isFalse();
    }

    @Test
    void aLaterVersionTakesThePlaceOfTheOneThatIsHeld() {
        raw.pipeInput("a1", embargoed("a1", TWELVE, START.plusSeconds(60)), START);
        raw.pipeInput("a1", embargoed("a1", FIFTEEN, START.plusSeconds(120)), START);
        raw.pipeInput("a2", embargoed("a2", TWELVE, START.plusSeconds(60)), START);
        raw.pipeInput("a2", statement("a2", FIFTEEN), START);
        RawStatement withdrawn = statement("a3", "");
        withdrawn.setStatus(StatementStatus.WITHDRAWN);
        raw.pipeInput("a3", embargoed("a3", TWELVE, START.plusSeconds(60)), START);
        raw.pipeInput("a3", withdrawn, START);
        assertThat(annotated.readRecordsToList()).extracting(TestRecord::key).containsExactly("a2", "a3");

        driver.advanceWallClockTime(Duration.ofSeconds(61));
        assertThat(annotated.isEmpty()).isTrue();

        driver.advanceWallClockTime(Duration.ofSeconds(61));
        assertThat(annotated.readValuesToList())
                .extracting(EnrichedStatement::getText)
                .containsExactly(FIFTEEN);
    }

    @Test
    void goingBackToAnEarlierTextIsARevisionToo() {
        raw.pipeInput("a1", statement("a1", TWELVE));
        raw.pipeInput("a1", statement("a1", FIFTEEN));
        raw.pipeInput("a1", statement("a1", TWELVE));

        assertThat(annotated.readValuesToList())
                .extracting(EnrichedStatement::getRevision)
                .containsExactly(1, 2, 3);
    }

    @Test
    void aWithdrawalTravelsOnWithoutAnnotationsAndRetractsTheFigures() {
        raw.pipeInput("a1", statement("a1", TWELVE));
        RawStatement withdrawn = statement("a1", "");
        withdrawn.setStatus(StatementStatus.WITHDRAWN);
        raw.pipeInput("a1", withdrawn);

        EnrichedStatement event = annotated.readValuesToList().get(1);
        assertThat(event.getStatus()).isEqualTo(StatementStatus.WITHDRAWN);
        assertThat(event.getRevision()).isEqualTo(2);
        assertThat(event.getFigures()).isEmpty();
        assertThat(event.getChanges())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.getType()).isEqualTo(ChangeType.REMOVED));
    }

    @Test
    void aStatementIsForgottenAfterTheRetention() {
        raw.pipeInput("a1", statement("a1", TWELVE));
        driver.advanceWallClockTime(RETENTION.plusDays(1));
        raw.pipeInput("a1", statement("a1", TWELVE));

        assertThat(annotated.readValuesToList())
                .extracting(EnrichedStatement::getRevision)
                .containsExactly(1, 1);
    }

    @Test
    void aRecordFromTheFutureDoesNotMakeTheOthersForgotten() {
        raw.pipeInput("a1", statement("a1", TWELVE), START);
        raw.pipeInput("b2", statement("b2", FIFTEEN), START.plus(Duration.ofDays(3650)));
        raw.pipeInput("a1", statement("a1", TWELVE), START.plusSeconds(1));

        assertThat(annotated.readKeyValuesToList())
                .extracting(entry -> entry.key)
                .containsExactly("a1", "b2");
    }

    @Test
    void bytesThatAreNoStatementGoToTheDeadLettersAsTheyAre() {
        byte[] rubbish = utf8("not in the wire format");
        rawBytes.pipeInput("x", rubbish, START);
        raw.pipeInput("a1", statement("a1", TWELVE));

        TestRecord<String, byte[]> dead = deadLetters.readRecord();
        assertThat(dead.key()).isEqualTo("x");
        assertThat(dead.value()).isEqualTo(rubbish);
        assertThat(header(dead, DeadLetterHeaders.MESSAGE)).contains("wire format");
        assertThat(header(dead, DeadLetterHeaders.TOPIC)).isEqualTo("test.statements.raw");
        assertThat(header(dead, DeadLetterHeaders.STAGE)).isEqualTo("enrich/read");
        assertThat(header(dead, DeadLetterHeaders.TIMESTAMP)).isEqualTo(Long.toString(START.toEpochMilli()));
        assertThat(dead.getRecordTime()).isEqualTo(FAILURE);
        assertThat(annotated.readKeyValuesToList()).hasSize(1);
    }

    @Test
    void aKeyThatIsNotTheStatementsIdGoesToTheDeadLetters() {
        raw.pipeInput("other", statement("a1", TWELVE));

        TestRecord<String, byte[]> dead = deadLetters.readRecord();
        assertThat(dead.key()).isEqualTo("other");
        assertThat(header(dead, DeadLetterHeaders.MESSAGE)).contains("other").contains("a1");
        assertThat(annotated.isEmpty()).isTrue();
    }

    @Test
    void aKeyWithoutMeasureGoesToTheDeadLetters() {
        String longest = "k".repeat(256);
        raw.pipeInput(longest, statement(longest, TWELVE));
        raw.pipeInput(longest + "k", statement(longest + "k", TWELVE));

        assertThat(header(deadLetters.readRecord(), DeadLetterHeaders.MESSAGE)).contains("257", "256");
        assertThat(annotated.readRecordsToList()).hasSize(1);
    }

    @Test
    void aRecordWithoutAValueGoesToTheDeadLetters() {
        rawBytes.pipeInput("a1", null);

        assertThat(header(deadLetters.readRecord(), DeadLetterHeaders.MESSAGE)).contains("WITHDRAWN");
        assertThat(annotated.isEmpty()).isTrue();
    }

    @Test
    void aStatementTooLargeOnceAnnotatedGoesToTheDeadLettersWithItsOriginalBytes() {
        RawStatement large = statement("a1", "12 morts. ".repeat(400_000));
        raw.pipeInput("a1", large);

        TestRecord<String, byte[]> dead = deadLetters.readRecord();
        assertThat(dead.value())
                .isEqualTo(serde(RawStatement.class).serializer().serialize(TOPICS.name(Topic.STATEMENTS_RAW), large));
        assertThat(header(dead, DeadLetterHeaders.EXCEPTION)).isEqualTo(OversizeStatementException.class.getName());
        assertThat(annotated.isEmpty()).isTrue();
    }

    @Test
    void headersCountAgainstTheLimitOfTheTopicToo() {
        Headers headers = new RecordHeaders().add("large", new byte[Topic.STATEMENTS_ANNOTATED.maxMessageBytes()]);
        raw.pipeInput(new TestRecord<>("a1", statement("a1", TWELVE), headers, START));

        TestRecord<String, byte[]> dead = deadLetters.readRecord();
        assertThat(header(dead, DeadLetterHeaders.EXCEPTION)).isEqualTo(OversizeStatementException.class.getName());
        assertThat(annotated.isEmpty()).isTrue();
    }

    @Test
    void whatBecameADeadLetterDoesNotCountAsPassedOn() {
        RawStatement large = statement("a1", "12 morts. ".repeat(400_000));
        raw.pipeInput("a1", large);
        raw.pipeInput("a1", large);
        raw.pipeInput("a1", statement("a1", TWELVE));

        assertThat(deadLetters.readRecordsToList()).hasSize(2);
        assertThat(annotated.readValue().getRevision()).isEqualTo(1);
    }

    @Test
    void everyRecordIsCountedByWhatBecameOfIt() {
        // Given one unchanged, one held, two replaced, two dead, and four passed on
        raw.pipeInput("a1", statement("a1", TWELVE), START);
        raw.pipeInput("a1", statement("a1", TWELVE), START);
        raw.pipeInput("a1", statement("a1", FIFTEEN), START);
        rawBytes.pipeInput("x", new byte[] {1, 2, 3});
        raw.pipeInput("large", statement("large", "12 morts. ".repeat(400_000)));
        raw.pipeInput("e1", embargoed("e1", TWELVE, START.plusSeconds(60)), START);
        raw.pipeInput("e1", embargoed("e1", FIFTEEN, START.plusSeconds(60)), START);
        raw.pipeInput("e2", embargoed("e2", TWELVE, START.plusSeconds(60)), START);
        raw.pipeInput("e2", statement("e2", FIFTEEN), START);
        raw.pipeInput("e3", embargoed("e3", TWELVE, START.plusSeconds(3600)), START);
        driver.advanceWallClockTime(Duration.ofSeconds(61));

        // When
        assertThat(count("in")).as("not before it is committed").isZero();
        counts.committed();

        // Then
        assertThat(annotated.readRecordsToList()).hasSize(4);
        assertThat(deadLetters.readRecordsToList()).hasSize(2);
        assertThat(count("in")).isEqualTo(10);
        assertThat(count("out")).isEqualTo(4);
        assertThat(count("unchanged")).isEqualTo(1);
        assertThat(count("replaced")).isEqualTo(2);
        assertThat(meters.get("depeche.enrich.records.held").gauge().value()).isEqualTo(1);
        assertThat(meters.get("depeche.enrich.records.dead").functionCounters())
                .extracting(counter -> counter.getId().getTag("reason"), FunctionCounter::count)
                .containsExactlyInAnyOrder(
                        tuple("SerializationException", 1.0), tuple("OversizeStatementException", 1.0));
    }

    @Test
    void countsGoOnWhereTheyWereCommittedAndWhatWasNotIsNotShown() {
        // Given
        raw.pipeInput("a1", statement("a1", TWELVE), START);
        counts.committed();
        raw.pipeInput("a2", statement("a2", TWELVE), START);

        // When the task begins again with what its store has
        counts.closed(0);
        assertThat(meters.find("depeche.enrich.records.in").meters()).isEmpty();
        counts.opened(0, Map.of(Count.IN, 1L, Count.OUT, 1L));
        counts.committed();

        // Then
        assertThat(count("in")).isEqualTo(1);
        assertThat(count("out")).isEqualTo(1);
    }

    private double count(String outcome) {
        return meters.get("depeche.enrich.records." + outcome).functionCounter().count();
    }

    @Test
    void stopsBeforeMostOfTheTopicGoesToTheDeadLetters() {
        byte[] rubbish = {1, 2, 3};
        raw.pipeInput("a1", statement("a1", TWELVE));
        raw.pipeInput("a1", statement("a1", TWELVE));
        rawBytes.pipeInput("x", rubbish);
        rawBytes.pipeInput("x", null);
        raw.pipeInput("other", statement("a2", TWELVE));
        assertThat(deadLetters.readRecordsToList()).hasSize(3);

        assertThatThrownBy(() -> rawBytes.pipeInput("x", rubbish)).isInstanceOf(StreamsException.class);

        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(failed.excess().orElseThrow())
                .startsWith("4 of the last 6 records failed, more than enrich.dead.letters.max.share = 0.5 allows.")
                .contains("topic test.statements.raw, partition 0, offset 5: ")
                .contains("wire format");
    }

    @Test
    void stopsAtAStepThatBreaksAsWell() {
        for (int i = 0; i < 3; i++) {
            rawBytes.pipeInput("x", null);
        }

        assertThatThrownBy(() -> rawBytes.pipeInput("x", null)).isInstanceOf(StreamsException.class);

        assertThat(failed.excess().orElseThrow()).startsWith("4 of the last 4").contains("WITHDRAWN");
        assertThat(deadLetters.readRecordsToList()).hasSize(3);
    }

    @Test
    void poisonAmongOtherRecordsDoesNotStopIt() {
        for (int i = 0; i < 20; i++) {
            raw.pipeInput("a" + i, statement("a" + i, TWELVE));
            rawBytes.pipeInput("x", new byte[] {1, 2, 3});
        }

        assertThat(annotated.readRecordsToList()).hasSize(20);
        assertThat(deadLetters.readRecordsToList()).hasSize(20);
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("schema.registry.url", "http://unused");
        settings.put("specific.avro.value.type", type.getName());
        Serde<T> serde = Serdes.serdeFrom(new AvroSerializer<>(registry), new AvroDeserializer<>(registry));
        serde.configure(settings, false);
        return serde;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RawStatement embargoed(String id, String text, Instant until) {
        RawStatement statement = statement(id, text);
        statement.setEmbargo(until);
        return statement;
    }

    private static RawStatement statement(String id, String text) {
        return RawStatement.newBuilder()
                .setId(id)
                .setSource("test")
                .setText(text)
                .setLanguage("fr")
                .setReceivedAt(START)
                .setCategories(List.of())
                .setOrigin(new Origin("test", "text", "UTF-8", null))
                .build();
    }
}
