// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.schemas.config.ConnectionConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

/** docs/topics.md shows the catalogue as it is. */
class TopicTableTest {

    private static final Path PAGE = Path.of("..", "docs", "topics.md");

    @Test
    void theTableInTheDocsIsTheCatalogue() throws IOException {
        String table = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("|"))
                .collect(joining("\n"));

        assertThat(table)
                .as("docs/topics.md differs from the topic catalogue; its table should be\n\n%s\n\n", rendered())
                .isEqualTo(rendered());
    }

    private static String rendered() {
        return Stream.concat(
                        Stream.of(
                                "| topic | partitions | cleanup and retention | max. record | key | value | written by | read by |",
                                "|---|---|---|---|---|---|---|---|"),
                        Stream.of(Topic.values()).map(TopicTableTest::row))
                .collect(joining("\n"));
    }

    private static String row(Topic topic) {
        return Stream.of(
                        "`" + topic.baseName() + "`",
                        partitions(topic),
                        retention(topic.settings()),
                        mebibytes(topic.maxMessageBytes()),
                        topic.key(),
                        topic.valueSchema()
                                .map(Schema::getName)
                                .map(name -> "`" + name + "`")
                                .orElse("original value bytes, reasons in headers"),
                        topic.writers(),
                        topic.readers())
                .collect(joining(" | ", "| ", " |"));
    }

    private static String partitions(Topic topic) {
        return switch (topic.partitions()) {
            case SHARED ->
                "`" + ConnectionConfig.TOPIC_PARTITIONS + "` ("
                        + ConnectionConfig.definition().defaultValues().get(ConnectionConfig.TOPIC_PARTITIONS) + ")";
            case ONE -> "1";
        };
    }

    private static String retention(Map<String, String> settings) {
        List<String> parts = new ArrayList<>();
        parts.add(settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).replace(",", " and "));
        if (settings.containsKey(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG)) {
            parts.add("every revision for " + days(settings.get(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG)));
        }
        if (settings.containsKey(TopicConfig.RETENTION_MS_CONFIG)) {
            parts.add("gone after " + days(settings.get(TopicConfig.RETENTION_MS_CONFIG)));
        }
        return String.join(", ", parts);
    }

    private static String days(String millis) {
        long days = Duration.ofMillis(Long.parseLong(millis)).toDays();
        return days == 1 ? "1 day" : days + " days";
    }

    private static String mebibytes(int bytes) {
        int mebibyte = 1024 * 1024;
        return (bytes % mebibyte == 0 ? Integer.toString(bytes / mebibyte) : Double.toString((double) bytes / mebibyte))
                + " MiB";
    }
}
