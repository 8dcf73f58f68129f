// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.enrich.EnrichConfig;
import io.depeche.ingest.IngestConfig;
import io.depeche.schemas.access.Right;
import io.depeche.sink.SinkConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/operations.md lists the rights that each role needs, as the roles have them; LeastRightsIT runs with these. */
class RightsDocTest {

    @Test
    void listsEveryRightAndWhatGrantsIt() throws Exception {
        Map<String, String> settings =
                Map.of("kafka.bootstrap.servers", "kafka:9093", "schema.registry.url", "http://registry:8081");
        Map<String, List<Right>> rights = new LinkedHashMap<>();
        rights.put("ingest", new IngestConfig(settings).rights());
        rights.put("enrich", new EnrichConfig(settings).rights());
        rights.put("sink", new SinkConfig(settings).rights());

        StringBuilder expected = new StringBuilder("| role | right | for |\n|---|---|---|\n");
        rights.forEach((role, list) ->
                list.forEach(right -> expected.append("| %s | %s | %s |\n".formatted(role, right, right.purpose()))));
        expected.append(
                "\n```sh\nallow() { kafka-acls.sh --bootstrap-server kafka:9093 --command-config admin.properties"
                        + " --add --allow-principal \"$@\"; }\n");
        rights.forEach((role, list) ->
                list.forEach(right -> expected.append("allow User:%s %s\n".formatted(role, right.option()))));
        expected.append("```\n");

        assertThat(Files.readString(Path.of("..", "docs", "operations.md")))
                .as("docs/operations.md has to contain:%n%s", expected)
                .contains(expected);
    }
}
