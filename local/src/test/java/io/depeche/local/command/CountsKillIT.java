// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depeche.event.EnrichedStatement;
import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.local.FreePorts;
import io.depeche.local.Subscriber;
import io.depeche.local.broker.BrokerOptions;
import io.depeche.local.broker.EmbeddedBroker;
import io.depeche.local.monitor.Page;
import io.depeche.local.registry.RegistryOptions;
import io.depeche.local.registry.RegistryServer;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills enrich and the sink at random moments, and holds what they have counted in the end against the topics. */
class CountsKillIT {

    private static final int KILLS = 5;
    private static final int STATEMENTS_A_LIFE = 600;
    private static final long LONGEST_LIFE_MS = 8_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private int written;

    @Test
    void inIsOutAndDeadAndUnchangedAndHeldThroughKills() throws Exception {
        try (RegistryServer registry = RegistryServer.start(
                        RegistryOptions.keptIn(folder.resolve("schemas.jsonl")).withPort(0));
                EmbeddedBroker broker = EmbeddedBroker.start(
                        BrokerOptions.in(folder.resolve("kafka")).withPort(0))) {
            Map<String, String> settings =
                    Map.of("kafka.bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
            List<Integer> ports = FreePorts.of(2);
            int enrichPort = ports.get(0);
            int sinkPort = ports.get(1);
            Path enrich = configure("enrich", settings, enrichPort, "enrich.state.dir=" + folder.resolve("state"));
            Path sink = configure("sink", settings, sinkPort, "sink.instance.id=one");
            ConnectionConfig connection = new ConnectionConfig(settings);

            for (int kill = 0; kill < KILLS; kill++) {
                try (DepecheProcess enriching = start("enrich", enrich);
                        DepecheProcess sinking = start("sink", sink)) {
                    awaitTopics(enrichPort);
                    feed(connection);
                    // It is the moment of the kill that is random, not one that is waited for.
                    DepecheProcess first = kill % 2 == 0 ? enriching : sinking;
                    first.awaitNoEndFor(Duration.ofMillis(random.nextLong(LONGEST_LIFE_MS)));
                    first.kill();
                }
            }

            try (DepecheProcess enriching = start("enrich", enrich);
                    DepecheProcess sinking = start("sink", sink)) {
                await().atMost(PATIENCE)
                        .ignoreExceptionsInstanceOf(IOException.class)
                        .untilAsserted(() -> assertInvariant(connection, enrichPort, sinkPort));
                assertThat(enriching.isAlive() && sinking.isAlive()).isTrue();
            }
        }
    }

    private void assertInvariant(ConnectionConfig connection, int enrichPort, int sinkPort) throws Exception {
        Page enrich = Page.get(enrichPort, "/metrics");
        Page sink = Page.get(sinkPort, "/metrics");
        long out = enrich.sum("depeche_enrich_records_out_total");
        assertThat(enrich.sum("depeche_enrich_records_in_total")).isEqualTo(written);
        assertThat(out
                        + enrich.sum("depeche_enrich_records_unchanged_total")
                        + enrich.sum("depeche_enrich_records_replaced_total")
                        + enrich.sum("depeche_enrich_records_held")
                        + enrich.sum("depeche_enrich_records_dead_total"))
                .isEqualTo(written);
        assertThat(sink.sum("depeche_sink_records_in_total")).isEqualTo(out);
        assertThat(sink.sum("depeche_sink_records_out_total") + sink.sum("depeche_sink_records_dead_total"))
                .isEqualTo(out);
        assertThat(enrich.sum("depeche_enrich_records_held")).isEqualTo(KILLS);
        try (Subscriber<EnrichedStatement> output =
                        Subscriber.of(connection, Topic.STATEMENTS_ENRICHED, EnrichedStatement.class);
                Subscriber<byte[]> letters = Subscriber.ofBytes(connection, Topic.STATEMENTS_DEAD_LETTER)) {
            long delivered = sink.sum("depeche_sink_records_out_total");
            assertThat(output.await(all -> all.size() >= delivered)).hasSize((int) delivered);
            long dead = enrich.sum("depeche_enrich_records_dead_total");
            assertThat(letters.await(all -> all.size() >= dead)).hasSize((int) dead);
        }
    }

    /** Of each kind some: new, unchanged, rubbish, held, held and replaced. */
    private void feed(ConnectionConfig connection) throws Exception {
        String topic = connection.topics().name(Topic.STATEMENTS_RAW);
        int life = written;
        try (Serializer<RawStatement> serializer = connection.valueSerializer();
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(connection.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < STATEMENTS_A_LIFE; i++) {
                String id = life + "-" + i;
                byte[] value = serializer.serialize(topic, statement(id, "On compte " + i + " morts."));
                send(producer, topic, id, value);
                if (i % 5 == 0) {
                    send(producer, topic, id, value);
                }
                if (i % 50 == 0) {
                    send(producer, topic, id, "rubbish".getBytes(StandardCharsets.UTF_8));
                }
            }
            RawStatement held = statement(life + "-held", "On compte 12 morts.");
            held.setEmbargo(Instant.now().plus(Duration.ofDays(1)));
            send(producer, topic, held.getId(), serializer.serialize(topic, held));
            send(producer, topic, held.getId(), serializer.serialize(topic, held));
        }
    }

    private void send(KafkaProducer<String, byte[]> producer, String topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, key, value));
        written++;
    }

    private static RawStatement statement(String id, String text) {
        return RawStatement.newBuilder()
                .setId(id)
                .setSource("test")
                .setText(text)
                .setLanguage("fr")
                .setReceivedAt(Instant.now())
                .setCategories(List.of())
                .setOrigin(new Origin("test", "text", "UTF-8", null))
                .build();
    }

    private DepecheProcess start(String role, Path config) throws IOException {
        return DepecheProcess.start(folder, role, "--config", config.toString());
    }

    /** It makes them before it reads. */
    private static void awaitTopics(int port) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> Page.get(port, "/health/ready").status() == 200);
    }

    private Path configure(String role, Map<String, String> settings, int port, String more) throws IOException {
        StringBuilder lines = new StringBuilder();
        settings.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        lines.append("kafka.session.timeout.ms=6000\ntopic.replication.factor=1\nhttp.port=")
                .append(port)
                .append('\n')
                .append(more)
                .append('\n');
        return Files.writeString(folder.resolve(role + ".properties"), lines);
    }
}
