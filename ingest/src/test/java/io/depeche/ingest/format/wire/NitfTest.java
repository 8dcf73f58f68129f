// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.event.StatementStatus;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.RecordingIntake;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NitfTest {

    private static final String DOCTYPE = "<!DOCTYPE nitf SYSTEM 'http://www.nitf.org/IPTC/NITF/3.4/nitf-3-4.dtd'>";

    @ParameterizedTest
    @ValueSource(strings = {"", DOCTYPE, "<?xml version='1.0'?>" + DOCTYPE})
    void readsADocumentWithOrWithoutDocumentType(String prolog) {
        RecordingIntake intake = WireReading.read(
                WireReading.NITF,
                prolog + "<nitf xml:lang='en'><head><title>T</title><tobject>"
                        + "<tobject.subject tobject.subject.refnum='11000000' tobject.subject.type='Politics'/>"
                        + "<tobject.subject tobject.subject.refnum='20000822'/>"
                        + "<tobject.subject tobject.subject.type='Tram'/></tobject>"
                        + "<docdata><doc-id id-string='a.b.c'/><date.issue norm='20260203T101500+0100'/>"
                        + "<du-key version='3'/><doc.copyright year='2026' holder='Acme'/></docdata></head><body>"
                        + "<body.head><hedline><hl1>Tram <em>runs</em></hl1><hl2>And how</hl2></hedline>"
                        + "<byline>By Ann</byline><dateline><location>Lyon</location>, Feb 3</dateline>"
                        + "<abstract><p>Short.</p></abstract></body.head><body.content><p>It runs.</p>"
                        + "<media media-type='image'><media-reference source='a.jpg'/><media-caption>A tram"
                        + "</media-caption></media><hl2>Later</hl2><p>It rests.</p></body.content>"
                        + "<body.end><tagline>ann</tagline></body.end></body></nitf>");
        RawStatement statement = intake.statements.get(0);

        assertThat(intake.refusals).isEmpty();
        assertThat(statement.getSourceItemId()).isEqualTo("a.b.c");
        assertThat(statement.getTitle()).isEqualTo("Tram runs");
        assertThat(statement.getText()).isEqualTo("Lyon, Feb 3\n\nAnd how\n\nIt runs.\n\nLater\n\nIt rests.");
        assertThat(statement.getLanguage()).isEqualTo("en");
        assertThat(statement.getIssued()).isEqualTo("2026-02-03T10:15:00+0100");
        assertThat(statement.getVersion()).isEqualTo("3");
        assertThat(statement.getRights()).isEqualTo("Copyright 2026 Acme");
        assertThat(statement.getCategories()).containsExactly("subj:11000000", "medtop:20000822", "Tram");
        assertThat(statement.getMediaType()).isEqualTo("text/vnd.IPTC.NITF");
    }

    @ParameterizedTest
    @CsvSource({
        "usable, , NEW",
        "canceled, , WITHDRAWN",
        "withheld, , WITHDRAWN",
        "usable, <correction info='x'/>, CORRECTION",
    })
    void carriesOverItsStatus(String status, String docdata, StatementStatus expected) {
        RecordingIntake intake = read("management-status='" + status + "'", docdata == null ? "" : docdata);

        assertThat(intake.statements).extracting(RawStatement::getStatus).containsExactly(expected);
    }

    @Test
    void withdrawsTheDocumentThatItCancels() {
        RecordingIntake intake = read("management-doc-idref='old' management-idref-status='canceled'", "");

        assertThat(intake.statements).extracting(RawStatement::getSourceItemId).containsExactly("old", "id");
        assertThat(intake.statements)
                .extracting(RawStatement::getStatus)
                .containsExactly(StatementStatus.WITHDRAWN, StatementStatus.NEW);
    }

    @Test
    void holdsADocumentUntilItsRelease() {
        assertThat(read("", "<date.release norm='20260203T040507Z'/>").statements)
                .extracting(RawStatement::getEmbargo)
                .containsExactly(Instant.parse("2026-02-03T04:05:07Z"));
        assertThat(read("management-status='embargoed'", "").refusals).hasSize(1);
        assertThat(read("", "<date.release norm='20260203T040506Z'/>").texts()).containsExactly("Text.");
    }

    @Test
    void takesTheAbstractWhereThereIsNothingElse() {
        assertThat(WireReading.read(
                                WireReading.NITF,
                                "<nitf><body><body.head><abstract><p>Short.</p></abstract></body.head></body></nitf>")
                        .texts())
                .containsExactly("Short.");
    }

    @Test
    void isToldByItsRoot() {
        assertThat(recognises(DOCTYPE + "<nitf>")).isTrue();
        assertThat(recognises("<nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'>"))
                .isTrue();
        assertThat(recognises("<html>")).isFalse();
        assertThat(WireReading.read(WireReading.NITF, "<html/>").refusals).hasSize(1);
    }

    private static boolean recognises(String beginning) {
        return WireReading.NITF.recognises(Beginning.of(beginning.getBytes(StandardCharsets.UTF_8)));
    }

    private static RecordingIntake read(String attributes, String docdata) {
        return WireReading.read(
                WireReading.NITF,
                "<nitf><head><docdata " + attributes + "><doc-id id-string='id'/>" + docdata
                        + "</docdata></head><body><body.content><p>Text.</p></body.content></body></nitf>");
    }
}
