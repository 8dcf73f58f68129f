// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.ingest.publish.RecordingListener;
import io.depeche.ingest.publish.StatementPublisher;
import io.depeche.ingest.source.RecordingDelivery;
import io.depeche.schemas.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReloadTest {

    private static final String ALWAYS = """
            kafka.bootstrap.servers=localhost:1
            schema.registry.url=http://localhost:1
            """;

    @TempDir
    Path folder;

    @Test
    void startsAndStopsWhatHasChangedAndNothingElse() throws IOException {
        ConfiguredSources sources = configured(
                "ingest.sources=a,b,c", source("a", "folder", "x"), source("b", "file", "y"), source("c", "file", "z"));

        ConfiguredSources.Change change = sources.change(config(
                "ingest.sources=b,c,d",
                source("b", "file", "other"),
                source("c", "file", "z"),
                source("d", "file", "w")));

        assertThat(change.gone()).containsExactlyInAnyOrder("a", "b");
        assertThat(change.come()).extracting(source -> source.id()).containsExactly("b", "d");
    }

    @Test
    void changesNoStandardInput() throws IOException {
        ConfiguredSources sources = configured("ingest.sources=a", source("a", "file", "x"));
        IngestConfig with = config("ingest.sources=a,in", source("a", "file", "x"), "ingest.source.in.type=stdin");

        assertThatThrownBy(() -> sources.change(with))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ingest.source.in.type is stdin");
        assertThat(sources.inForce()).isNotSameAs(with);
    }

    @Test
    void namesTheLineAndTheKeyOfAMistake() throws IOException {
        Path file = write("ingest.sources=a", source("a", "folder", "x"), "ingest.source.a.wach=true");

        assertThatThrownBy(() -> ConfigFile.read(file, IngestConfig::new))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + ":6: ")
                .hasMessageContaining("ingest.source.a.wach");
    }

    @Test
    void aChangeBetweenTheReadingOfTheFileAndTheFirstLookCounts() throws IOException {
        Path file = write("ingest.sources=a", source("a", "file", "x"));
        Map<String, String> settings = ConfigFile.load(file);
        IngestConfig config = ConfigFile.made(file, settings, IngestConfig::new);
        ConfiguredSources sources =
                new ConfiguredSources(config, Clock.systemUTC(), java.io.InputStream.nullInputStream());
        write("ingest.sources=a,b", source("a", "file", "x"), source("b", "file", "y"));

        try (Ingest ingest = ingest(sources);
                SourceReload reload = new SourceReload(file, settings, IngestConfig::new, ingest)) {
            reload.look();
        }

        assertThat(sources.inForce().sources()).extracting(SourceSettings::name).containsExactly("a", "b");
    }

    private static Ingest ingest(ConfiguredSources sources) {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        return new Ingest(
                sources.all(),
                new StatementPublisher(
                        producer, (topic, data) -> new byte[0], "statements.raw", new RecordingListener()),
                new OneShare(new RecordingDelivery()),
                Optional.of(sources),
                Optional.empty(),
                Optional.empty());
    }

    private ConfiguredSources configured(String... lines) throws IOException {
        return new ConfiguredSources(config(lines), Clock.systemUTC(), java.io.InputStream.nullInputStream());
    }

    private IngestConfig config(String... lines) throws IOException {
        return ConfigFile.read(write(lines), IngestConfig::new);
    }

    private Path write(String... lines) throws IOException {
        List<String> all = new ArrayList<>();
        Stream.of(lines).forEach(all::add);
        return Files.writeString(folder.resolve("ingest.properties"), ALWAYS + String.join("\n", all));
    }

    private static String source(String name, String type, String path) {
        return "ingest.source." + name + ".type=" + type + "\ningest.source." + name + ".path=" + path;
    }
}
