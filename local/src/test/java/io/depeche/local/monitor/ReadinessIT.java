// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.depeche.enrich.Enrich;
import io.depeche.enrich.EnrichConfig;
import io.depeche.ingest.Ingest;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.publish.LoggingListener;
import io.depeche.local.broker.BrokerOptions;
import io.depeche.local.broker.EmbeddedBroker;
import io.depeche.local.registry.RegistryOptions;
import io.depeche.local.registry.RegistryServer;
import io.depeche.schemas.Role;
import io.depeche.sink.Sink;
import io.depeche.sink.SinkConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops the broker and the registry under the roles, starts them again, and asks for their health meanwhile. */
class ReadinessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> ALL = List.of("enrich", "ingest", "sink");

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private EmbeddedBroker broker;
    private RegistryServer registry;

    @Test
    void readinessFallsWhileKafkaOrTheRegistryIsAwayAndRisesAgain() throws Exception {
        startRegistry(0);
        startBroker(0);
        int registryPort = portOf(registry.url());
        int brokerPort = portOf(broker.bootstrapServers());
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (Role ingest = Ingest.connect(
                        ingestConfig(),
                        List.of(),
                        new LoggingListener(),
                        Clock.systemUTC(),
                        InputStream.nullInputStream(),
                        metrics);
                Role enrich = new Enrich(enrichConfig(), Clock.systemUTC(), metrics);
                Role sink = new Sink(new SinkConfig(settings()), Clock.systemUTC(), metrics);
                MonitorServer monitor = MonitorServer.start(0, List.of(ingest, enrich, sink), metrics)) {
            int port = monitor.port();
            assertDown(port, "it waits for Kafka and the schema registry, to start");
            ingest.start();
            enrich.start();
            sink.start();
            awaitUp(port);

            registry.close();
            awaitDown(port, "the schema registry has not answered");
            assertThat(Page.get(port, "/health/live").status()).isEqualTo(200);
            assertThat(Page.get(port, "/metrics").text()).contains("depeche_ready{role=\"enrich\"} 0.0");
            startRegistry(registryPort);
            awaitUp(port);

            broker.close();
            awaitDown(port, "Kafka has not answered");
            startBroker(brokerPort);
            awaitUp(port);
            assertThat(Page.get(port, "/metrics").text()).contains("depeche_ready{role=\"enrich\"} 1.0");
        } finally {
            broker.close();
            registry.close();
        }
    }

    private void startBroker(int port) throws Exception {
        broker = EmbeddedBroker.start(BrokerOptions.in(folder.resolve("kafka")).withPort(port));
    }

    private void startRegistry(int port) throws Exception {
        registry = RegistryServer.start(
                RegistryOptions.keptIn(folder.resolve("schemas.jsonl")).withPort(port));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("schema.registry.url", registry.url());
        settings.put("topic.replication.factor", "1");
        return settings;
    }

    private IngestConfig ingestConfig() throws Exception {
        Map<String, String> settings = settings();
        settings.put("ingest.sources", "texts");
        settings.put("ingest.source.texts.type", "folder");
        settings.put(
                "ingest.source.texts.path",
                Files.createDirectories(folder.resolve("texts")).toString());
        return new IngestConfig(settings);
    }

    private EnrichConfig enrichConfig() {
        Map<String, String> settings = settings();
        settings.put("enrich.state.dir", folder.resolve("state").toString());
        return new EnrichConfig(settings);
    }

    private void awaitUp(int port) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Page.get(port, "/health/ready"))
                        .extracting(Page::status, Page::text)
                        .containsExactly(200, "{\"status\":\"UP\"}\n"));
    }

    private void awaitDown(int port, String reason) {
        await().atMost(PATIENCE).untilAsserted(() -> assertDown(port, reason));
    }

    private void assertDown(int port, String reason) throws Exception {
        Page page = Page.get(port, "/health/ready");
        assertThat(page.status()).isEqualTo(503);
        JsonNode body = json.readTree(page.text());
        assertThat(body.path("status").asText()).isEqualTo("DOWN");
        for (String role : ALL) {
            assertThat(body.path("reasons").path(role))
                    .as(role)
                    .anyMatch(one -> one.asText().contains(reason));
        }
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
}
