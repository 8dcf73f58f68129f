// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.event.StatementStatus;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.RecordingIntake;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsTest {

    @Test
    void readsVersion1() {
        RecordingIntake intake = WireReading.read(WireReading.NINJS, WireReading.sample("ninjs/complex-1.4.json"));
        RawStatement statement = only(intake);

        assertThat(statement.getSourceItemId()).isEqualTo("http://ninjs.example.com/newsitems/20130709cplx123");
        assertThat(statement.getUrl()).isEqualTo(statement.getSourceItemId());
        assertThat(statement.getTitle()).isEqualTo("Captain of wrecked cruise ship on trial in Italy");
        assertThat(statement.getLanguage()).isEqualTo("en");
        assertThat(statement.getIssued()).isEqualTo("2013-07-09T10:37:00Z");
        assertThat(statement.getRights()).startsWith("Copyright 2013 The News Agency");
        assertThat(statement.getText().split("\n\n")).hasSize(4);
        assertThat(statement.getText()).doesNotContain("Giglio, Italy, Monday");
        assertThat(intake.notices)
                .extracting(Notice::message)
                .first()
                .asString()
                .endsWith("left out: 1");
    }

    @Test
    void readsVersion2() {
        RawStatement statement = only(WireReading.read(WireReading.NINJS, WireReading.sample("ninjs/text-2.1.json")));

        assertThat(statement.getTitle()).isEqualTo("Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?");
        assertThat(statement.getVersion()).isEqualTo("2");
        assertThat(statement.getText())
                .startsWith("Für Lucien Favre war es «der größte Skandal")
                .doesNotContain("<")
                .contains(".\n\nAuf Hinweis");
    }

    @Test
    void readsVersion3WithItsPictureLeftOut() {
        RawStatement statement = only(WireReading.read(WireReading.NINJS, WireReading.sample("ninjs/text-3.0.json")));

        assertThat(statement.getTitle()).isEqualTo("Militärövning i jätteformat hålls 2023");
        assertThat(statement.getText())
                .startsWith("Försvar TT\n\nPandemin satte stopp")
                .doesNotContain("Arkivbild")
                .doesNotContain("Karl Melander")
                .doesNotContain(statement.getTitle());
    }

    @Test
    void readsAnItemALineAndAnArrayOfThem() {
        String item = "{\"uri\":\"%s\",\"type\":\"text\",\"body_text\":\"Text %s.\"}";
        String lines = item.formatted("a", "a") + "\n" + item.formatted("b", "b") + "\n";
        String array = "[" + item.formatted("a", "a") + "," + item.formatted("b", "b") + "]";

        assertThat(WireReading.read(WireReading.NINJS, lines).texts()).containsExactly("Text a.", "Text b.");
        assertThat(WireReading.read(WireReading.NINJS, array).texts()).containsExactly("Text a.", "Text b.");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"pubstatus\":\"usable\"', NEW",
        "'\"pubStatus\":\"canceled\"', WITHDRAWN",
        "'\"pubStatus\":\"http://cv.iptc.org/newscodes/pubstatusg2/canceled\"', WITHDRAWN",
        "'\"signals\":[{\"uri\":\"http://cv.iptc.org/newscodes/signal/correction\"}]', CORRECTION",
        "'\"signal\":[{\"code\":\"update\",\"scheme\":\"http://cv.iptc.org/newscodes/signal/\"}]', UPDATE"
    })
    void carriesOverStatusAndSignals(String member, StatementStatus expected) {
        RecordingIntake intake =
                WireReading.read(WireReading.NINJS, "{\"uri\":\"a\",\"body_text\":\"Text.\"," + member + "}");

        assertThat(only(intake).getStatus()).isEqualTo(expected);
    }

    @Test
    void carriesOverSubjectsOfAllVersions() {
        RecordingIntake intake = WireReading.read(
                WireReading.NINJS,
                "{\"uri\":\"a\",\"body_text\":\"Text.\",\"subject\":[{\"code\":\"11000000\",\"scheme\":"
                        + "\"http://cv.iptc.org/newscodes/mediatopic/\"},{\"code\":\"x\",\"scheme\":\"acme\"},"
                        + "{\"name\":\"n\"}],\"subjects\":[{\"uri\":\"http://cv.iptc.org/newscodes/subjectcode/1\"},"
                        + "{\"literal\":\"l\",\"name\":\"m\"}]}");

        assertThat(only(intake).getCategories()).containsExactly("medtop:11000000", "acme:x", "n", "subj:1", "l");
    }

    @Test
    void carriesItsEmbargoAndHasWhatComesWithItHeldAsLong() {
        RecordingIntake intake = WireReading.read(
                WireReading.NINJS,
                "{\"uri\":\"a\",\"type\":\"text\",\"body_text\":\"Text.\",\"embargoed\":\"2026-02-03T05:00:00Z\","
                        + "\"associations\":{\"b\":{\"uri\":\"b\",\"type\":\"text\",\"body_text\":\"More.\"}}}");

        assertThat(intake.statements)
                .extracting(RawStatement::getEmbargo)
                .containsExactly(Instant.parse("2026-02-03T05:00:00Z"), Instant.parse("2026-02-03T05:00:00Z"));
    }

    @Test
    void makesStatementsOfAssociatedTextsOnly() {
        RecordingIntake intake = WireReading.read(
                WireReading.NINJS,
                "{\"uri\":\"a\",\"type\":\"text\",\"body_text\":\"Text.\",\"associations\":["
                        + "{\"name\":\"box\",\"uri\":\"b\",\"type\":\"text\",\"body_text\":\"Box.\"},"
                        + "{\"name\":\"none\",\"type\":\"text\",\"body_text\":\"Without a uri.\"},"
                        + "{\"name\":\"link\",\"uri\":\"c\",\"type\":\"text\",\"headline\":\"Only linked\"},"
                        + "{\"name\":\"pic\",\"uri\":\"d\",\"type\":\"picture\",\"body_text\":\"Caption.\"}]}");

        assertThat(intake.texts()).containsExactly("Text.", "Box.");
        assertThat(intake.statements).extracting(RawStatement::getSourceItemId).containsExactly("a", "b");
        assertThat(intake.notices)
                .extracting(Notice::message)
                .containsExactly("item \"a\" has associated items without text, left out: 3");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"type\":\"picture\",\"body_text\":\"Caption.\"', its type is picture",
        "'\"type\":\"event\",\"bodies\":[{\"value\":\"At ten.\"}]', its type is event",
        "'\"eventDetails\":{\"dates\":{}},\"bodies\":[{\"value\":\"At ten.\"}]', its type is event",
        "'\"headline\":\"Only that\"', it has no body"
    })
    void leavesOutWithAReasonWhatIsNoText(String members, String reason) {
        RecordingIntake intake = WireReading.read(WireReading.NINJS, "{\"uri\":\"a\"," + members + "}");

        assertThat(intake.statements).isEmpty();
        assertThat(intake.refusals).isEmpty();
        assertThat(intake.notices)
                .extracting(Notice::message)
                .first()
                .asString()
                .contains(reason);
    }

    @Test
    void prefersHtmlThenNitfThenPlainText() {
        String plain = "{\"contentType\":\"text/plain\",\"value\":\"plain\"}";
        String nitf = "{\"contentType\":\"text/vnd.IPTC.NITF\",\"value\":\"<nitf><body><body.content><p>nitf</p>"
                + "</body.content></body></nitf>\"}";
        String html = "{\"role\":\"xhtml\",\"value\":\"<p>html</p>\"}";
        String broken = "{\"role\":\"nitf\",\"value\":\"<nitf><body>\"}";

        assertThat(bodies(plain, nitf, html).texts()).containsExactly("html");
        assertThat(bodies(plain, nitf).texts()).containsExactly("nitf");
        assertThat(bodies(plain, broken).texts()).containsExactly("plain");
        assertThat(bodies(plain, broken).notices)
                .extracting(Notice::message)
                .first()
                .asString()
                .contains("NITF");
    }

    @Test
    void takesTheDescriptionOfATextWithoutABodyAndSaysSo() {
        RecordingIntake intake = WireReading.read(
                WireReading.NINJS,
                "{\"uri\":\"a\",\"type\":\"text\",\"descriptions\":[{\"role\":\"caption\",\"value\":\"no\"},"
                        + "{\"role\":\"text\",\"value\":\"Lead.\"}]}");

        assertThat(intake.texts()).containsExactly("Lead.");
        assertThat(intake.notices).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uri\":\"a\",\"versioncreated\":\"x\"}",
                "\n {\n \"versionCreated\": \"x\", \"uri\": \"a\"\n}",
                "[{\"uri\":\"a\",\"headlines\":[]}]",
                "{\"pubstatus\":\"usable\",\"body_xhtml\":\"cut off"
            })
    void isToldByItsNames(String beginning) {
        assertThat(recognises(beginning)).isTrue();
    }

    @Test
    void isToldWhereALongBodyStandsBeforeItsUri() {
        assertThat(recognises("{\"pubstatus\":\"usable\",\"bodies\":[],\"body_xhtml\":\"" + "x".repeat(20_000)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"text\":\"b\",\"title\":\"c\"}",
                "{\"id\":\"a\",\"text\":\"b\",\"headline\":\"c\",\"slugline\":\"d\"}",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}",
                "[1,2]",
                "{",
                "uri"
            })
    void isNotToldByNamesOfOtherFormats(String beginning) {
        assertThat(recognises(beginning)).isFalse();
    }

    @Test
    void refusesWhatIsNoJsonWithThePlace() {
        assertThat(WireReading.read(WireReading.NINJS, "{\"uri\":\n x}")
                        .refusals
                        .get(0)
                        .reason())
                .contains("no valid JSON")
                .contains("line 2");
        assertThat(WireReading.read(WireReading.NINJS, "[1]").refusals).hasSize(1);
        assertThat(WireReading.read(WireReading.NINJS, "").refusals).hasSize(1);
    }

    private static RecordingIntake bodies(String... bodies) {
        return WireReading.read(
                WireReading.NINJS, "{\"uri\":\"a\",\"type\":\"text\",\"bodies\":[" + String.join(",", bodies) + "]}");
    }

    private static boolean recognises(String beginning) {
        return WireReading.NINJS.recognises(Beginning.of(beginning.getBytes(StandardCharsets.UTF_8)));
    }

    private static RawStatement only(RecordingIntake intake) {
        assertThat(intake.refusals).isEmpty();
        assertThat(intake.statements).hasSize(1);
        return intake.statements.get(0);
    }
}
