// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.enrich.EnrichConfig;
import io.depeche.ingest.IngestConfig;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.sink.SinkConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;

/** docs/configuration.md lists the keys that there are, as they are. */
class ConfigurationDocTest {

    @Test
    void listsEveryKeyAsItIs() throws Exception {
        Set<String> shared = ConnectionConfig.definition().names();
        String expected = table("All roles", ConnectionConfig.definition(), Set.of())
                + table("ingest", IngestConfig.definition(), shared)
                + table("enrich", EnrichConfig.definition(), shared)
                + table("sink", SinkConfig.definition(), shared);

        assertThat(Files.readString(Path.of("..", "docs", "configuration.md")))
                .as("docs/configuration.md, behind its introduction, has to be:%n%s", expected)
                .endsWith(expected);
    }

    private static String table(String title, ConfigDef definition, Set<String> leftOut) {
        StringBuilder table =
                new StringBuilder("\n## " + title + "\n\n| key | type | default | meaning |\n|---|---|---|---|\n");
        for (String name : new TreeSet<>(definition.names())) {
            ConfigKey key = definition.configKeys().get(name);
            if (!leftOut.contains(name)) {
                table.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                name,
                                key.type.name().toLowerCase(java.util.Locale.ROOT),
                                standard(key),
                                key.documentation));
            }
        }
        return table.toString();
    }

    private static String standard(ConfigKey key) {
        if (!key.hasDefault()) {
            return "has to be set";
        }
        Object value = key.defaultValue instanceof Class<?> type ? type.getName() : key.defaultValue;
        return value == null || value.toString().isEmpty() || value.toString().equals("[]") ? "" : "`" + value + "`";
    }
}
