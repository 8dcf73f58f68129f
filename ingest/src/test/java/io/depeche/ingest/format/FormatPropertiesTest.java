// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormatPropertiesTest {

    @Property
    void anyBytesYieldStatementsOrRefusals(@ForAll byte[] bytes) {
        check(Reading.bytes(bytes));
    }

    @Property
    void anyAlmostTextYieldsStatementsOrRefusals(@ForAll("almostText") String text) {
        check(Reading.text(text));
        check(Reading.bytes(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)));
    }

    @Property
    void anyDocumentOfAnyFormatYieldsStatementsOrRefusals(@ForAll("documents") String text) {
        RecordingIntake intake = AllFormats.read(text.getBytes(StandardCharsets.ISO_8859_1));

        check(intake);
        assertThat(intake.statements.size() + intake.refusals.size()).isGreaterThan(0);
    }

    @Property
    void anyDocumentThatIsSaidToBeOfAFormatYieldsStatementsOrRefusals(
            @ForAll("mediaTypes") String mediaType, @ForAll byte[] bytes) {
        check(AllFormats.read(bytes, mediaType));
    }

    @Provide
    Arbitrary<String> mediaTypes() {
        return Arbitraries.of(
                "text/plain",
                "application/json",
                "application/x-ndjson",
                "text/html",
                "text/markdown",
                "application/zip");
    }

    @Provide
    Arbitrary<String> documents() {
        return Combinators.combine(
                        Arbitraries.of(
                                "", "<!doctype html>", "# a\n", "---\ntitle: b\n", "PK\3\4", "{\n", "{", "[", "<p>"),
                        Arbitraries.of(
                                        "a",
                                        "\n",
                                        "<b>",
                                        "</p>",
                                        "<script>",
                                        "\"text\":",
                                        "\"x\"",
                                        "}",
                                        "]",
                                        ",",
                                        "**",
                                        "> ",
                                        "PK\1\2",
                                        "PK\5\6",
                                        "\0\0\0\0",
                                        "\u00E9",
                                        "\u00C3\u00A9",
                                        "&#1;",
                                        "---\n",
                                        "&eacute;",
                                        "```",
                                        "\u0007",
                                        "\r")
                                .list()
                                .ofMaxSize(30)
                                .map(parts -> String.join("", parts)))
                .as((start, rest) -> start + rest);
    }

    @Property
    void anyJsonStringYieldsAStatementOrARefusal(@ForAll("almostText") String text) {
        StringBuilder line = new StringBuilder("{\"text\":\"");
        text.chars().forEach(c -> line.append(String.format("\\u%04x", c)));

        RecordingIntake intake = Reading.text(line + "\"}\n");

        check(intake);
        assertThat(intake.statements.size() + intake.refusals.size()).isEqualTo(1);
    }

    @Property
    void aHeaderNeverTakesTextAway(@ForAll("headers") String header, @ForAll("bodies") String body) {
        String text = CleanText.of(header + body).text();

        Header read = Header.read(text);

        assertThat(read.text()).endsWith(CleanText.trim(body));
        if (read.fields().isEmpty()) {
            assertThat(read.text()).isEqualTo(text);
        }
    }

    @Property
    void aTextWithoutKnownKeysIsAllText(@ForAll("bodies") String body) {
        String text = CleanText.of("Note " + body).text();

        assertThat(Header.read(text).text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> almostText() {
        return Arbitraries.of(
                        "a",
                        "é",
                        "\0",
                        "\u0007",
                        "\u0085",
                        "\r",
                        "\n",
                        "\t",
                        " ",
                        "\u2028",
                        "\uFEFF",
                        "\uFFFD",
                        "\uD800",
                        "\uDC00",
                        "\uD83D\uDE00",
                        "{",
                        "}",
                        "\"",
                        ":",
                        "date ",
                        "2023-01",
                        "title: x\n",
                        "mots et mots")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(
                        "date 2023-01 ",
                        "Date: 2023 ",
                        "date 2023-13 ",
                        "title: a\n",
                        "date: 2023-01\n",
                        "language: f_r\n",
                        "title a\n",
                        "language fr\n",
                        "Note: b\n",
                        "\n",
                        " ",
                        "status: NEW\n")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.strings()
                .withChars("abcé ,.\n")
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(body -> "Le " + body + ".");
    }

    private static void check(RecordingIntake intake) {
        for (RawStatement statement : intake.statements) {
            String text = statement.getText();
            assertThat(text).isEqualTo(CleanText.trim(text)).isNotEmpty();
            assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(text);
            assertThat(text.chars().filter(Character::isISOControl).boxed().toList())
                    .isSubsetOf(List.of((int) '\t', (int) '\n'));
        }
        assertThat(intake.refusals).allSatisfy(refusal -> {
            assertThat(refusal.reason()).isNotBlank();
            assertThat(refusal.wayOut()).isNotBlank();
        });
    }
}
