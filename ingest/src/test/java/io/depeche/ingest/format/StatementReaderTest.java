// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.event.RawStatement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {

    private static final int MAX_DOCUMENT = 20_000;

    private final RecordingIntake intake = new RecordingIntake();
    private final FakeFormat wire = new FakeFormat("wire", text -> text.contains("\"body\"") || text.startsWith("ZC"));
    private final StatementReader reader =
            new StatementReader(1000, MAX_DOCUMENT, List.of(wire, new FakeFormat("never", t -> false)), Reading.CLOCK);

    @Test
    void givesADocumentToTheFormatThatKnowsIt() throws IOException {
        read("  ZCZC text");

        assertThat(wire.contents).containsExactly("  ZCZC text");
        assertThat(intake.places).containsExactly("in/x");
        assertThat(intake.statements.get(0).getSourceItemId()).isEqualTo("x");
    }

    @Test
    void takesWhatNoFormatKnowsAsPlainText() throws IOException {
        read("some text");

        assertThat(wire.contents).isEmpty();
        assertThat(intake.texts()).containsExactly("some text");
        assertThat(intake.statements.get(0).getOrigin().getFormat()).isEqualTo("text");
    }

    @Test
    void readsWholeWhatAFormatKnowsThatBeginsWithABraceAndHasSeveralLines() throws IOException {
        read("{\n \"body\": \"a\"\n}\n");

        assertThat(wire.contents).containsExactly("{\n \"body\": \"a\"\n}\n");
        assertThat(intake.places).containsExactly("in/x");
    }

    @Test
    void givesLinesOfJsonToTheFormatThatKnowsThemAndTheOthersAreStatements() throws IOException {
        read("{\"text\":\"one\"}\n{\"body\":\"two\"}\n\n{\"text\":\"three\"}\n");

        assertThat(wire.contents).containsExactly("{\"body\":\"two\"}");
        assertThat(intake.places).containsExactly("in/x:1", "in/x:2", "in/x:4");
        assertThat(intake.statements.get(1).getSourceItemId()).isNull();
        assertThat(intake.statements.get(1).getOrigin().getFetchedFrom()).isEqualTo("in/x:2");
    }

    @Test
    void givesLinesOfUtf16WithTheirMark() throws IOException {
        reader.read(
                new ByteArrayInputStream(
                        "\uFEFF{\"text\":\"one\"}\n{\"body\":\"été\"}\n".getBytes(StandardCharsets.UTF_16LE)),
                new Document("inbox", "in/x", "x"),
                intake);

        assertThat(wire.contents).containsExactly("{\"body\":\"été\"}");
    }

    @Test
    void readsAStatementOfJsonOverSeveralLines() throws IOException {
        read("{\n  \"id\": 7,\n  \"text\": \"a b\"\n}\n");

        RawStatement statement = intake.statements.get(0);
        assertThat(statement.getText()).isEqualTo("a b");
        assertThat(statement.getSourceItemId()).isEqualTo("7");
        assertThat(statement.getOrigin().getFormat()).isEqualTo("json");
        assertThat(intake.places).containsExactly("in/x");
        assertThat(intake.notices).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\\n \"text\": 5}|text should hold a string and holds a number (line 2, column 10)",
                "{\\n \"text\": \"a\"}\\n{\\n \"text\": \"b\"}|more behind the JSON text (line 3, column 1)",
                "{\\n \"body2\": \"a\"}|no text",
                "[5]|no JSON object (line 1, column 2)",
                "[\\n {\"text\": 5}]|text should hold a string and holds a number (line 2, column 11)"
            })
    void refusesJsonThatIsNoStatement(String json, String reason) throws IOException {
        read(json.replace("\\n", "\n"));

        assertThat(intake.statements).isEmpty();
        assertThat(intake.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains(reason));
    }

    @Test
    void readsAnArrayOfStatements() throws IOException {
        read("[{\"text\":\"a\"},\n {\"text\":\"b\"}]");

        assertThat(intake.texts()).containsExactly("a", "b");
        assertThat(intake.places).containsExactly("in/x:1:2", "in/x:2:2");
        assertThat(intake.statements).extracting(RawStatement::getSourceItemId).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/xml", "application/json"})
    void tellsTheFormatOfXmlAndJsonByContent(String mediaType) throws IOException {
        reader.read(in("ZCZC"), mediaType, new Document("inbox", "in/x", "x"), intake);

        assertThat(wire.contents).containsExactly("ZCZC");
    }

    @Test
    void refusesXmlOfNoFormat() throws IOException {
        reader.read(in("<a/>"), "text/xml", new Document("inbox", "in/x", "x"), intake);

        assertThat(intake.statements).isEmpty();
        assertThat(intake.refusals)
                .extracting(Refusal::reason)
                .containsExactly("it is XML of no format that is read here, or no XML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE"})
    void readsLinesInUtf8ThatAreSaidToBeWide(String charset) throws IOException {
        Document document = new Document("inbox", "in/x", "x", Optional.of(Charset.forName(charset)));

        reader.read(in("{\"text\":\"a\"}\n{\"text\":\"b\"}"), "application/x-ndjson", document, intake);

        assertThat(intake.texts()).containsExactly("a", "b");
        assertThat(intake.notices).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Paris] The minister said so.", "{ is a brace\nand so on", "{\"a\": the word\n}"})
    void takesWhatOnlyBeginsLikeJsonAsText(String text) throws IOException {
        read(text);

        assertThat(intake.texts()).containsExactly(text);
    }

    @Test
    void handsOnALineBeforeTheNextOneIsThere() throws IOException {
        InputStream then = new InputStream() {
            @Override
            public int read() {
                assertThat(intake.texts()).containsExactly("one");
                return -1;
            }
        };

        reader.read(
                new SequenceInputStream(in("{\"text\":\"one\"}\n"), then),
                new Document("inbox", "stdin", null),
                intake);

        assertThat(intake.texts()).containsExactly("one");
    }

    @Test
    void refusesADocumentOfAFormatThatIsTooLongWithoutReadingItToItsEnd() throws IOException {
        AtomicLong given = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                given.incrementAndGet();
                return 'a';
            }
        };

        reader.read(
                new SequenceInputStream(new ByteArrayInputStream("ZCZC".getBytes(StandardCharsets.UTF_8)), endless),
                new Document("inbox", "in/x", "x"),
                intake);

        assertThat(intake.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).containsPattern("at least 2\\d{4} bytes");
            assertThat(refusal.wayOut()).contains("ingest.max.document.bytes");
        });
        assertThat(given.get()).isLessThan(MAX_DOCUMENT + 20_000);
    }

    @Test
    void readsADocumentOfAFormatThatIsLongerThanAText() throws IOException {
        read("ZCZC" + "a".repeat(MAX_DOCUMENT - 4));

        assertThat(wire.contents)
                .singleElement()
                .satisfies(content -> assertThat(content).hasSize(MAX_DOCUMENT));
    }

    @Test
    void readsAsAFormatWhatHasOneLineTooLongForAStatement() throws IOException {
        StatementReader small = new StatementReader(10, 200_000, List.of(wire), Reading.CLOCK);
        String json = "{\"body\":\"" + "a".repeat(100_000) + "\"}";

        small.read(in(json), new Document("inbox", "in/x", "x"), intake);

        assertThat(wire.contents).containsExactly(json);
    }

    @ParameterizedTest
    @CsvSource({
        "x/wire, wire",
        "X/Wire; charset=utf-8, wire",
        "text/plain, text",
        "application/json, json",
        "application/octet-stream, jsonl"
    })
    void takesWhoeverSaysTheMediaTypeAtTheirWord(String mediaType, String format) throws IOException {
        assertThat(reader.mediaTypes()).contains(mediaType.replaceAll(";.*", "").toLowerCase(Locale.ROOT));

        reader.read(in("{\"text\":\"a\"}"), mediaType, new Document("inbox", "in/x", "x"), intake);

        assertThat(intake.statements)
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.getOrigin().getFormat()).isEqualTo(format));
    }

    @Test
    void readsNothingOfAMediaTypeThatNobodyKnows() throws IOException {
        InputStream in = in("text");

        assertThatThrownBy(() -> reader.read(in, "image/png", new Document("inbox", "in/x", "x"), intake))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(in.available()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void refusesWhatIsSaidToBeJsonAndIsNone(String mediaType) throws IOException {
        reader.read(in("some text"), mediaType, new Document("inbox", "in/x", "x"), intake);

        assertThat(intake.statements).isEmpty();
        assertThat(intake.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("no valid JSON"));
    }

    @Test
    void readsLinesThatAreSaidToBeJsonAlthoughTheFirstOneIsBad() throws IOException {
        reader.read(in("oops\n{\"text\":\"a\"}\n"), "application/x-ndjson", new Document("inbox", "in/x", "x"), intake);

        assertThat(intake.texts()).containsExactly("a");
        assertThat(intake.refusals).extracting(Refusal::place).containsExactly("in/x:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"été", "{\"text\":\"été\"}"})
    void followsTheEncodingThatComesWithADocument(String text) throws IOException {
        Document document = new Document("inbox", "in/x", "x", Optional.of(Charset.forName("windows-1252")));

        reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), document, intake);

        assertThat(intake.texts()).containsExactly("été");
        assertThat(intake.notices).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[", "{\"text\":[", "{\"a\":"})
    @Timeout(20)
    void survivesJsonThatIsNestedWithoutEnd(String open) throws IOException {
        read(open.repeat(100_000));
        read((open + "\n").repeat(100_000));
        reader.read(in(open.repeat(100_000)), "application/json", new Document("inbox", "in/x", "x"), intake);

        assertThat(intake.statements).isEmpty();
        assertThat(intake.refusals).isNotEmpty();
    }

    private void read(String text) throws IOException {
        reader.read(in(text), new Document("inbox", "in/x", "x"), intake);
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes each document as one statement, and remembers it. */
    private static final class FakeFormat implements Format {

        private final String name;
        private final Predicate<String> known;
        private final List<String> contents = new ArrayList<>();

        FakeFormat(String name, Predicate<String> known) {
            this.name = name;
            this.known = known;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> mediaTypes() {
            return Set.of("x/" + name);
        }

        @Override
        public boolean recognises(Beginning beginning) {
            return known.test(beginning.text());
        }

        @Override
        public void read(byte[] content, Document document, Intake intake) {
            try {
                Decoder.Decoded decoded = Decoder.decode(content, document.charset());
                contents.add(decoded.text());
                intake.take(
                        new Draft(Map.of(), List.of(), decoded.text())
                                .statement(document, name, decoded.charset(), content, Reading.NOW),
                        document.place());
            } catch (Refused e) {
                intake.refuse(e.at(document.source(), document.place()));
            }
        }
    }
}
