// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.depeche.ingest.SourceSettings.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigTest {

    @Test
    void readsItsSources() {
        IngestConfig config = config(
                "ingest.sources", "in.box,wire,pipe,once",
                "ingest.source.in.box.type", "folder",
                "ingest.source.in.box.path", "inbox",
                "ingest.source.wire.type", "file",
                "ingest.source.wire.path", "wire.jsonl",
                "ingest.source.pipe.type", "stdin",
                "ingest.source.once.type", "folder",
                "ingest.source.once.path", "archive",
                "ingest.source.once.watch", "false",
                "topic.prefix", "p.");

        assertThat(config.sources())
                .extracting(SourceSettings::name, SourceSettings::type, SourceSettings::path, SourceSettings::watch)
                .containsExactly(
                        tuple("in.box", Type.FOLDER, Optional.of(Path.of("inbox")), true),
                        tuple("wire", Type.FILE, Optional.of(Path.of("wire.jsonl")), false),
                        tuple("pipe", Type.STDIN, Optional.empty(), false),
                        tuple("once", Type.FOLDER, Optional.of(Path.of("archive")), false));
        assertThat(config.topic()).isEqualTo("p.statements.raw");
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.maxTextBytes()).isEqualTo(1_048_576);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ingest.source.b.path|x|ingest.source.b.path describes a source b, and ingest.sources names a",
                "ingest.source.path|x|describes a source",
                "ingest.source.a.pth|x|unknown configuration key ingest.source.a.pth; a source has after, follow, interval, path, type, url, watch",
                "ingest.source.a.type|fodler|ingest.source.a.type is fodler; right is: folder, file, feed, stdin",
                "ingest.source.a.type|stdin|ingest.source.a.path is in; right is: nothing",
                "ingest.source.a.path||ingest.source.a.path is ; right is: the path of the folder",
                "ingest.source.a.watch|yes|ingest.source.a.watch is yes; right is: true or false",
                "ingest.sources|a,a b|names a source \"a b\"",
                "ingest.sources|a,a|ingest.sources",
                "ingest.poll.interval.ms|0|ingest.poll.interval.ms",
                "ingest.max.text.bytes|3000000|ingest.max.text.bytes",
                "ingest.max.text.byte|1|ingest.max.text.byte"
            })
    void namesTheKeyAndWhatIsWrongWithIt(String key, String value, String message) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers",
                "localhost:9092",
                "schema.registry.url",
                "http://localhost:8081",
                "ingest.sources",
                "a",
                "ingest.source.a.type",
                "folder",
                "ingest.source.a.path",
                "in"));
        settings.put(key, value == null ? "" : value);

        assertThatThrownBy(() -> new IngestConfig(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void wantsTypeAndPath() {
        assertThatThrownBy(() -> config("ingest.sources", "a"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ingest.source.a.type is missing");
        assertThatThrownBy(() -> config("ingest.sources", "a", "ingest.source.a.type", "file"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ingest.source.a.path is missing");
    }

    @Test
    void watchesFoldersOnly() {
        assertThatThrownBy(() -> config(
                        "ingest.sources", "a",
                        "ingest.source.a.type", "file",
                        "ingest.source.a.path", "x",
                        "ingest.source.a.watch", "true"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a source of type file has only path");
    }

    @Test
    void hasOneStandardInput() {
        assertThatThrownBy(() -> config(
                        "ingest.sources", "a,b", "ingest.source.a.type", "stdin", "ingest.source.b.type", "stdin"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("more than one is standard input");
    }

    private static IngestConfig config(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>(
                Map.of("kafka.bootstrap.servers", "localhost:9092", "schema.registry.url", "http://localhost:8081"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new IngestConfig(settings);
    }
}
