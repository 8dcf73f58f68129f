// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.RecordingIntake;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Iptc7901Test {

    private static final String MESSAGE = "\u0001abc0123 3 pl 41  acm 0456\r\n\r\nVerkehr/Lyon/\r\n\u0002(Eil)\r\n"
            + "Straßenbahn fährt wieder\r\nVon Anna Müller, acm\r\n(Foto) =\r\n\r\n"
            + "Lyon (acm) - Die Straßenbahn fährt nach langer Pause wieder\r\n- und das sehr zur Freude aller, "
            + "sagte die\r\nBürgermeisterin.\r\n\r\nSie kostet 3 Euro.\r\n\r\n# Notizblock\r\n- [Seite](https://example.com)"
            + "\r\n\r\nacm am\u0003\r\n241205 Sep 24\r\n\u0004";

    @Test
    void readsAMessage() {
        RawStatement statement = only(WireReading.read(WireReading.IPTC7901, MESSAGE));

        assertThat(statement.getSourceItemId()).isEqualTo("abc0123 2024-09-24");
        assertThat(statement.getTitle()).isEqualTo("Straßenbahn fährt wieder");
        assertThat(statement.getIssued()).isEqualTo("2024-09-24T12:05");
        assertThat(statement.getCategories()).containsExactly("iptc7901:pl", "Verkehr", "Lyon");
        assertThat(statement.getText())
                .isEqualTo(
                        "Lyon (acm) - Die Straßenbahn fährt nach langer Pause wieder - und das sehr zur Freude aller,"
                                + " sagte die Bürgermeisterin.\n\nSie kostet 3 Euro.");
        assertThat(statement.getOrigin().getFormat()).isEqualTo("iptc7901");
    }

    @Test
    void readsAMessageWhoseControlCharactersAreLost() {
        RawStatement statement =
                only(WireReading.read(WireReading.IPTC7901, MESSAGE.replaceAll("[\u0001-\u0004]", "")));

        assertThat(statement.getSourceItemId()).isEqualTo("abc0123 2024-09-24");
        assertThat(statement.getTitle()).isEqualTo("Straßenbahn fährt wieder");
        assertThat(statement.getCategories()).containsExactly("iptc7901:pl", "Verkehr", "Lyon");
        assertThat(statement.getText()).startsWith("Lyon (acm) -").endsWith("3 Euro.");
    }

    @Test
    void readsSeveralMessages() {
        RecordingIntake intake = WireReading.read(
                WireReading.IPTC7901, "\u0016\u0016" + MESSAGE + "\r\n\u0016" + MESSAGE.replace("0123", "0124"));

        assertThat(intake.refusals).isEmpty();
        assertThat(intake.statements)
                .extracting(RawStatement::getSourceItemId)
                .containsExactly("abc0123 2024-09-24", "abc0124 2024-09-24");
    }

    @Test
    void readsAHeadlineSetApartAndIndentedParagraphs() {
        RawStatement statement = only(WireReading.read(
                WireReading.IPTC7901,
                "\u0001abc0123 3 s 41 x\nTram\n\u0002Tram runs again\n   LYON, Feb 3 AP - The tram runs\nagain.\n"
                        + "   It costs 3 euros.\n\u0003030405 GMT Feb 2026\n"));

        assertThat(statement.getTitle()).isEqualTo("Tram runs again");
        assertThat(statement.getIssued()).isEqualTo("2026-02-03T04:05Z");
        assertThat(statement.getText()).isEqualTo("LYON, Feb 3 AP - The tram runs again.\n\nIt costs 3 euros.");
    }

    @Test
    void keepsTablesAndLists() {
        RawStatement statement = only(WireReading.read(
                WireReading.IPTC7901,
                "\u0001abc0123 3 s 41\n\u0002Text.\n\nA      1\nB      2\n\n- one\n- two\n  lines\n\u0003"));

        assertThat(statement.getText()).isEqualTo("Text.\n\nA      1\nB      2\n\n- one\n- two lines");
    }

    @Test
    void leavesOutWhatIsNotForPublication() {
        RawStatement statement = only(WireReading.read(
                WireReading.IPTC7901,
                "\u0001abc0123 3 s 41\n\u0002Text.\n\n* * * *\nThe following information is not for publication\n"
                        + "Call 555.\n\u0003"));

        assertThat(statement.getText()).isEqualTo("Text.");
    }

    @Test
    void guessesTheEncoding() {
        RecordingIntake intake =
                WireReading.read(WireReading.IPTC7901, MESSAGE.getBytes(Charset.forName("windows-1252")));

        assertThat(only(intake).getTitle()).isEqualTo("Straßenbahn fährt wieder");
        assertThat(intake.notices)
                .extracting(Notice::message)
                .first()
                .asString()
                .contains("a guess");
    }

    @Test
    void readsTheTextBehindAHeaderThatItDoesNotKnow() {
        RecordingIntake intake = WireReading.read(WireReading.IPTC7901, "\u0001V0 17 odd\n\u0002Text here.\n\u0003");

        assertThat(intake.texts()).containsExactly("Text here.");
        assertThat(intake.notices)
                .extracting(Notice::message)
                .first()
                .asString()
                .contains("header");
    }

    @Test
    void isToldByItsControlsOrItsHeader() {
        assertThat(recognises(MESSAGE)).isTrue();
        assertThat(recognises("\u0016\u0016\u0001x\n\u0002text")).isTrue();
        assertThat(recognises("bdt0123 3 pl 831  dpa 0456\r\n\r\nKey/\r\n")).isTrue();
        assertThat(recognises("\u0001\u0000\u0000binary")).isFalse();
        assertThat(recognises("Text 3 pl 831")).isFalse();
        assertThat(recognises("abc0123 says hello")).isFalse();
    }

    @Test
    void refusesAMessageWithoutText() {
        assertThat(WireReading.read(WireReading.IPTC7901, "\u0001abc0123 3 s 41\n\u0002\u0003").refusals)
                .hasSize(1);
        assertThat(WireReading.read(WireReading.IPTC7901, "\u0001").refusals).hasSize(1);
    }

    private static boolean recognises(String beginning) {
        return WireReading.IPTC7901.recognises(Beginning.of(beginning.getBytes(StandardCharsets.UTF_8)));
    }

    private static RawStatement only(RecordingIntake intake) {
        assertThat(intake.refusals).isEmpty();
        assertThat(intake.statements).hasSize(1);
        return intake.statements.get(0);
    }
}
