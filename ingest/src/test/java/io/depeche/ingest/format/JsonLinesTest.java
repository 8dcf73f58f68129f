// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.event.StatementStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

    private static final String GOOD = "{\"text\":\"first\"}\n";

    @Test
    void readsEveryField() {
        String line = "{\"id\":\"urn:1\",\"text\":\" Le texte \",\"title\":\"T\",\"url\":\"https://example.org/1\","
                + "\"language\":\"FR-fr\",\"issued\":\"2023-01\",\"status\":\"CORRECTION\",\"version\":\"2\","
                + "\"rights\":\"R\",\"categories\":[\"medtop:11000000\",\"x\"],\"mediaType\":\"text/html\"}";

        RecordingIntake intake = Reading.text(line);

        RawStatement statement = intake.statements.get(0);
        assertThat(statement.getId()).isEqualTo(StatementId.of("inbox", "urn:1", ""));
        assertThat(statement.getSourceItemId()).isEqualTo("urn:1");
        assertThat(statement.getText()).isEqualTo("Le texte");
        assertThat(statement.getTitle()).isEqualTo("T");
        assertThat(statement.getUrl()).isEqualTo("https://example.org/1");
        assertThat(statement.getLanguage()).isEqualTo("fr-FR");
        assertThat(statement.getIssued()).isEqualTo("2023-01");
        assertThat(statement.getStatus()).isEqualTo(StatementStatus.CORRECTION);
        assertThat(statement.getVersion()).isEqualTo("2");
        assertThat(statement.getRights()).isEqualTo("R");
        assertThat(statement.getCategories()).containsExactly("medtop:11000000", "x");
        assertThat(statement.getMediaType()).isEqualTo("text/html");
        assertThat(statement.getOrigin().getFormat()).isEqualTo("jsonl");
        assertThat(statement.getOrigin().getFetchedFrom()).isEqualTo("in/news.txt");
        assertThat(statement.getOrigin().getSha256()).isEqualTo(Sha256.hex(line.getBytes(StandardCharsets.UTF_8)));
        assertThat(intake.places).containsExactly("in/news.txt:1");
        assertThat(intake.notices).isEmpty();
    }

    @Test
    void takesNumbersAsIdsAndTheTextWhereThereIsNone() {
        RecordingIntake intake =
                Reading.text("{\"id\":12,\"text\":\"a\"}\n{\"text\":\"a\"}\n{\"id\":\"\",\"text\":\"b\"}\n"
                        + "{\"url\":\"u\",\"text\":\"b\"}");

        assertThat(intake.statements)
                .extracting(RawStatement::getId)
                .containsExactly(
                        StatementId.of("inbox", "12", ""),
                        StatementId.of("inbox", null, "a"),
                        StatementId.of("inbox", null, "b"),
                        StatementId.of("inbox", "u", ""));
    }

    @Test
    void skipsBlankLinesAndBlanksBeforeTheFirst() {
        RecordingIntake intake = Reading.text("\n \r\n" + GOOD + "\n\t\n{\"text\":\"second\"}");

        assertThat(intake.texts()).containsExactly("first", "second");
        assertThat(intake.places).containsExactly("in/news.txt:3", "in/news.txt:6");
        assertThat(intake.refusals).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|no valid JSON",
                "[1]|no JSON object",
                "\"text\"|no JSON object",
                "{}|no text",
                "{\"text\":\" \"}|no text",
                "{\"text\":null}|no text",
                "{\"text\":5}|text should hold a string and holds a number (column 9)",
                "{\"text\":\"a\",\"title\":{}}|title should hold a string and holds an object",
                "{\"text\":\"a\",\"categories\":\"x\"}|categories should hold an array of strings and holds a string",
                "{\"text\":\"a\",\"categories\":[1]}|categories should hold an array of strings and holds a number",
                "{\"text\":\"a\",\"text\":\"b\"}|Duplicate",
                "{\"text\":\"a\",\"x\":{\"y\":1,\"y\":2}}|Duplicate",
                "{\"text\":\"a\"} {}|more behind",
                "{\"text\":\"a\"|no valid JSON",
                "{\"text\":\"a\",\"issued\":\"2023-13\"}|2023-13",
                "{\"text\":\"a\",\"status\":\"GONE\"}|GONE",
                "{\"status\":\"WITHDRAWN\"}|doesn't say which",
                "{\"text\":\"\\u0001\\u0002\"}|not text"
            })
    void refusesABadLineAndGoesOn(String line, String reason) {
        RecordingIntake intake = Reading.text(GOOD + line + "\n{\"text\":\"third\"}\n");

        assertThat(intake.texts()).containsExactly("first", "third");
        assertThat(intake.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.source()).isEqualTo("inbox");
            assertThat(refusal.place()).isEqualTo("in/news.txt:2");
            assertThat(refusal.reason()).contains(reason);
            assertThat(refusal.wayOut()).isNotBlank();
        });
    }

    @Test
    void refusesNestingBeyond64() {
        String deep = "{\"text\":\"a\",\"x\":" + "[".repeat(64) + "]".repeat(64) + "}\n";
        String deepest = "{\"text\":\"b\",\"x\":" + "[".repeat(63) + "]".repeat(63) + "}\n";

        RecordingIntake intake = Reading.text(GOOD + deep + deepest);

        assertThat(intake.texts()).containsExactly("first", "b");
        assertThat(intake.refusals)
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("64");
    }

    @Test
    @Timeout(60)
    void refusesMillionsOfNamesOrCategoriesWithoutHoldingThem() {
        StringBuilder names = new StringBuilder("{\"text\":\"a\",\"x\":{\"y\":0");
        StringBuilder categories = new StringBuilder("{\"text\":\"a\",\"categories\":[\"x\"");
        for (int i = 0; i < 500_000; i++) {
            names.append(",\"").append(i).append("\":1");
            categories.append(",\"\"");
        }

        RecordingIntake intake = Reading.text(GOOD + names + "}}\n" + categories + "]}\n" + GOOD);

        assertThat(intake.texts()).containsExactly("first", "first");
        assertThat(intake.refusals)
                .extracting(Refusal::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("more than 10000 fields"),
                        reason -> assertThat(reason).contains("categories holds more than 1000"));
    }

    @Test
    void takesOrdinaryNumbersOfNamesAndCategories() {
        StringBuilder line = new StringBuilder("{\"text\":\"a\",\"categories\":[\"0\"");
        for (int i = 1; i < 1000; i++) {
            line.append(",\"").append(i).append('"');
        }
        line.append("],\"x\":[{\"y\":0}");
        for (int i = 0; i < 4000; i++) {
            line.append(",{\"y\":0}");
        }

        RecordingIntake intake = Reading.text(line + "]}\n");

        assertThat(intake.refusals).isEmpty();
        assertThat(intake.statements.get(0).getCategories()).hasSize(1000);
    }

    @Test
    void isJsonLinesWhereTheFirstLineIsABadObject() {
        RecordingIntake intake = Reading.text("{\"text\":\"a\",\"text\":\"b\"}\n" + GOOD);

        assertThat(intake.texts()).containsExactly("first");
        assertThat(intake.refusals).hasSize(1);
    }

    @Test
    void refusesALineThatIsTooLongWithoutHoldingItAndGoesOn() {
        String quarter = "a".repeat(5 * 1024 * 1024);
        InputStream in = new SequenceInputStream(Collections.enumeration(
                List.of(in("{\"text\":\""), in(quarter), in(quarter), in(quarter), in(quarter), in("\"}\n" + GOOD))));

        RecordingIntake intake = Reading.stream(in, 1000);

        assertThat(intake.texts()).containsExactly("first");
        assertThat(intake.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.place()).isEqualTo("in/news.txt:1");
            assertThat(refusal.reason()).contains("20971531 bytes");
            assertThat(refusal.wayOut()).contains("ingest.max.text.bytes");
        });
    }

    @Test
    void refusesATextBeyondTheLimit() {
        assertThat(Reading.stream(in("{\"text\":\"" + "é".repeat(500) + "a\"}"), 1000).refusals)
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("1001 bytes");
    }

    @Test
    void takesAWithdrawalWithoutText() {
        RawStatement statement = Reading.text("{\"id\":1,\"status\":\"WITHDRAWN\",\"text\":\"\"}")
                .statements
                .get(0);

        assertThat(statement.getStatus()).isEqualTo(StatementStatus.WITHDRAWN);
        assertThat(statement.getText()).isEmpty();
    }

    @Test
    void dropsAnIllFormedLanguageAndSaysSo() {
        RecordingIntake intake = Reading.text("{\"text\":\"a\",\"language\":\"fr_FR\"}");

        assertThat(intake.statements.get(0).getLanguage()).isNull();
        assertThat(intake.notices)
                .singleElement()
                .extracting(Notice::message)
                .asString()
                .contains("fr_FR", "BCP 47");
    }

    @Test
    void namesAnUnknownFieldOnceForASource() throws IOException {
        StatementReader reader = new StatementReader(Reading.LIMIT, 1_000_000, List.of(), Reading.CLOCK);
        RecordingIntake intake = new RecordingIntake();
        Document document = new Document("inbox", "a.jsonl", "a.jsonl");
        String lines = "{\"text\":\"a\",\"lang\":\"fr\"}\n{\"text\":\"b\",\"lang\":{\"x\":[1]}}\n";

        reader.read(in(lines), document, intake);
        reader.read(in(lines), document, intake);

        assertThat(intake.texts()).containsExactly("a", "b", "a", "b");
        assertThat(intake.notices)
                .singleElement()
                .extracting(Notice::message)
                .asString()
                .contains("\"lang\"");
    }

    @Test
    void mendsWhatIsEscapedToo() {
        RecordingIntake intake =
                Reading.text("{\"text\":\"some text\\r\\nwith half a pair \\ud83d\",\"title\":\"a\\nb\"}");

        assertThat(intake.texts()).containsExactly("some text\nwith half a pair \uFFFD");
        assertThat(intake.statements.get(0).getTitle()).isEqualTo("a b");
        assertThat(intake.notices)
                .singleElement()
                .extracting(Notice::message)
                .asString()
                .contains("U+FFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void readsUnicodeWithAByteOrderMark(String charset) {
        byte[] bytes = "\uFEFF{\"text\":\"un été Ċ\"}\r\n{\"text\":\"deux\"}".getBytes(Charset.forName(charset));

        RecordingIntake intake = Reading.bytes(bytes);

        assertThat(intake.texts()).containsExactly("un été Ċ", "deux");
        assertThat(intake.statements)
                .allSatisfy(statement ->
                        assertThat(statement.getOrigin().getCharset()).isEqualTo(charset));
    }

    @Test
    void refusesALineWithBadBytesAndGoesOn() {
        byte[] bytes = (GOOD + "{\"text\":\"é\u00FF\u00FEé\"}\n" + GOOD).getBytes(StandardCharsets.ISO_8859_1);

        RecordingIntake intake = Reading.bytes(bytes);

        assertThat(intake.texts()).containsExactly("first", "first");
        assertThat(intake.refusals)
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("byte 0xE9 at offset 9");
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
