// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.enrich.text.speech.evaluation.AttributionScores;
import io.depeche.enrich.text.speech.evaluation.GoldException;
import io.depeche.enrich.text.speech.evaluation.GoldStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds who said what against the statements that were annotated by hand, a little below what it reaches. */
final class GoldTest {

    private static final Path GOLD = Path.of("src", "test", "resources", "gold");

    @ParameterizedTest
    @CsvSource({
        "fr, developing, 20, 87, 96",
        "fr, once, 184, 82, 96",
        "fr, written, 96, 88, 96",
        "fr, locked, 20, 75, 94",
        "en, developing, 10, 74, 95",
        "en, locked, 10, 71, 93"
    })
    void scoresAreKept(String language, String half, int statements, double f1, double speakers) throws IOException {
        AttributionScores scores = new AttributionScores();
        List<Path> files;
        try (Stream<Path> list = Files.list(GOLD.resolve(language).resolve(half))) {
            files = list.sorted().toList();
        }
        for (Path file : files) {
            GoldStatement gold = GoldStatement.read(file);
            scores.add(gold, Reading.of(language, null, gold.text()).annotations());
        }

        assertThat(files).hasSize(statements);
        assertThat(scores.f1()).isGreaterThan(f1);
        assertThat(scores.speakerPrecision()).isGreaterThan(speakers);
    }

    @Test
    void placesAreRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.gold");
        Files.writeString(file, """
                statement: a
                --- text
                S1 Anne a dit que oui, oui.

                S2 Elle est là.
                --- entities
                entity PERSON Anne
                  name S1 "Anne"
                  pronoun S2 "Elle"
                --- attributions
                attribution
                  speaker S1 "Anne" = Anne
                  cue S1 "a dit"
                  content S1#2 "oui" - S2 "Elle"
                  form INDIRECT
                  act SAID
                """);

        GoldStatement gold = GoldStatement.read(file);

        assertThat(gold.text()).isEqualTo("Anne a dit que oui, oui.\n\nElle est là.");
        assertThat(gold.attributions()).hasSize(1);
        assertThat(gold.attributions().get(0).content().of(gold.text())).isEqualTo("oui.\n\nElle");
        assertThat(gold.entities().get(0).mentions()).hasSize(2);
    }

    @Test
    void aPlaceThatIsNotThereIsTold(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.gold");
        Files.writeString(file, "--- text\nS1 Anne est là.\n--- entities\nentity PERSON Anne\n  name S1 \"Paul\"\n");

        assertThatThrownBy(() -> GoldStatement.read(file))
                .isInstanceOf(GoldException.class)
                .hasMessageContaining("a.gold:5")
                .hasMessageContaining("Paul");
    }
}
