// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.EnrichedStatement;
import io.depeche.event.Figure;
import io.depeche.event.FigureRecord;
import io.depeche.event.StatementStatus;
import io.depeche.ingest.Ingest;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.source.Source;
import io.depeche.ingest.source.Sources;
import io.depeche.local.Seed;
import io.depeche.local.Subscriber;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.DeadLetterHeaders;
import io.depeche.schemas.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline on a real broker and registry, seen by plain subscribers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineIT {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private LocalPipeline pipeline;
    private ConnectionConfig connection;

    @BeforeAll
    void start() throws Exception {
        pipeline = LocalPipeline.start(PipelineOptions.temporary(), meters);
        connection = pipeline.connection();
    }

    @AfterAll
    void close() {
        pipeline.close();
    }

    @Test
    void theSeedStatementComesOutWithItsNamesFiguresAndDates() throws Exception {
        feed(sources().file("seed", Seed.file()));

        EnrichedStatement event = awaitEvents("seed", 1).get(0);

        Seed.check(event);
        assertThat(event.getTimings().getPublishedAt()).isNotNull();
        assertThat(event.getTimings().getEnrichedAt()).isNotNull();
        assertThat(event.getTimings().getDeliveredAt()).isNotNull();
    }

    @Test
    void everyFigureIsAFlatRecordToo() throws Exception {
        feed(jsonLines(
                "flat", "{\"id\":\"1\",\"language\":\"fr\",\"text\":\"On compte 12 morts et plus de 30 blessés.\"}"));

        EnrichedStatement event = awaitEvents("flat", 1).get(0);
        try (Subscriber<FigureRecord> figures =
                Subscriber.of(connection, Topic.STATEMENTS_FIGURES, FigureRecord.class)) {
            List<FigureRecord> flat = figures.await(all -> countFrom("flat", all) == 2).stream()
                    .map(ConsumerRecord::value)
                    .filter(figure -> figure.getSource().equals("flat"))
                    .toList();
            assertThat(flat).extracting(FigureRecord::getStatementId).containsOnly(event.getId());
            assertThat(flat)
                    .extracting(FigureRecord::getText)
                    .containsExactlyElementsOf(
                            event.getFigures().stream().map(Figure::getText).toList());
        }
    }

    @Test
    void theSameTwiceComesOutOnceAndAChangeIsARevision() throws Exception {
        String first = "{\"id\":\"1\",\"language\":\"fr\",\"text\":\"On compte 12 morts.\"}";
        String second = "{\"id\":\"1\",\"language\":\"fr\",\"text\":\"On compte 15 morts.\"}";
        String withdrawn = "{\"id\":\"1\",\"status\":\"WITHDRAWN\",\"text\":\"\"}";
        feed(jsonLines("revised", first, first, second, second, withdrawn));

        List<EnrichedStatement> events = awaitEvents("revised", 3);

        assertThat(events).extracting(EnrichedStatement::getRevision).containsExactly(1, 2, 3);
        assertThat(events)
                .extracting(EnrichedStatement::getStatus)
                .containsExactly(StatementStatus.NEW, StatementStatus.UPDATE, StatementStatus.WITHDRAWN);
        assertThat(events.get(1).getChanges()).singleElement().satisfies(change -> {
            assertThat(change.getBefore().getText()).isEqualTo("12");
            assertThat(change.getAfter().getText()).isEqualTo("15");
        });
    }

    @Test
    void whatCantBeTakenIsSaidWithItsPlaceAndTheRestGoesOn(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("empty.txt"), "  \n ");
        Files.write(folder.resolve("picture.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1});
        Files.writeString(folder.resolve("large.txt"), "long ".repeat(4 * 1024 * 1024));
        Files.writeString(folder.resolve("good.txt"), "On compte 12 morts.");
        Files.writeString(
                folder.resolve("wire.jsonl"),
                "{\"id\":\"a\",\"text\":\"On compte 13 morts.\"}\nnot json\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"Et 14.\"}\n");
        Files.write(
                folder.resolve("latin.txt"),
                "Le président a déclaré à la presse que près de 90 personnes étaient arrivées à l'hôpital de la région."
                        .repeat(5)
                        .getBytes(StandardCharsets.ISO_8859_1));

        Heard heard = feed(sources().folder("mixed", folder, false));

        List<EnrichedStatement> events = awaitEvents("mixed", 4);
        assertThat(events)
                .extracting(EnrichedStatement::getText)
                .anyMatch(text -> text.contains("déclaré à la presse"));
        assertThat(heard.refusals)
                .extracting(refusal -> refusal.place().substring(refusal.place().lastIndexOf('/') + 1))
                .containsExactlyInAnyOrder("empty.txt", "picture.txt", "large.txt", "wire.jsonl:2", "wire.jsonl:3");
        assertThat(heard.refusals).extracting(Refusal::wayOut).noneMatch(String::isBlank);
    }

    @Test
    void poisonOnEitherTopicGoesToTheDeadLettersAsItIsAndTheRestGoesOn() throws Exception {
        byte[] rubbish = {'n', 'o', ' ', 'a', 'v', 'r', 'o'};
        byte[] unknownSchema = {0, 0x7f, 0, 0, 1, 2, 3};
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(connection.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            for (Topic topic : List.of(Topic.STATEMENTS_RAW, Topic.STATEMENTS_ANNOTATED)) {
                String name = connection.topics().name(topic);
                producer.send(new ProducerRecord<>(name, "rubbish-" + topic, rubbish))
                        .get();
                producer.send(new ProducerRecord<>(name, "unknown-" + topic, unknownSchema))
                        .get();
            }
        }
        feed(jsonLines("after-poison", "{\"id\":\"1\",\"text\":\"Still 12 of 20.\"}"));

        awaitEvents("after-poison", 1);
        Set<String> expected = Set.of(
                "rubbish-STATEMENTS_RAW",
                "unknown-STATEMENTS_RAW",
                "rubbish-STATEMENTS_ANNOTATED",
                "unknown-STATEMENTS_ANNOTATED");
        try (Subscriber<byte[]> letters = Subscriber.ofBytes(connection, Topic.STATEMENTS_DEAD_LETTER)) {
            List<ConsumerRecord<String, byte[]>> dead = letters
                    .await(all -> keys(all).containsAll(expected))
                    .stream()
                    .filter(letter -> expected.contains(letter.key()))
                    .toList();
            assertThat(dead).hasSize(expected.size()).allSatisfy(letter -> {
                assertThat(letter.value()).isEqualTo(letter.key().startsWith("rubbish") ? rubbish : unknownSchema);
                assertThat(letter.headers().lastHeader(DeadLetterHeaders.EXCEPTION))
                        .isNotNull();
                assertThat(letter.headers().lastHeader(DeadLetterHeaders.OFFSET))
                        .isNotNull();
            });
        }
    }

    @Test
    void aStatementThatGrowsTooLargeIsADeadLetterAndTheRestGoesOn(@TempDir Path folder) throws Exception {
        String numbers = "12 b. ".repeat(333_000);
        Path wire = folder.resolve("oversize");
        Files.writeString(
                wire,
                "{\"id\":\"large\",\"language\":\"fr\",\"text\":\"" + numbers + "\"}\n"
                        + "{\"id\":\"small\",\"language\":\"fr\",\"text\":\"On compte 12 morts.\"}\n");
        feed(new Sources(2_000_000, Duration.ofSeconds(1), Clock.systemUTC()).file("oversize", wire));

        assertThat(awaitEvents("oversize", 1))
                .singleElement()
                .satisfies(event -> assertThat(event.getSourceItemId()).isEqualTo("small"));
        try (Subscriber<byte[]> letters = Subscriber.ofBytes(connection, Topic.STATEMENTS_DEAD_LETTER)) {
            letters.await(all -> all.stream()
                    .anyMatch(letter -> Keys.header(bytes(letter), DeadLetterHeaders.MESSAGE)
                                    .contains("with its annotations")
                            && letter.value().length > numbers.length()));
        }
        assertThat(pipeline.failure()).isEmpty();
    }

    @Test
    void aLargeStatementIsHeldAndWhatComesBehindItGoesOn(@TempDir Path folder) throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder();
        while (text.length() < 1_800_000) {
            // Letters that no compression makes fewer than a topic takes by default.
            text.append((char) random.nextInt('a', 'z')).append(random.nextInt(6) == 0 ? " " : "");
        }
        Path wire = folder.resolve("embargo");
        Files.writeString(
                wire,
                "{\"id\":\"a\",\"embargo\":\"2100-01-01T00:00:00Z\",\"text\":\"" + text + "\"}\n"
                        + "{\"id\":\"a\",\"text\":\"On compte 12 morts.\"}\n");
        feed(new Sources(2_000_000, Duration.ofSeconds(1), Clock.systemUTC()).file("embargo", wire));

        assertThat(awaitEvents("embargo", 1).get(0).getText()).isEqualTo("On compte 12 morts.");
        assertThat(pipeline.failure()).isEmpty();
    }

    private Sources sources() {
        IngestConfig config = new IngestConfig(pipeline.settings());
        return new Sources(config.maxTextBytes(), config.pollInterval(), Clock.systemUTC());
    }

    private Source jsonLines(String id, String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return sources().standardInput(id, new ByteArrayInputStream(bytes));
    }

    private Heard feed(Source source) throws InterruptedException {
        Heard heard = new Heard();
        try (Ingest ingest = Ingest.connect(
                new IngestConfig(pipeline.settings()), List.of(source), heard, Clock.systemUTC(), meters)) {
            ingest.start();
            ingest.awaitSources();
        }
        return heard;
    }

    /** The events of a source, in order where they are of one statement. */
    private List<EnrichedStatement> awaitEvents(String source, int count) {
        try (Subscriber<EnrichedStatement> output =
                Subscriber.of(connection, Topic.STATEMENTS_ENRICHED, EnrichedStatement.class)) {
            List<EnrichedStatement> events = output
                    .await(all -> all.stream()
                                    .filter(event -> event.value().getSource().equals(source))
                                    .count()
                            >= count)
                    .stream()
                    .map(ConsumerRecord::value)
                    .filter(event -> event.getSource().equals(source))
                    .toList();
            assertThat(events).hasSize(count);
            return events;
        }
    }

    private static long countFrom(String source, List<ConsumerRecord<String, FigureRecord>> all) {
        return all.stream()
                .filter(figure -> figure.value().getSource().equals(source))
                .count();
    }

    private static Set<String> keys(List<ConsumerRecord<String, byte[]>> all) {
        Set<String> keys = new HashSet<>();
        all.forEach(letter -> keys.add(letter.key()));
        return keys;
    }

    private static ConsumerRecord<byte[], byte[]> bytes(ConsumerRecord<String, byte[]> letter) {
        ConsumerRecord<byte[], byte[]> bytes =
                new ConsumerRecord<>(letter.topic(), letter.partition(), letter.offset(), null, letter.value());
        letter.headers().forEach(bytes.headers()::add);
        return bytes;
    }
}
