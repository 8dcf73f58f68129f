// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** IPTC's own examples, where they lie beside the checkout; a table of what came of each is printed. */
class SharedWiresTest {

    private static final Path DATA = Path.of(System.getProperty("depeche.home", ".."))
            .resolve(Path.of("..", "shared", "data"))
            .toAbsolutePath()
            .normalize();

    /** All that hold a text, by the beginning of their names. */
    private static final List<String> NEWSML_TEXTS = List.of(
            "LISTING_22",
            "LISTING_25",
            "LISTING_2_",
            "Receiver View",
            "facet-example-3",
            "CR00201",
            "CR00217_digitalSourceType_on_contentMeta.xml",
            "CR00217_digitalSourceType_on_contentMeta_newsItem");

    /** Texts and compositions; pictures, sounds, films and events are none. */
    private static final List<String> NINJS_TEXTS = List.of(
            "businesswire",
            "ninjsExComplex",
            "ninjsExMedium",
            "ninjsExSimpleText",
            "dpa_text",
            "ntb_text",
            "tt_text",
            "extension-example",
            "20231008-anti-doping");

    @Test
    void readsEveryTextInIptcsNewsMl() throws IOException {
        Map<String, RecordingIntake> read = read(DATA.resolve("newsml-g2").resolve("iptc"), ".xml");

        check(read, NEWSML_TEXTS);
        read.forEach((file, intake) -> assertThat(intake.refusals)
                .as(file)
                .extracting(Refusal::reason)
                .allMatch(reason -> reason.endsWith("it has no text")));
    }

    @Test
    void readsEveryTextInIptcsNinjs() throws IOException {
        Map<String, RecordingIntake> read = read(DATA.resolve("ninjs").resolve("examples"), ".json");

        check(read, NINJS_TEXTS);
        read.forEach((file, intake) -> assertThat(intake.refusals).as(file).isEmpty());
    }

    private static void check(Map<String, RecordingIntake> read, List<String> texts) {
        read.forEach((file, intake) -> {
            String name = Path.of(file).getFileName().toString();
            boolean text = texts.stream().anyMatch(name::startsWith);
            assertThat(intake.statements).as(file).hasSize(text ? 1 : 0);
            if (!text) {
                assertThat(intake.notices.size() + intake.refusals.size())
                        .as(file)
                        .isPositive();
            }
            intake.statements.forEach(statement -> assertThat(statement.getText())
                    .as(file)
                    .isNotBlank()
                    .doesNotContainPattern("</?[a-z]|&[a-z]+;|\\n{3}| {2}"));
        });
    }

    /** By file; files that no format takes for its own are printed and left out. */
    private static Map<String, RecordingIntake> read(Path folder, String ending) throws IOException {
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder);
        Map<String, RecordingIntake> read = new TreeMap<>();
        for (Path file : files(folder, ending)) {
            byte[] content = Files.readAllBytes(file);
            List<Format> formats = WireReading.ALL.stream()
                    .filter(format -> format.recognises(Beginning.of(content)))
                    .toList();
            assertThat(formats).as(file.toString()).hasSizeLessThan(2);
            String name = folder.relativize(file).toString();
            Optional<RecordingIntake> intake = formats.stream()
                    .map(format -> WireReading.read(format, content))
                    .findFirst();
            intake.ifPresent(i -> read.put(name, i));
            System.out.println(
                    name + " | " + intake.map(SharedWiresTest::outcome).orElse("of no format here"));
        }
        return read;
    }

    private static String outcome(RecordingIntake intake) {
        Stream<String> taken = intake.statements.stream().map(SharedWiresTest::row);
        Stream<String> refused = intake.refusals.stream().map(refusal -> "refused: " + refusal.reason());
        Stream<String> noted = intake.notices.stream().map(Notice::message);
        return Stream.of(taken, refused, noted).flatMap(s -> s).distinct().collect(Collectors.joining("; "));
    }

    private static String row(RawStatement statement) {
        String[] paragraphs = statement.getText().split("\n\n");
        return "statement " + statement.getSourceItemId() + " | " + statement.getTitle() + " | "
                + statement.getLanguage() + " | "
                + Arrays.stream(paragraphs).mapToInt(String::length).sum()
                + " characters in " + paragraphs.length + " paragraphs";
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}
