// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.JsonObjectReader.JsonStatement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

/** What is cut out of JSON is what a parser and the cleaning of text would have made of it. */
class JsonTextTest {

    private static final String LONG = "Le président a déclaré : « Plus de 1 200 personnes. » ".repeat(6);

    private final JsonObjectReader objects = new JsonObjectReader();

    @Property(tries = 5_000)
    void aLineIsReadAsItsStringIs(@ForAll("lines") String line) throws IOException {
        Optional<JsonStatement> cut = objects.read(line.getBytes(StandardCharsets.UTF_8));
        Optional<JsonStatement> whole;
        try {
            whole = Optional.of(objects.read(line));
        } catch (Refused e) {
            whole = Optional.empty();
        }
        assertThat(cut.map(JsonTextTest::told)).isEqualTo(whole.map(JsonTextTest::told));
    }

    /** Fields, categories, unknown fields, and the text with what is to be said of it. */
    private static List<Object> told(JsonStatement json) {
        List<String> notes = new ArrayList<>();
        try {
            Draft draft = new JsonDrafts(new TextLimit(1_000_000)).draft(json, notes);
            return List.of(
                    draft.fields(),
                    draft.categories(),
                    json.unknown(),
                    draft.text().toString(),
                    notes);
        } catch (Refused e) {
            return List.of(e.getMessage());
        }
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> parts = Arbitraries.of(
                        LONG,
                        "mots ",
                        "é",
                        "—",
                        " ",
                        "\u00A0",
                        "\u2003",
                        "\u2028",
                        "\uFEFF",
                        "\uFFFD",
                        "\u007F",
                        "\u0085",
                        "\uD83D\uDE00",
                        "\t",
                        "\u0001",
                        "\\n",
                        "\\t",
                        "\\r\\n",
                        "\\\"",
                        "\\\\",
                        "\\/",
                        "\\u00e9",
                        "\\ud83d",
                        "\\b",
                        "\\x",
                        "\\")
                .list()
                .ofMaxSize(2)
                .map(list -> String.join("", list));
        Arbitrary<String> values = Combinators.combine(parts, Arbitraries.of("", LONG), parts)
                .as((start, middle, end) -> '"' + start + middle + end + '"');
        Arbitrary<String> others =
                Arbitraries.of("null", "7", "[\"a\", \"b\"]", "{\"text\": \"" + LONG + "\"}", "\"" + LONG);
        Arbitrary<String> names =
                Arbitraries.of("text", "text", "text", "title", "id", "other", "categories", LONG.strip());
        return Combinators.combine(names, Arbitraries.frequencyOf(Tuple.of(6, values), Tuple.of(1, others)))
                .as((name, value) -> '"' + name + "\": " + value)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(members -> "{" + String.join(", ", members) + "}");
    }

    @Test
    void whatIsCutOutIsNotMadeAString() throws IOException {
        JsonStatement json = objects.read(
                        ("{\"id\": \"a\", \"text\": \" " + LONG + "\\n\"}").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        assertThat(json.cleanText())
                .hasValueSatisfying(text -> assertThat(text.toString()).isEqualTo(LONG.strip()));
        assertThat(json.fields()).doesNotContainKey(Field.TEXT);
    }

    /** A parser takes characters that are written longer than need be, and what is beyond Unicode. */
    @Test
    void whatIsIllFormedIsNotReadWhereverItStands() throws IOException {
        for (String bad :
                List.of("\u00C0\u0080", "\u00E0\u0080\u0080", "\u00ED\u00A0\u0080", "\u00F5\u0080\u0080\u0080")) {
            for (String line : List.of(
                    "{\"title\": \"" + bad + "\", \"text\": \"" + "a".repeat(300) + "\"}",
                    "{\"text\": \"" + "a".repeat(300) + bad + "\"}",
                    "{\"text\": \"" + bad + "\"}")) {
                assertThat(objects.read(line.getBytes(StandardCharsets.ISO_8859_1)))
                        .as(line)
                        .isEmpty();
            }
        }
    }

    /** What is of two or four bytes a character is UTF-8 with NULs, too: somebody else tells what it is, and says so. */
    @Test
    void whatIsOfWiderCharactersIsNotRead() throws IOException {
        byte[] utf16 = "{\"text\": \"a\"}".getBytes(StandardCharsets.UTF_16LE);
        byte[] utf32 = "{\"text\": \"a\"}".getBytes(Charset.forName("UTF-32LE"));

        for (byte[] line : List.of(utf16, utf32, Arrays.copyOf(utf32, 5))) {
            assertThat(objects.read(line)).isEmpty();
        }
    }

    @Test
    void aByteOrderMarkInsideADocumentIsNoPartOfItsLine() throws IOException {
        assertThat(objects.read("\uFEFF{\"text\": \"a\"}".getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    @Test
    void aStatementOfUtf8IsWrittenAsAnyOther() throws Exception {
        byte[] line = ("{\"id\": \"a\", \"text\": \"" + LONG + "\"}").getBytes(StandardCharsets.UTF_8);
        Document document = new Document("push", "/statements", null);
        JsonDrafts drafts = new JsonDrafts(new TextLimit(1_000_000));
        RawStatement cut = statement(drafts.draft(objects.read(line).orElseThrow(), new ArrayList<>()), document, line);
        RawStatement whole = statement(
                drafts.draft(objects.read(new String(line, StandardCharsets.UTF_8)), new ArrayList<>()),
                document,
                line);

        assertThat(cut).isInstanceOf(Utf8Statement.class);
        assertThat(whole).isExactlyInstanceOf(RawStatement.class);
        assertThat(cut.getText()).isEqualTo(whole.getText());
        assertThat(written(cut)).isEqualTo(written(whole));
    }

    private static RawStatement statement(Draft draft, Document document, byte[] line) throws Refused {
        return draft.statement(document, "jsonl", StandardCharsets.UTF_8, line, Instant.EPOCH);
    }

    private static byte[] written(RawStatement statement) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(RawStatement.class).write(statement, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
