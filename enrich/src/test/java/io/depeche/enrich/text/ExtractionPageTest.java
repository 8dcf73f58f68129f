// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each example in docs/extraction.md is what the analysers read. */
final class ExtractionPageTest {

    private static final Path PAGE = Path.of("..", "docs", "extraction.md");
    private static final String FENCE = "```";
    private static final String ARROW = "=>";

    private record Example(int line, String layer, String language, String issued, String text, List<String> found) {}

    @TestFactory
    Stream<DynamicTest> readsWhatThePageSays() throws IOException {
        List<Example> examples = examples(Files.readAllLines(PAGE));
        assertThat(examples).hasSizeGreaterThan(30);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.line() + ": " + example.text(),
                        () -> assertThat(read(example)).containsExactlyElementsOf(example.found())));
    }

    private static List<String> read(Example example) {
        Reading reading = Reading.of(example.language(), example.issued(), example.text());
        return switch (example.layer()) {
            case "figures" -> reading.figures();
            case "dates" -> reading.dates();
            case "entities" -> reading.entities();
            case "attributions" -> reading.said();
            default -> throw new IllegalArgumentException("line " + example.line() + ": no layer " + example.layer());
        };
    }

    private static List<Example> examples(List<String> lines) {
        List<Example> examples = new ArrayList<>();
        String[] block = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                String[] info = line.substring(FENCE.length()).strip().split(" ", -1);
                block = info.length > 1 ? info : null;
            } else if (block != null) {
                int arrow = line.indexOf(ARROW);
                assertThat(arrow).as("line %d of %s", i + 1, PAGE).isPositive();
                List<String> found = Stream.of(
                                line.substring(arrow + ARROW.length()).split(";"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
                examples.add(new Example(
                        i + 1,
                        block[0],
                        block[1],
                        block.length > 2 ? block[2] : null,
                        line.substring(0, arrow).strip(),
                        found));
            }
        }
        return examples;
    }
}
