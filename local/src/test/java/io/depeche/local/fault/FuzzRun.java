// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import io.depeche.event.RawStatement;
import io.depeche.local.Seed;
import io.depeche.local.fault.FuzzRecords.Made;
import io.depeche.local.pipeline.LocalPipeline;
import io.depeche.local.pipeline.PipelineOptions;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.serde.Registry;
import io.depeche.schemas.topic.Topic;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Sends records to statements.raw of which most are wrong, through a whole pipeline, and accounts for every one of
 * them: it came out, or was unchanged, or is held, or is in the dead letters, once. Start {@link #main} for any number.
 */
public final class FuzzRun {

    /** Without anything new on any topic for so long it has ended. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    private static final Duration PROGRESS = Duration.ofSeconds(10);

    private static final List<String> MORE_TEXTS = List.of(
            "قتل 12 شخصا وأصيب 30 آخرون في انفجار في بغداد، قال المتحدث باسم الوزارة.",
            "По словам министра, погибли 12 человек, ещё 30 получили ранения 3 мая 2023 года.",
            "据新华社报道，地震造成12人死亡，30人受伤。",
            "外務省によると、12人が死亡し、30人が負傷した。",
            "मंत्री ने कहा कि 12 लोगों की मौत हुई और 30 घायल हुए।",
            "Ο υπουργός δήλωσε ότι 12 άνθρωποι σκοτώθηκαν και 30 τραυματίστηκαν.",
            "Bakan, 12 kişinin öldüğünü ve 30 kişinin yaralandığını söyledi.",
            "",
            "12");

    /** However many are dead: most are meant to be. */
    private static final Map<String, String> NEVER_STOPS =
            Map.of("enrich.dead.letters.max.share", "1", "sink.dead.letters.max.share", "1");

    private static final int LONGER_THAN_A_TITLE = 80;

    private FuzzRun() {}

    /**
     * What came of a run.
     *
     * @param faults what is not as it has to be; empty where all is well
     * @param table kinds, fates and sums
     * @param ledger for the sums
     * @param annotated events on statements.annotated
     * @param enriched events on statements.enriched
     * @param undelivered how many of the annotated ones are dead letters of the sink
     * @param letters dead letters, those among them
     */
    record Result(
            List<String> faults,
            String table,
            FuzzLedger ledger,
            int annotated,
            int enriched,
            int undelivered,
            int letters) {}

    /**
     * Runs it.
     *
     * @param arguments number of records, and seed; by default a million and the time
     */
    public static void main(String[] arguments) throws Exception {
        int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Result result = run(seed, records, System.out::println);
        System.exit(result.faults().isEmpty() ? 0 : 1);
    }

    static Result run(long seed, int records, Consumer<String> out) throws Exception {
        out.accept("%d records, seed %d".formatted(records, seed));
        long begin = System.nanoTime();
        try (LocalPipeline pipeline = LocalPipeline.start(
                PipelineOptions.temporary().withSettings(NEVER_STOPS),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))) {
            ConnectionConfig config = pipeline.connection();
            try (FuzzOutcome outcome = new FuzzOutcome(config);
                    Admin admin = Admin.create(config.kafka())) {
                FuzzLedger ledger = send(seed, records, config);
                out.accept("sent after %d s".formatted(seconds(begin)));
                Optional<String> trouble = await(pipeline, ledger, outcome, admin, config, begin, out);
                List<String> faults = new ArrayList<>(outcome.judge(ledger, System.currentTimeMillis()));
                trouble.ifPresent(text -> faults.add(0, text));
                String table = ledger.table();
                out.accept(table);
                out.accept(
                        "in %d = out %d + unchanged %d + held %d + replaced while held %d + dead %d; annotated %d = enriched %d + undelivered %d; dead letters %d; %d s"
                                .formatted(
                                        ledger.size(),
                                        ledger.count(FuzzLedger.Fate.OUT),
                                        ledger.count(FuzzLedger.Fate.UNCHANGED),
                                        ledger.count(FuzzLedger.Fate.HELD),
                                        ledger.count(FuzzLedger.Fate.REPLACED_WHILE_HELD),
                                        ledger.count(FuzzLedger.Fate.DEAD),
                                        outcome.annotated(),
                                        outcome.enriched(),
                                        outcome.undelivered(),
                                        outcome.letters(),
                                        seconds(begin)));
                outcome.reasons().forEach((reason, count) -> out.accept("%9d %s".formatted(count, reason)));
                out.accept(faults.size() + " faults");
                faults.stream().limit(50).forEach(out);
                return new Result(
                        faults,
                        table,
                        ledger,
                        outcome.annotated(),
                        outcome.enriched(),
                        outcome.undelivered(),
                        outcome.letters());
            }
        }
    }

    private static FuzzLedger send(long seed, int records, ConnectionConfig config) throws IOException {
        String topic = config.topics().name(Topic.STATEMENTS_RAW);
        Map<String, Object> settings = config.kafka();
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (Serializer<RawStatement> serializer = config.valueSerializer();
                Registry registry = Registry.of(config.originals());
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            int rawId =
                    registry.idOf(config.topics().valueSubject(Topic.STATEMENTS_RAW), RawStatement.getClassSchema());
            int otherId = registry.idOf(
                    config.topics().valueSubject(Topic.STATEMENTS_ENRICHED),
                    Topic.STATEMENTS_ENRICHED.valueSchema().orElseThrow());
            FuzzLedger ledger = new FuzzLedger(rawId);
            FuzzRecords made = new FuzzRecords(seed, topic, serializer, otherId, texts());
            for (int i = 0; i < records && failure.get() == null; i++) {
                Made next = made.next();
                byte[] key = next.record().key();
                byte[] value = next.record().value();
                producer.send(next.record(), (metadata, e) -> {
                    if (e == null) {
                        ledger.sent(next.kind(), key, value, metadata.partition(), metadata.offset());
                    } else {
                        failure.compareAndSet(null, e);
                    }
                });
            }
            producer.flush();
            if (failure.get() != null) {
                throw new IllegalStateException("a record can't be sent", failure.get());
            }
            return ledger;
        }
    }

    /** Reads until everything that was sent has been taken up and nothing more comes; says why where it gave up. */
    private static Optional<String> await(
            LocalPipeline pipeline,
            FuzzLedger ledger,
            FuzzOutcome outcome,
            Admin admin,
            ConnectionConfig config,
            long begin,
            Consumer<String> out)
            throws Exception {
        long lastNews = System.nanoTime();
        long lastLine = lastNews;
        while (true) {
            if (pipeline.failure().isPresent()) {
                return Optional.of("a role died: " + pipeline.failure().get());
            }
            if (outcome.read(Duration.ofMillis(500))) {
                lastNews = System.nanoTime();
            }
            long now = System.nanoTime();
            long silence = now - lastNews;
            if (now - lastLine > PROGRESS.toNanos()) {
                lastLine = now;
                out.accept("after %d s: taken up %d, annotated %d, enriched %d, dead letters %d"
                        .formatted(
                                seconds(begin),
                                takenUp(admin, pipeline.enrichGroup(), config, Topic.STATEMENTS_RAW),
                                outcome.annotated(),
                                outcome.enriched(),
                                outcome.letters()));
            }
            // Behind the last embargo that ends, which may come after everything else.
            if (silence > FuzzRecords.SOON.multipliedBy(2).toNanos()
                    && takenUp(admin, pipeline.enrichGroup(), config, Topic.STATEMENTS_RAW) == ledger.size()
                    && outcome.annotated() == outcome.enriched() + outcome.undelivered()) {
                return Optional.empty();
            }
            if (silence > SILENCE.toNanos()) {
                return Optional.of("no end: enrich has taken up %d of %d records"
                        .formatted(
                                takenUp(admin, pipeline.enrichGroup(), config, Topic.STATEMENTS_RAW), ledger.size()));
            }
        }
    }

    private static long takenUp(Admin admin, String group, ConnectionConfig config, Topic topic) throws Exception {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (partition.topic().equals(config.topics().name(topic))) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Paragraphs of the samples, with the escapes of their JSON: they are as good a text as any. */
    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(MORE_TEXTS);
        Arrays.stream(Files.readString(Seed.samples().resolve("agencies.jsonl")).split("\\\\n\\\\n|\""))
                .filter(part -> part.length() > LONGER_THAN_A_TITLE)
                .forEach(texts::add);
        return texts;
    }

    private static long seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }
}
