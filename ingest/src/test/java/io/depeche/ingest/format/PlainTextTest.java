// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.event.StatementStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void readsTheSeed() throws IOException {
        byte[] seed = Files.readAllBytes(Path.of("..", "samples", "2023-01-23-latchine.fr.txt"));

        RecordingIntake intake = Reading.bytes(seed);

        RawStatement statement = intake.statements.get(0);
        assertThat(statement.getIssued()).isEqualTo("2023-01");
        assertThat(statement.getText())
                .startsWith("Le Président de la République")
                .endsWith("téléphonique.");
        assertThat(statement.getOrigin().getCharset()).isEqualTo("UTF-8");
        assertThat(statement.getOrigin().getFormat()).isEqualTo("text");
        assertThat(statement.getOrigin().getSha256()).isEqualTo(Sha256.hex(seed));
        assertThat(intake.refusals).isEmpty();
        assertThat(intake.notices).isEmpty();
    }

    @Test
    void tellsWhereAndWhenItWasRead() {
        RawStatement statement = Reading.text("some text").statements.get(0);

        assertThat(statement.getId()).isEqualTo(StatementId.of("inbox", "news.txt", "some text"));
        assertThat(statement.getSource()).isEqualTo("inbox");
        assertThat(statement.getSourceItemId()).isEqualTo("news.txt");
        assertThat(statement.getReceivedAt()).isEqualTo(Reading.NOW);
        assertThat(statement.getStatus()).isEqualTo(StatementStatus.NEW);
        assertThat(statement.getMediaType()).isEqualTo("text/plain");
        assertThat(statement.getOrigin().getFetchedFrom()).isEqualTo("in/news.txt");
    }

    @Test
    void takesTheHeaderOver() {
        RawStatement statement = Reading.text("title: T\nlanguage: fr\nstatus: UPDATE\nversion: 3\n\nCorps")
                .statements
                .get(0);

        assertThat(statement.getTitle()).isEqualTo("T");
        assertThat(statement.getLanguage()).isEqualTo("fr");
        assertThat(statement.getStatus()).isEqualTo(StatementStatus.UPDATE);
        assertThat(statement.getVersion()).isEqualTo("3");
        assertThat(statement.getText()).isEqualTo("Corps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "\uFEFF", "\u00A0"})
    void refusesAnEmptyText(String text) {
        RecordingIntake intake = Reading.text(text);

        assertThat(intake.statements).isEmpty();
        assertThat(intake.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.place()).isEqualTo("in/news.txt");
            assertThat(refusal.reason()).contains("no text");
        });
    }

    @ParameterizedTest
    @CsvSource({"%PDF-1.7 text, PDF", "PK\3\4 text, ZIP", "{\\rtf1 text, RTF", "GIF89a text, GIF"})
    void saysWhatABinaryFileLooksLike(String start, String kind) {
        assertThat(Reading.text(start).refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).contains("not text", kind);
            assertThat(refusal.wayOut()).isNotBlank();
        });
    }

    @Test
    void refusesWhatIsRiddledWithControlCharacters() {
        assertThat(Reading.text("a\1b\2c\3d\4").refusals)
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("not text");
    }

    @Test
    void saysWhatItMended() {
        RecordingIntake intake = Reading.text("some text with a bell\u0007 in it");

        assertThat(intake.texts()).containsExactly("some text with a bell  in it");
        assertThat(intake.notices)
                .singleElement()
                .isEqualTo(new Notice("inbox", "in/news.txt", "the text had control characters (1), now spaces"));
    }

    @Test
    void takesATextOfTheLimitAndRefusesALongerOneNamingSizeAndSetting() {
        byte[] longest = ("date 2023-01 " + "é".repeat(500) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] longer = ("date 2023-01 " + "é".repeat(500) + "a").getBytes(StandardCharsets.UTF_8);

        assertThat(Reading.stream(new ByteArrayInputStream(longest), 1000).statements)
                .hasSize(1);
        assertThat(Reading.stream(new ByteArrayInputStream(longer), 1000).refusals)
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).contains("1001 bytes");
                    assertThat(refusal.wayOut()).contains("ingest.max.text.bytes (now 1000)");
                });
    }

    @Test
    void doesNotReadAHugeFileToItsEnd() {
        AtomicLong given = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                given.incrementAndGet();
                return 'a';
            }
        };

        RecordingIntake intake = Reading.stream(endless, 1000);

        assertThat(intake.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.wayOut()).contains("ingest.max.text.bytes"));
        assertThat(given.get()).isLessThan(100_000);
    }

    @Test
    void namesTheSizeOfAHugeFile(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.txt");
        Files.write(huge, new byte[20 * 1024 * 1024 + 1]);

        try (InputStream in = Files.newInputStream(huge)) {
            assertThat(Reading.stream(in, Reading.LIMIT).refusals)
                    .singleElement()
                    .extracting(Refusal::reason)
                    .asString()
                    .contains("20971521 bytes");
        }
    }

    @Test
    void takesWhatStartsLikeJsonAndIsNone() {
        RecordingIntake intake = Reading.text("{1} is a footnote\nof a text");

        assertThat(intake.texts()).containsExactly("{1} is a footnote\nof a text");
        assertThat(intake.notices)
                .singleElement()
                .extracting(Notice::message)
                .asString()
                .contains("column 2");
    }
}
