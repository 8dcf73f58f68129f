// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.publish.RecordingListener;
import io.depeche.ingest.publish.StatementPublisher;
import io.depeche.ingest.source.Delivery;
import io.depeche.ingest.source.RecordingDelivery;
import io.depeche.ingest.source.Source;
import io.depeche.ingest.source.Sources;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.management.ObjectName;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class IngestTest {

    private final MockProducer<byte[], byte[]> producer = producer(true);
    private final RecordingListener listener = new RecordingListener();
    private final Sources sources = new Sources(1000, Duration.ofMillis(10), Clock.systemUTC());

    private final RecordingDelivery shared = new RecordingDelivery();
    private final OneShare shares = new OneShare(shared);

    @TempDir
    Path folder;

    @Test
    void readsTheSourcesOfItsConfiguration() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "from the folder");
        IngestConfig config = new IngestConfig(Map.of(
                "kafka.bootstrap.servers",
                "localhost:9092",
                "schema.registry.url",
                "http://localhost:8081",
                "ingest.sources",
                "inbox,pipe",
                "ingest.source.inbox.type",
                "folder",
                "ingest.source.inbox.path",
                folder.toString(),
                "ingest.source.inbox.watch",
                "false",
                "ingest.source.pipe.type",
                "stdin"));

        try (Ingest ingest = ingest(producer, configured(config, in("{\"text\":\"from the pipe\"}")))) {
            ingest.start();
            ingest.awaitSources();
        }

        assertThat(listener.published).extracting(RawStatement::getText).containsExactly("from the pipe");
        assertThat(shared.texts()).containsExactly("from the folder");
        assertThat(producer.history())
                .allSatisfy(message -> assertThat(message.topic()).isEqualTo("statements.raw"));
        assertThat(producer.closed()).isTrue();
    }

    @Test
    void saysThatThereIsNothingToIngest() {
        IngestConfig config = new IngestConfig(
                Map.of("kafka.bootstrap.servers", "localhost:9092", "schema.registry.url", "http://localhost:8081"));

        assertThatThrownBy(() -> Ingest.connect(
                        config,
                        List.of(),
                        listener,
                        Clock.systemUTC(),
                        InputStream.nullInputStream(),
                        new SimpleMeterRegistry()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ingest.sources names no source");
    }

    @Test
    void leavesNoProducerBehindWhereTheConfigurationIsRefused() throws Exception {
        IngestConfig config = new IngestConfig(Map.of(
                "kafka.bootstrap.servers",
                "localhost:9092",
                "schema.registry.url",
                "http://localhost:8081",
                "kafka.client.id",
                "left-behind",
                "kafka.group.id",
                "other"));

        assertThatThrownBy(() -> Ingest.connect(
                        config,
                        List.of(sources.file("a", Path.of("x"))),
                        listener,
                        Clock.systemUTC(),
                        new SimpleMeterRegistry()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("kafka.group.id");
        // Kafka's own sign of a producer that is there.
        assertThat(ManagementFactory.getPlatformMBeanServer()
                        .isRegistered(new ObjectName("kafka.producer:type=app-info,id=left-behind")))
                .isFalse();
    }

    @Test
    void waitsForFiniteSourcesAndTheirConfirmationOnly() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "a");
        MockProducer<byte[], byte[]> unconfirmed = producer(false);

        try (Ingest ingest = ingest(unconfirmed, sources.of(folder, true), sources.standardInput(in("b")))) {
            ingest.start();

            ingest.awaitSources();

            // Nothing is confirmed here but by the flush at the end of the sources.
            assertThat(listener.published).extracting(RawStatement::getText).contains("b");
            assertThat(ingest.isDone()).isTrue();
        }
    }

    @Test
    void isolatesASourceThatBreaks() throws Exception {
        Source broken = source("broken", intake -> {
            throw new IllegalStateException("boom");
        });
        Source gone = source("gone", intake -> {
            throw new IOException("unplugged");
        });

        try (Ingest ingest = ingest(producer, broken, gone, sources.standardInput(in("fine")))) {
            ingest.start();
            ingest.awaitSources();

            assertThat(listener.published).extracting(RawStatement::getText).containsExactly("fine");
            assertThat(listener.refused).extracting(Refusal::source).containsExactlyInAnyOrder("broken", "gone");
            assertThat(ingest.failure()).isEmpty();
        }
    }

    @Test
    void stopsWithTheCauseWherePublishingFails() throws Exception {
        TopicAuthorizationException denied = new TopicAuthorizationException("no");
        MockProducer<byte[], byte[]> failing = producer(false);
        PipedOutputStream line = new PipedOutputStream();
        PipedInputStream stuck = new PipedInputStream(line);
        line.write("{\"text\":\"some text\"}\n".getBytes(StandardCharsets.UTF_8));

        try (Ingest ingest = ingest(failing, sources.standardInput(stuck))) {
            ingest.start();
            await().until(() -> failing.errorNext(denied));

            ingest.awaitSources();
            ingest.awaitTermination();

            assertThat(ingest.failure()).containsSame(denied);
            assertThat(ingest.isReady()).isFalse();
        }
    }

    @Test
    void closesWithinTwoSecondsWhateverASourceDoes() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Source deaf = source("deaf", intake -> {
            while (never.getCount() > 0) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    continue;
                }
            }
        });
        Ingest ingest = ingest(producer, deaf, sources.of(folder, true));
        ingest.start();

        CompletableFuture<Void> close = CompletableFuture.runAsync(ingest::close);

        assertThat(close).succeedsWithin(Duration.ofSeconds(2));
        assertThat(producer.closed()).isTrue();
        assertThat(ingest.failure()).isEmpty();
        ingest.awaitSources();
        never.countDown();
    }

    @Test
    void runsASharedSourceAsLongAsItIsItsOwn() throws Exception {
        try (Ingest ingest = ingest(producer, sources.of(folder, true))) {
            ingest.start();
            write("a.txt");
            await().until(() -> shared.texts().size() == 1);

            shares.revoke();
            Files.writeString(folder.resolve("b.txt"), "more");
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("ingest-" + folder.getFileName());
            assertThat(shared.texts()).hasSize(1);

            shares.open();
            await().until(() -> shared.texts().size() == 2);
        }
    }

    @Test
    void addsReplacesAndRemovesSourcesWhileItRuns() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path one = Files.createDirectory(folder.resolve("one"));
        try (Ingest ingest = ingest(producer, sources.folder("a", one, true))) {
            ingest.start();
            Files.writeString(one.resolve("1.txt"), "1");
            await().until(() -> shared.texts().contains("1"));

            ingest.change(List.of("a"), List.of(sources.folder("a", other, true), sources.folder("b", one, true)));
            Files.writeString(other.resolve("2.txt"), "2");
            await().until(() -> shared.texts().contains("2"));
            await().until(() -> shared.texts().stream().filter("1"::equals).count() == 2);

            assertThatThrownBy(() -> ingest.change(List.of(), List.of(sources.folder("b", one, true))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aChangeThatIsRefusedChangesNothingNotEvenForTheNext() throws Exception {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("1.txt"), "1");
        ConfiguredSources configured =
                new ConfiguredSources(configuration(other), Clock.systemUTC(), InputStream.nullInputStream());
        try (Ingest ingest = ingest(producer, Optional.of(configured), sources.folder("named", one, true))) {
            ingest.start();

            assertThatThrownBy(() -> ingest.reconfigure(configuration(other, "named", "new")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("two sources have the id named");
            ingest.reconfigure(configuration(other, "new"));

            await().until(() -> shared.texts().contains("1"));
            Files.writeString(one.resolve("2.txt"), "2");
            await().until(() -> shared.texts().contains("2"));
        }
    }

    @Test
    void startsOnceAndNotAfterItsEnd() {
        Ingest ingest = ingest(producer, sources.standardInput(in("a")));
        ingest.close();
        ingest.close();

        assertThatThrownBy(ingest::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesTwoSourcesOfTheSameName() {
        Source one = sources.file("a", Path.of("x"));
        Source other = sources.file("a", Path.of("y"));

        assertThatThrownBy(() -> ingest(producer, one, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two sources have the id a");
    }

    private Ingest ingest(MockProducer<byte[], byte[]> to, Source... from) {
        return ingest(to, Optional.empty(), from);
    }

    private Ingest ingest(MockProducer<byte[], byte[]> to, Optional<ConfiguredSources> configured, Source... from) {
        StatementPublisher publisher =
                new StatementPublisher(to, (topic, data) -> new byte[0], "statements.raw", listener);
        return new Ingest(List.of(from), publisher, shares, configured, Optional.empty(), Optional.empty());
    }

    private static IngestConfig configuration(Path path, String... names) {
        Map<String, String> settings = new HashMap<>(
                Map.of("kafka.bootstrap.servers", "localhost:9092", "schema.registry.url", "http://localhost:8081"));
        settings.put("ingest.poll.interval.ms", "10");
        settings.put("ingest.sources", String.join(",", names));
        for (String name : names) {
            settings.put("ingest.source." + name + ".type", "folder");
            settings.put("ingest.source." + name + ".path", path.toString());
        }
        return new IngestConfig(settings);
    }

    private static Source[] configured(IngestConfig config, InputStream standardInput) {
        return new ConfiguredSources(config, Clock.systemUTC(), standardInput)
                .all()
                .toArray(Source[]::new);
    }

    private Path write(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "some text");
    }

    private static MockProducer<byte[], byte[]> producer(boolean confirmsAtOnce) {
        return new MockProducer<>(confirmsAtOnce, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Run {
        void run(Delivery delivery) throws IOException, InterruptedException;
    }

    private static Source source(String id, Run run) {
        return new Source() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public boolean isFinite() {
                return true;
            }

            @Override
            public boolean isBound() {
                return true;
            }

            @Override
            public void run(Delivery delivery) throws IOException, InterruptedException {
                run.run(delivery);
            }
        };
    }
}
