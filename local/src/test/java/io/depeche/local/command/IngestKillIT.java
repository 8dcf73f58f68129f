// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real ingest while its sources change, and looks at what came of it. */
class IngestKillIT {

    private static final int TEXTS = 1000;
    private static final int FILES_OF_LINES = 30;
    private static final int LINES = 100;
    private static final int FEED_ITEMS = 1000;
    private static final int EVERY_TENTH = 10;
    private static final int KILLS_IN_A_PHASE = 10;
    private static final long LONGEST_LIFE_MS = 6_000;

    @TempDir
    Path folder;

    private final Random random = new Random(42);
    private final Map<String, List<String>> expected = new TreeMap<>();
    private final FeedServer feed = FeedServer.start();

    @Test
    void nothingIsLostAndNothingTwiceThroughTwentyKills() throws Exception {
        try (feed;
                RegistryServer registry = RegistryServer.start(
                        RegistryOptions.keptIn(folder.resolve("schemas.jsonl")).withPort(0));
                EmbeddedBroker broker = EmbeddedBroker.start(
                        BrokerOptions.in(folder.resolve("kafka")).withPort(0))) {
            Path config = configure(broker, registry);
            ConnectionConfig connection = new ConnectionConfig(Map.of(
                    "kafka.bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url()));

            feedWhileItIsKilled(config, this::publishAll);
            runUntilComplete(config, connection);
            feedWhileItIsKilled(config, this::changeEveryTenth);
            runUntilComplete(config, connection);
            // A last run over everything that is there, up to something new in each source.
            publishMarkers();
            Map<String, List<String>> found = runUntilComplete(config, connection);

            assertThat(found).isEqualTo(expected);
        }
    }

    private Path configure(EmbeddedBroker broker, RegistryServer registry) throws IOException {
        Files.createDirectories(folder.resolve("texts"));
        Files.createDirectories(folder.resolve("lines"));
        return Files.writeString(
                folder.resolve("ingest.properties"),
                String.join(
                        "\n",
                        "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                        "kafka.session.timeout.ms=6000",
                        "schema.registry.url=" + registry.url(),
                        "topic.replication.factor=1",
                        "http.port=0",
                        "ingest.instance.id=one",
                        "ingest.poll.interval.ms=100",
                        "ingest.fetch.allow.private.addresses=true",
                        "ingest.fetch.interval.ms=0",
                        "ingest.fetch.contact=test@example.org",
                        "ingest.sources=texts,lines,feed",
                        "ingest.source.texts.type=folder",
                        "ingest.source.texts.path=" + folder.resolve("texts"),
                        "ingest.source.texts.after=move",
                        "ingest.source.lines.type=folder",
                        "ingest.source.lines.path=" + folder.resolve("lines"),
                        "ingest.source.feed.type=feed",
                        "ingest.source.feed.url=" + feed.url(),
                        "ingest.source.feed.interval=200"));
    }

    private interface Feeding {
        void step(int number) throws IOException;
    }

    /** Feeds in steps, as long as it takes to kill the process so often, each at a random moment of its life. */
    private void feedWhileItIsKilled(Path config, Feeding feeding) throws Exception {
        for (int kill = 0; kill < KILLS_IN_A_PHASE; kill++) {
            try (DepecheProcess ingest = DepecheProcess.start(folder, "ingest", "--config", config.toString())) {
                feeding.step(kill);
                Thread.sleep(random.nextLong(LONGEST_LIFE_MS));
                assertThat(ingest.isAlive()).as(ingest.err()).isTrue();
                ingest.kill();
            }
        }
    }

    private void publishAll(int step) throws IOException {
        for (int i = step; i < TEXTS; i += KILLS_IN_A_PHASE) {
            text(i, "first");
        }
        for (int i = step; i < FILES_OF_LINES; i += KILLS_IN_A_PHASE) {
            lines(i, LINES, false);
        }
        for (int i = step; i < FEED_ITEMS; i += KILLS_IN_A_PHASE) {
            item(i, "first");
        }
    }

    private void changeEveryTenth(int step) throws IOException {
        for (int i = step * TEXTS / KILLS_IN_A_PHASE; i < (step + 1) * TEXTS / KILLS_IN_A_PHASE; i += EVERY_TENTH) {
            text(i, "second");
        }
        for (int i = step; i < FILES_OF_LINES; i += KILLS_IN_A_PHASE) {
            lines(i, LINES, true);
        }
        for (int i = step * FEED_ITEMS / KILLS_IN_A_PHASE;
                i < (step + 1) * FEED_ITEMS / KILLS_IN_A_PHASE;
                i += EVERY_TENTH) {
            item(i, "second");
        }
    }

    private void publishMarkers() throws IOException {
        text(TEXTS, "marker");
        lines(FILES_OF_LINES, 1, false);
        item(FEED_ITEMS, "marker");
    }

    private void text(int number, String revision) throws IOException {
        String name = "t" + number + ".txt";
        String text = revision + " text " + number;
        expect("texts", name, text);
        writeWhole(folder.resolve("texts").resolve(name), text);
    }

    private void lines(int file, int count, boolean changed) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String id = file + "-" + i;
            boolean second = changed && i % EVERY_TENTH == 0;
            String text = (second ? "second" : "first") + " line " + id;
            if (second || !changed) {
                expect("lines", id, text);
            }
            lines.append("{\"id\":\"%s\",\"text\":\"%s\"}%n".formatted(id, text));
        }
        writeWhole(folder.resolve("lines").resolve("l" + file + ".jsonl"), lines.toString());
    }

    private void item(int number, String revision) {
        String guid = "tag:example.org,2026:" + number;
        String text = revision + " item " + number;
        expect("feed", guid, text);
        feed.publish(guid, text);
    }

    private void expect(String source, String item, String text) {
        expected.computeIfAbsent(source + " " + item, none -> new ArrayList<>()).add(text);
    }

    /** As a careful writer does: under another name, then renamed. */
    private static void writeWhole(Path file, String content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<String, List<String>> runUntilComplete(Path config, ConnectionConfig connection) throws Exception {
        int records = expected.values().stream().mapToInt(List::size).sum();
        try (DepecheProcess ingest = DepecheProcess.start(folder, "ingest", "--config", config.toString());
                Subscriber<RawStatement> raw = Subscriber.of(connection, Topic.STATEMENTS_RAW, RawStatement.class)) {
            List<ConsumerRecord<String, RawStatement>> read = raw.await(all -> all.size() >= records);
            assertThat(ingest.isAlive()).as(ingest.err()).isTrue();
            Map<String, List<String>> found = new HashMap<>();
            for (ConsumerRecord<String, RawStatement> message : read) {
                RawStatement statement = message.value();
                found.computeIfAbsent(
                                statement.getSource() + " " + statement.getSourceItemId(), none -> new ArrayList<>())
                        .add(statement.getText());
            }
            return found;
        }
    }
}
