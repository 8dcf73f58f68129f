// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.event.StatementStatus;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsMlG2Test {

    private static final String XHTML =
            "<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><body>%s</body>"
                    + "</html></inlineXML>";

    @Test
    void readsAnItemWithAllThatItSaysOfItself() {
        RawStatement statement = only(WireReading.read(WireReading.NEWSML, WireReading.sample("newsml-g2/text.xml")));

        assertThat(statement.getSourceItemId()).isEqualTo("urn:newsml:acmenews.com:20161121:US-FINANCE-FED");
        assertThat(statement.getTitle()).isEqualTo("Fed to halt QE to avert \"bubble\"");
        assertThat(statement.getLanguage()).isEqualTo("en-US");
        assertThat(statement.getIssued()).isEqualTo("2016-11-21T15:21:06-05:00");
        assertThat(statement.getVersion()).isEqualTo("11");
        assertThat(statement.getRights()).isEqualTo("Copyright 2017-18 Acme News and Media LLC");
        assertThat(statement.getCategories()).containsExactly("medtop:04000000", "medtop:20000350", "medtop:20000379");
        assertThat(statement.getStatus()).isEqualTo(StatementStatus.NEW);
        assertThat(statement.getUrl()).isNull();
        assertThat(statement.getOrigin().getFormat()).isEqualTo("newsml-g2");
        assertThat(statement.getText().split("\n\n")).hasSize(2);
        assertThat(statement.getText())
                .startsWith("(New York, NY - October 21) Et, sent luptat luptat, commy Nim zzriureet")
                .endsWith("quismodion esto cons dolutpat, si.");
    }

    @Test
    void readsXhtmlAsItsParagraphs() {
        RawStatement statement = only(WireReading.read(WireReading.NEWSML, WireReading.sample("newsml-g2/xhtml.xml")));

        assertThat(statement.getText()).isEqualTo("Line one of two.\n\nLine two of two.");
        assertThat(statement.getLanguage()).isEqualTo("en-GB");
    }

    @Test
    void readsEveryItemOfAMessageUnderItsOwnId() {
        RecordingIntake intake = WireReading.read(
                WireReading.NEWSML,
                "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/><itemSet>"
                        + newsItem("guid='a'", "", XHTML.formatted("<p>First.</p>"))
                        + "<packageItem guid='p'/><conceptItem guid='c'/><planningItem guid='l'/>"
                        + newsItem("guid='b'", "", XHTML.formatted("<p>Second.</p>"))
                        + newsItem("", "", XHTML.formatted("<p>Third, without a guid.</p>"))
                        + "</itemSet></newsMessage>");

        assertThat(intake.texts()).containsExactly("First.", "Second.", "Third, without a guid.");
        assertThat(intake.statements).extracting(RawStatement::getSourceItemId).containsExactly("a", "b", null);
        assertThat(intake.refusals).isEmpty();
        assertThat(intake.notices)
                .extracting(Notice::message)
                .containsExactly(
                        "item \"p\" was left out: it is a package, which refers to items and has no text of its own",
                        "item \"c\" was left out: it is a concept (an event, a person, a subject), no text",
                        "item \"l\" was left out: it is planning, no text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsml-g2/planning.xml", "newsml-g2/message.xml"})
    void leavesOutWithAReasonWhatHasNoText(String sample) {
        RecordingIntake intake = WireReading.read(WireReading.NEWSML, WireReading.sample(sample));

        assertThat(intake.statements).isEmpty();
        assertThat(intake.refusals).isEmpty();
        assertThat(intake.notices)
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.message()).contains("was left out: it"));
    }

    @Test
    void leavesOutPicturesAndData() {
        RecordingIntake picture =
                read("<itemClass qcode='ninat:picture'/>", "<remoteContent contenttype='image/jpeg' href='x.jpg'/>");
        RecordingIntake data = read(
                "<itemClass qcode='ninat:text'/>",
                "<inlineXML contenttype='application/sportsml+xml'><sports-content>3 1</sports-content></inlineXML>");

        assertThat(picture.notices.get(0).message()).contains("elsewhere (image/jpeg)");
        assertThat(data.notices.get(0).message()).contains("\"sports-content\", which is data and no text");
        assertThat(picture.statements).isEmpty();
        assertThat(data.statements).isEmpty();
    }

    @Test
    void refusesATextWithoutText() {
        RecordingIntake intake = read("<itemClass qcode='ninat:text'/>", "<inlineXML/>");

        assertThat(intake.refusals).extracting(Refusal::reason).containsExactly("item \"g\": it has no text");
    }

    @ParameterizedTest
    @CsvSource({
        "<pubStatus qcode='stat:usable'/>, NEW",
        "<pubStatus qcode='stat:canceled'/>, WITHDRAWN",
        "<pubStatus uri='http://cv.iptc.org/newscodes/pubstatusg2/canceled'/>, WITHDRAWN",
        "<signal qcode='sig:update'/>, UPDATE",
        "<signal qcode='sig:correction'/>, CORRECTION",
        "<signal uri='http://cv.iptc.org/newscodes/signal/correction'/>, CORRECTION",
        "<signal qcode='acme:KILL'/>, WITHDRAWN",
        "<signal qcode='sig:cwarn'/>, NEW",
        "<signal qcode='sig:correction'/><signal qcode='sig:update'/>, CORRECTION",
        "<pubStatus qcode='stat:canceled'/><signal qcode='sig:update'/>, WITHDRAWN"
    })
    void carriesOverStatusAndSignals(String meta, StatementStatus expected) {
        RecordingIntake intake = read(meta, XHTML.formatted("<p>Text.</p>"));

        assertThat(only(intake).getStatus()).isEqualTo(expected);
        assertThat(intake.texts()).containsExactly("Text.");
    }

    @Test
    void takesBackWhatIsWithheldAndKeepsItsText() {
        RecordingIntake intake = read("<pubStatus qcode='stat:withheld'/>", XHTML.formatted("<p>Secret.</p>"));

        assertThat(only(intake).getStatus()).isEqualTo(StatementStatus.WITHDRAWN);
        assertThat(intake.texts()).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03T05:05:07+01:00, 2026-02-03T04:05:07Z",
        "2026-02-03T00:00:00, 2026-02-03T12:00:00Z",
        "2026-02-03, 2026-02-03T12:00:00Z",
        "2027, 2027-01-01T12:00:00Z"
    })
    void carriesItsEmbargo(String embargo, Instant end) {
        RecordingIntake intake = read("<embargoed>" + embargo + "</embargoed>", XHTML.formatted("<p>Text.</p>"));

        assertThat(only(intake).getEmbargo()).isEqualTo(end);
        assertThat(intake.texts()).containsExactly("Text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon"})
    void refusesWhatIsUnderEmbargoWithoutAnEnd(String embargo) {
        RecordingIntake intake = read("<embargoed>" + embargo + "</embargoed>", XHTML.formatted("<p>Text.</p>"));

        assertThat(intake.statements).isEmpty();
        assertThat(intake.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).contains("under embargo");
            assertThat(refusal.wayOut()).isEqualTo("give it again when it may go out, without the embargo");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-03T05:05:06+01:00", "2026-02-01T00:00:00", "2026-02-01", "2025"})
    void takesWhatWasUnderEmbargo(String embargo) {
        RecordingIntake intake = read("<embargoed>" + embargo + "</embargoed>", XHTML.formatted("<p>Text.</p>"));

        assertThat(only(intake).getEmbargo()).isNull();
        assertThat(intake.texts()).containsExactly("Text.");
    }

    @Test
    void takesBackUnderEmbargoAtOnceButWithoutText() {
        RecordingIntake intake = read(
                "<embargoed>2027-01-01T00:00:00Z</embargoed><pubStatus qcode='stat:canceled'/>",
                XHTML.formatted("<p>Text.</p>"));

        assertThat(only(intake).getStatus()).isEqualTo(StatementStatus.WITHDRAWN);
        assertThat(intake.texts()).containsExactly("");
    }

    @Test
    void makesOneStatementOfSeveralRenditionsAndPrefersMarkup() {
        RecordingIntake intake = read(
                "", "<inlineData contenttype='text/plain'>as data</inlineData>" + XHTML.formatted("<p>as XHTML</p>"));

        assertThat(intake.texts()).containsExactly("as XHTML");
    }

    @Test
    void readsInlineDataWhereThereIsNoMarkup() {
        assertThat(read("", "<inlineXML/><inlineData>plain</inlineData>").texts())
                .containsExactly("plain");
        assertThat(read("", "<inlineData contenttype='text/html'>&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b</inlineData>")
                        .texts())
                .containsExactly("a\n\nb");
        assertThat(read("", "<inlineData encoding='base64'>Zm9v</inlineData>").statements)
                .isEmpty();
    }

    @Test
    void readsNitfInsideWithItsDatelineAndTitle() {
        RawStatement statement = only(read(
                "",
                "<inlineXML contenttype='application/nitf+xml'><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body>"
                        + "<body.head><hedline><hl1>Head</hl1></hedline><dateline>PARIS, Feb 3</dateline></body.head>"
                        + "<body.content><p>Text.</p></body.content></body></nitf></inlineXML>"));

        assertThat(statement.getTitle()).isEqualTo("Head");
        assertThat(statement.getText()).isEqualTo("PARIS, Feb 3\n\nText.");
    }

    @Test
    void carriesOverDatelineRightsSubjectsAndHeadlineInTheTextsLanguage() {
        RecordingIntake intake = WireReading.read(
                WireReading.NEWSML,
                "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='https://example.com/1' version='2'>"
                        + "<rightsInfo><copyrightNotice>© Acme</copyrightNotice><usageTerms>No Web</usageTerms></rightsInfo>"
                        + "<itemMeta><versionCreated>2026-01-02T03:04:05Z</versionCreated></itemMeta><contentMeta>"
                        + "<language tag='fr'/><dateline>Lyon, 2 janvier</dateline>"
                        + "<subject uri='http://cv.iptc.org/newscodes/mediatopic/11000000'/>"
                        + "<subject><name>tramway</name></subject><subject literal='free'/>"
                        + "<headline xml:lang='en'>Tramway</headline><headline xml:lang='fr'>Le tramway</headline>"
                        + "</contentMeta><contentSet>" + XHTML.formatted("<p>LYON (Acme) - Il roule.</p>")
                        + "</contentSet></newsItem>");
        RawStatement statement = only(intake);

        assertThat(statement.getUrl()).isEqualTo("https://example.com/1");
        assertThat(statement.getIssued()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(statement.getTitle()).isEqualTo("Le tramway");
        assertThat(statement.getRights()).isEqualTo("© Acme. No Web");
        assertThat(statement.getCategories()).containsExactly("medtop:11000000", "tramway", "free");
        assertThat(statement.getText()).isEqualTo("LYON (Acme) - Il roule.");
    }

    @Test
    void dropsIllFormedMetadataWithANote() {
        RecordingIntake intake = WireReading.read(
                WireReading.NEWSML,
                "<newsItem guid='g' xml:lang='not a tag'><itemMeta><versionCreated>yesterday</versionCreated>"
                        + "<pubStatus qcode='stat:odd'/></itemMeta><contentSet>" + XHTML.formatted("<p>Text.</p>")
                        + "</contentSet></newsItem>");

        assertThat(only(intake).getLanguage()).isNull();
        assertThat(only(intake).getIssued()).isNull();
        assertThat(intake.notices).extracting(Notice::message).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-8", "ISO-8859-15"})
    void readsTheEncodingThatTheDeclarationNames(String encoding) {
        String xml = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>"
                + newsItem("guid='g'", "", XHTML.formatted("<p>déjà vu à Œuilly</p>"));
        byte[] bytes =
                xml.replace("Œ", encoding.equals("ISO-8859-1") ? "O" : "Œ").getBytes(Charset.forName(encoding));

        assertThat(WireReading.read(WireReading.NEWSML, bytes).texts().get(0)).startsWith("déjà vu à");
    }

    @Test
    void readsQuotationMarksThatIso88591HasNot() {
        String xml = "<?xml version='1.0' encoding='ISO-8859-1'?>"
                + newsItem("guid='g'", "", XHTML.formatted("<p>“Oui”</p>"));

        assertThat(WireReading.read(WireReading.NEWSML, xml.getBytes(Charset.forName("windows-1252")))
                        .texts())
                .containsExactly("“Oui”");
    }

    @Test
    void saysThatADeclarationIsWrong() {
        String xml =
                "<?xml version='1.0' encoding='US-ASCII'?>" + newsItem("guid='g'", "", XHTML.formatted("<p>é</p>"));
        RecordingIntake intake = WireReading.read(WireReading.NEWSML, xml.getBytes(StandardCharsets.UTF_8));

        assertThat(intake.texts()).containsExactly("é");
        assertThat(intake.notices)
                .extracting(Notice::message)
                .containsExactly("it is said to be in US-ASCII and is not, so it was read as UTF-8");
    }

    @Test
    void refusesWhatIsNoNewsMlWithPlaceAndWayOut() {
        assertThat(WireReading.read(WireReading.NEWSML, "<newsItem>\n<contentSet>")
                        .refusals
                        .get(0)
                        .reason())
                .contains("can't be read as XML")
                .contains("line 2");
        assertThat(WireReading.read(WireReading.NEWSML, "<rss/>")
                        .refusals
                        .get(0)
                        .reason())
                .contains("\"rss\"");
        assertThat(WireReading.read(WireReading.NEWSML, "<newsMessage/>").refusals)
                .hasSize(1);
    }

    @Test
    void isToldByRootAndNamespace() {
        assertThat(recognises("<?xml version='1.0'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>"))
                .isTrue();
        assertThat(recognises("<n:newsMessage xmlns:n='http://iptc.org/std/nar/2006-10-01/'>"))
                .isTrue();
        assertThat(recognises("<planningItem guid='x'>")).isTrue();
        assertThat(recognises("<newsItem xmlns='urn:other'>")).isFalse();
        assertThat(recognises("<rss version='2.0'>")).isFalse();
        assertThat(recognises("newsItem")).isFalse();
    }

    private static boolean recognises(String beginning) {
        return WireReading.NEWSML.recognises(Beginning.of(beginning.getBytes(StandardCharsets.UTF_8)));
    }

    private static RecordingIntake read(String itemMeta, String content) {
        return WireReading.read(WireReading.NEWSML, newsItem("guid='g'", itemMeta, content));
    }

    private static String newsItem(String attributes, String itemMeta, String content) {
        return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' " + attributes + "><itemMeta>" + itemMeta
                + "</itemMeta><contentSet>" + content + "</contentSet></newsItem>";
    }

    private static RawStatement only(RecordingIntake intake) {
        assertThat(intake.refusals).isEmpty();
        assertThat(intake.statements).hasSize(1);
        return intake.statements.get(0);
    }
}
