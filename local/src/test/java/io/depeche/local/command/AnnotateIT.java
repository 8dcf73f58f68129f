// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.depeche.local.Seed;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code depeche annotate} as a user runs it. */
class AnnotateIT {

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void readsATextFile() throws Exception {
        try (DepecheProcess annotate =
                DepecheProcess.start(folder, "annotate", Seed.file().toString())) {
            assertThat(annotate.await()).as(annotate.err()).isZero();

            assertThat(annotate.lines()).hasSize(1);
            JsonNode event = json.readTree(annotate.lines().get(0));
            assertThat(event.path("issued").asText()).isEqualTo("2023-01");
            assertThat(event.at("/figures").findValuesAsText("value")).contains("980", "850", "120", "90");
            assertThat(event.at("/coverage/figures").asText()).isNotEqualTo("FAILED");
        }
    }

    @Test
    void readsJsonLinesFromStandardInputInOrderAndSaysWhatIsWrong() throws Exception {
        try (DepecheProcess annotate = DepecheProcess.start(folder, "annotate")) {
            annotate.feed(
                    "{\"id\":\"a\",\"text\":\"More than 12 people.\"}\n{]\n{\"id\":\"b\",\"text\":\"Nearly 90 people.\"}\n");

            assertThat(annotate.await()).isEqualTo(1);
            assertThat(annotate.lines()).hasSize(2);
            assertThat(json.readTree(annotate.lines().get(0))
                            .path("sourceItemId")
                            .asText())
                    .isEqualTo("a");
            assertThat(json.readTree(annotate.lines().get(1))
                            .path("sourceItemId")
                            .asText())
                    .isEqualTo("b");
            assertThat(annotate.err()).contains("stdin:2");
        }
    }
}
