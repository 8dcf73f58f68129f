// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depeche.event.RawStatement;
import io.depeche.local.Subscriber;
import io.depeche.local.broker.BrokerOptions;
import io.depeche.local.broker.EmbeddedBroker;
import io.depeche.local.registry.RegistryOptions;
import io.depeche.local.registry.RegistryServer;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of ingest share the sources of one configuration, and what one leaves behind is the other's. */
class IngestGroupIT {

    private static final int SOURCES = 12;

    @TempDir
    Path folder;

    private final List<String> written = new ArrayList<>();

    @Test
    void sourcesMoveFromAnInstanceThatIsFrozenOrDeadAndItsReturnDoublesNothing() throws Exception {
        try (RegistryServer registry = RegistryServer.start(
                        RegistryOptions.keptIn(folder.resolve("schemas.jsonl")).withPort(0));
                EmbeddedBroker broker = EmbeddedBroker.start(
                        BrokerOptions.in(folder.resolve("kafka")).withPort(0));
                DepecheProcess one = start("one", broker, registry);
                DepecheProcess other = start("other", broker, registry);
                Subscriber<RawStatement> raw = subscriber(broker, registry)) {
            await().atMost(DepecheProcess.PATIENCE).until(() -> owns(one) && owns(other));
            write("shared");
            assertOnceEach(raw);

            one.signal("STOP");
            write("frozen");
            assertOnceEach(raw);
            one.signal("CONT");
            write("thawed");
            assertOnceEach(raw);

            other.kill();
            write("dead");
            assertOnceEach(raw);
            assertThat(one.isAlive()).as(one.err()).isTrue();
        }
    }

    /** Whether some sources are its own: the two have three partitions each once both have joined. */
    private static boolean owns(DepecheProcess ingest) {
        return ingest.err()
                .lines()
                .anyMatch(line -> line.matches(".*reads the sources of partitions \\[\\d, \\d, \\d].*"));
    }

    private void write(String text) throws IOException {
        for (int i = 0; i < SOURCES; i++) {
            Path part = folder.resolve("s" + i).resolve(text + ".part");
            Files.writeString(part, text + " " + i);
            Files.move(part, part.resolveSibling(text + ".txt"));
            written.add(text + " " + i);
        }
    }

    private void assertOnceEach(Subscriber<RawStatement> raw) {
        List<ConsumerRecord<String, RawStatement>> read = raw.await(all -> all.size() >= written.size());
        assertThat(read).extracting(message -> message.value().getText()).containsExactlyInAnyOrderElementsOf(written);
    }

    private static Subscriber<RawStatement> subscriber(EmbeddedBroker broker, RegistryServer registry) {
        ConnectionConfig connection = new ConnectionConfig(
                Map.of("kafka.bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url()));
        await().atMost(DepecheProcess.PATIENCE).ignoreExceptions().until(() -> {
            try (Admin admin = Admin.create(connection.kafka())) {
                return admin.listTopics().names().get().contains(Topic.STATEMENTS_RAW.baseName());
            }
        });
        return Subscriber.of(connection, Topic.STATEMENTS_RAW, RawStatement.class);
    }

    private DepecheProcess start(String name, EmbeddedBroker broker, RegistryServer registry) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                "kafka.session.timeout.ms=6000",
                "kafka.heartbeat.interval.ms=1000",
                "schema.registry.url=" + registry.url(),
                "topic.replication.factor=1",
                "http.port=0",
                "ingest.poll.interval.ms=100"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < SOURCES; i++) {
            Path source = Files.createDirectories(folder.resolve("s" + i));
            names.add("s" + i);
            lines.add("ingest.source.s" + i + ".type=folder");
            lines.add("ingest.source.s" + i + ".path=" + source);
        }
        lines.add("ingest.sources=" + String.join(",", names));
        Path config = Files.write(folder.resolve(name + ".properties"), lines);
        return DepecheProcess.start(folder, "ingest", "--config", config.toString());
    }
}
