// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.TextLimit;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Feeds that mean harm. */
@Timeout(60)
class FeedAttackTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void readsNoFileThatAnEntityNames(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "password");
        Feed feed = read("<!DOCTYPE rss [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]>"
                + rss("<item><title>&s;</title></item>"));
        assertThat(feed.items().get(0).title()).contains("&s;");
    }

    @Test
    void expandsNoEntityBomb() throws FeedException {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY b0 'lol'>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY b" + i + " '" + ("&b" + (i - 1) + ";").repeat(10) + "'>");
        }
        assertThat(read(bomb + "]>" + rss("<item><title>&b11;</title></item>"))
                        .items()
                        .get(0)
                        .title())
                .contains("&b11;");
        // Ill-formed, too, for what is read leniently must not be read carelessly.
        assertThat(read(bomb + "]>" + rss("<item><title>&b11; & x</title>"))
                        .items()
                        .get(0)
                        .title())
                .contains("&b11; & x");
    }

    @Test
    void fetchesNothing() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            String url = "http://localhost:" + server.getLocalPort() + "/x.dtd";
            String type = "<!DOCTYPE rss SYSTEM '" + url + "' [<!ENTITY % p SYSTEM '" + url + "'> %p;]>";
            read(type + rss("<item><title>x</title></item>"));
            read(type + rss("<item><title>x & y</title>"));
            server.setSoTimeout(200);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void nestsNoDeeperThanXmlMayBe() throws FeedException {
        int depth = 200_000;
        Feed feed = read(rss("<item><title>x</title>" + "<a>".repeat(depth) + "</a>".repeat(depth) + "</item>"));
        assertThat(feed.items()).hasSize(1);
        assertThat(feed.notes()).anyMatch(note -> note.contains("nested deeper"));
    }

    @Test
    void nestsHtmlNoDeeper() throws FeedException, Refused {
        Feed feed = read(rss("<item><description>" + "&lt;div&gt;".repeat(90_000) + "deep</description></item>"));
        assertThat(feed.items().get(0).summary().orElseThrow().plain()).contains("deep");
    }

    @Test
    void leavesAMillionItemsOut() throws FeedException {
        Feed feed = read(rss("<item/>".repeat(1_000_000)));
        assertThat(feed.items()).hasSize(FeedReader.MOST_ITEMS);
        assertThat(feed.notes()).anyMatch(note -> note.contains("elements")).anyMatch(note -> note.contains("items"));
    }

    @Test
    void leavesAMillionItemsOfJsonOut() throws FeedException {
        Feed feed = read(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[" + "{},".repeat(1_000_000) + "{}]}");
        assertThat(feed.items()).hasSize(FeedReader.MOST_ITEMS);
        assertThat(feed.notes()).anyMatch(note -> note.contains("left out"));
    }

    @Test
    void cutsIllFormedFeedsAtTheSameSize() throws FeedException {
        Feed feed = read(rss("<item><a & b/></item>".repeat(600_000)).replace("</rss>", ""));
        assertThat(feed.items()).hasSize(FeedReader.MOST_ITEMS);
    }

    @Test
    void readsIllFormedFeedsNoFurtherThanWellFormedOnes() throws FeedException {
        Feed feed = read(rss("<item/> & " + "<a/>".repeat(FeedReader.MOST_NODES) + "<item/>"));
        assertThat(feed.items()).hasSize(1);
        assertThat(feed.notes()).anyMatch(note -> note.contains("read leniently"));
    }

    @Test
    void takesNoNameOfIllFormedXmlThatIsLongerThanAnybodyWrites() {
        String name = "n".repeat(300);
        Element root = LenientXml.parse("<rss><" + name + " a" + name + "='1' b='2'/></rss>", 100)
                .orElseThrow()
                .getDocumentElement();
        assertThat(root.getFirstChild().getNodeName()).isEqualTo("unnamed");
        assertThat(root.getFirstChild().getAttributes().getLength()).isEqualTo(1);
    }

    @Test
    void looksForItemsInEightChannelsInEachOtherAndNoDeeper() throws FeedException {
        Feed feed = read("<rss version='2.0'>" + "<channel><item/>".repeat(200) + "</channel>".repeat(200) + "</rss>");
        assertThat(feed.items()).hasSize(8);
    }

    @Test
    void readsNoJsonThatIsNestedWithoutEnd() throws FeedException {
        String nested = "{\"id\":\"2\",\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        Feed feed =
                read("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\"}," + nested + "]}");
        assertThat(feed.items()).hasSize(1);
        assertThat(feed.notes()).anyMatch(note -> note.contains("no valid JSON behind its item 1"));
    }

    @Test
    void looksNoDeeperIntoAnItemOfJsonThanItsAuthors() throws Exception {
        try (JsonParser parser = new JsonFactory()
                .createParser("{\"id\":\"1\",\"a\":{\"b\":\"2\",\"c\":{\"d\":{\"e\":\"3\"},\"f\":[[\"4\"]]}}}")) {
            parser.nextToken();
            assertThat(JsonItem.strings(parser)).containsOnlyKeys("id", "a.b");
        }
    }

    @Test
    void takesNoMillionOfTagsFromJson() throws FeedException {
        Feed feed = read("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"tags\":["
                + "\"t\",".repeat(1_000_000) + "\"t\"]}]}");
        assertThat(feed.items().get(0).categories()).hasSize(256);
    }

    @Test
    void looksForNoDateInWhatIsLongerThanAnyDate() {
        assertThat(FeedDates.read("1 January 2004" + " x".repeat(30))).contains("2004-01-01");
        assertThat(FeedDates.read("1 January 2004" + " x".repeat(40))).isEmpty();
    }

    @Test
    void refusesMoreThanItMayRead() {
        assertThatThrownBy(() -> new FeedReader().read(new byte[FeedReader.MOST_BYTES + 1], Optional.empty(), ""))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("more than " + FeedReader.MOST_BYTES);
    }

    @Test
    void refusesAnItemThatIsTooLongAndReadsTheRest() throws FeedException {
        String item = "<item><guid>g</guid><description>" + "x".repeat(19 * MEGABYTE) + "</description></item>";
        Feed feed = read(rss(item + "<item><description>short</description></item>"));
        RecordingIntake intake = new RecordingIntake();
        new FeedStatements(new TextLimit(100_000), Clock.systemUTC()).read(feed, new Document("s", "p", null), intake);
        assertThat(intake.texts()).containsExactly("short");
        assertThat(intake.refusals)
                .hasSize(1)
                .allMatch(refusal -> refusal.wayOut().contains("ingest.max.text.bytes"))
                // Before anything is made of it.
                .allMatch(refusal -> refusal.reason().contains(19 * MEGABYTE + " characters"));
    }

    @Test
    void readsOrRefusesNamesOfAMegabyte() throws FeedException {
        String name = "n".repeat(MEGABYTE);
        assertThat(read(rss("<item><title>x</title><" + name + "/></item>")).items())
                .hasSize(1);
        assertThat(read(rss("<item><title>x</title><a " + name + "='1'/></item>"))
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> read("<" + name + "/>")).isInstanceOf(FeedException.class);
    }

    @Test
    void copiesNoLongBaseNamespaceOrLanguageIntoEachItem() throws FeedException {
        String url = "http://example.org/" + "x".repeat(MEGABYTE) + "/";
        Feed feed = read("<rss xml:base='" + url + "' xml:lang='" + "a_".repeat(MEGABYTE) + "' xmlns:n='" + url + "'>"
                + "<channel>" + "<item><link>a</link><n:b/></item>".repeat(9_000) + "</channel></rss>");
        assertThat(feed.items())
                .hasSize(9_000)
                .allMatch(item -> item.url().orElse("").equals("a"));
        assertThat(feed.items()).allMatch(item -> item.language().isEmpty());
    }

    @Test
    void takesNoTimeOverWhatNeverEnds() throws FeedException {
        Feed feed = read(rss("<item><title>x</title></item>" + "<![CDATA[".repeat(2 * MEGABYTE)));
        assertThat(feed.items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&lt;iframe ", "&lt;div&gt;", "a"})
    void readsNoHtmlOfMoreMarkupThanAnybodyWrites(String piece) throws FeedException {
        String html = "&lt;b" + piece.repeat(450_000) + "&gt;text&lt;/b&gt;";
        Feed feed = read(rss("<item><title>" + html + "</title><description>" + html + "</description></item>"));

        FeedItem item = feed.items().get(0);
        assertThat(item.title()).isEmpty();
        assertThatThrownBy(item.summary().orElseThrow()::plain).isInstanceOf(Refused.class);
    }

    private static String rss(String items) {
        return "<rss version='2.0'><channel><title>t</title>" + items + "</channel></rss>";
    }

    private static Feed read(String text) throws FeedException {
        return new FeedReader().read(text.getBytes(StandardCharsets.UTF_8), Optional.empty(), "");
    }
}
