// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depeche.ingest.Ingest;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.publish.LoggingListener;
import io.depeche.ingest.publish.MeteredListener;
import io.depeche.ingest.source.Sources;
import io.depeche.local.pipeline.LocalPipeline;
import io.depeche.local.pipeline.PipelineOptions;
import io.depeche.schemas.topic.Topic;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the roles show, held against what docs/operations.md says that they do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(depeche_\\w+)` \\|");
    private static final String TOKEN = "secret-of-the-desk";

    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private LocalPipeline pipeline;
    private Ingest ingest;
    private MonitorServer monitor;

    @BeforeAll
    void runEveryKindOfRecordThrough() throws Exception {
        pipeline = LocalPipeline.start(PipelineOptions.temporary(), metrics);
        Map<String, String> settings = new HashMap<>(pipeline.settings());
        settings.put("ingest.push.port", "0");
        settings.put("ingest.push.tokens", "desk=" + TOKEN);
        IngestConfig config = new IngestConfig(settings);
        Instant future = Instant.now().plus(Duration.ofDays(1));
        String lines = String.join(
                "\n",
                "{\"id\":\"1\",\"language\":\"fr\",\"text\":\"On compte 12 morts.\"}",
                "{\"id\":\"1\",\"language\":\"fr\",\"text\":\"On compte 12 morts.\"}",
                "{\"id\":\"2\",\"language\":\"fr\",\"text\":\"On compte 13 morts.\",\"embargo\":\"" + future + "\"}",
                "{\"id\":\"3\",\"language\":\"fr\",\"text\":\"On compte 14 morts.\",\"embargo\":\"" + future + "\"}",
                "{\"id\":\"3\",\"language\":\"fr\",\"text\":\"On compte 15 morts.\"}",
                "no JSON");
        Sources sources = new Sources(config.maxTextBytes(), config.pollInterval(), Clock.systemUTC());
        ingest = Ingest.connect(
                config,
                List.of(sources.standardInput(
                        "lines", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))),
                new MeteredListener(metrics, new LoggingListener()),
                Clock.systemUTC(),
                new ByteArrayInputStream(new byte[0]),
                metrics);
        monitor = MonitorServer.start(0, pipeline.rolesWith(ingest), metrics);
        ingest.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Page.get(monitor.port(), "/health/ready"))
                        .extracting(Page::status, Page::text)
                        .containsExactly(200, "{\"status\":\"UP\"}\n"));
        post(ingest.pushUrl().orElseThrow());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                pipeline.connection().kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic topic : List.of(Topic.STATEMENTS_RAW, Topic.STATEMENTS_ANNOTATED)) {
                producer.send(new ProducerRecord<>(
                                pipeline.connection().topics().name(topic), new byte[] {1}, new byte[] {1, 2, 3}))
                        .get();
            }
        }
    }

    @AfterAll
    void close() {
        monitor.close();
        ingest.close();
        pipeline.close();
    }

    @Test
    void everyRecordIsCountedByWhatBecameOfIt() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Page page = page();
            assertThat(page.sum("depeche_enrich_records_in_total")).isEqualTo(7);
            assertThat(page.sum("depeche_enrich_records_out_total")).isEqualTo(3);
            assertThat(page.sum("depeche_enrich_records_unchanged_total")).isEqualTo(1);
            assertThat(page.sum("depeche_enrich_records_replaced_total")).isEqualTo(1);
            assertThat(page.sum("depeche_enrich_records_held")).isEqualTo(1);
            assertThat(page.sum("depeche_enrich_records_dead_total")).isEqualTo(1);
            assertThat(page.sum("depeche_sink_records_in_total")).isEqualTo(4);
            assertThat(page.sum("depeche_sink_records_out_total")).isEqualTo(3);
            assertThat(page.sum("depeche_sink_records_dead_total")).isEqualTo(1);
            assertThat(page.sum("depeche_sink_latency_seconds_count")).isEqualTo(3);
        });
        assertThat(page().text())
                .contains("reason=\"SerializationException\"")
                .contains("depeche_sink_latency_seconds_bucket{le=\"0.05\"}")
                .contains("depeche_enrich_analyser_seconds_bucket{layer=\"figures\",le=\"0.001\"}");
    }

    @Test
    void theTableInTheDocsListsOurMetricsAndNoOthers() throws Exception {
        Set<String> listed = new TreeSet<>();
        ROW.matcher(Files.readString(Path.of("..", "docs", "operations.md")))
                .results()
                .forEach(row -> listed.add(row.group(1)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(page().families("depeche_")).isEqualTo(listed));
    }

    @Test
    void kafkasOwnMetricsAreShownForTheClientsOfEachRole() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Page page = page();
            assertThat(page.families("kafka_"))
                    .contains(
                            "kafka_producer_record_send_total",
                            "kafka_producer_txn_commit_time_ns_total",
                            "kafka_consumer_fetch_manager_records_lag",
                            "kafka_consumer_coordinator_assigned_partitions",
                            "kafka_stream_thread_commit_total");
            assertThat(page.text().lines().filter(line -> line.startsWith("kafka_producer_record_send_total")))
                    .as("of the sink, of enrich, and of ingest: for posts and for partitions of cursors")
                    .anyMatch(line -> line.contains("client=\"producer\"") && line.contains("role=\"sink\""))
                    .anyMatch(line -> line.contains("client=\"streams\"") && line.contains("role=\"enrich\""))
                    .anyMatch(line -> line.contains("client=\"publisher\""))
                    .anyMatch(line -> line.contains("client=\"cursors-5\""));
        });
    }

    private Page page() throws Exception {
        return Page.get(monitor.port(), "/metrics");
    }

    private static void post(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString("La mairie a parlé de 15 blessés."))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }
}
