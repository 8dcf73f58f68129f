// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.ingest.format.Refused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

    private static final String RSS = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
              <channel>
                <title>News &amp;amp; more</title>
                <link>http://example.org/</link>
                <atom:link rel="hub" href="http://hub.example.org/"/>
                <language>en_GB</language>
                <ttl>30</ttl>
                <skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>99</hour></skipHours>
                <skipDays><day>Sunday</day><day>Someday</day></skipDays>
                <image><title>not the title</title><link>http://example.org/image</link></image>
                <item>
                  <title>Talks end</title>
                  <link>/a</link>
                  <guid isPermaLink="false">a-1</guid>
                  <description>In short.</description>
                  <content:encoded><![CDATA[<p>The talks ended.</p><p>Nobody smiled.</p>]]></content:encoded>
                  <pubDate>Thu, 01 Jan 2004 19:48 EST</pubDate>
                  <category domain="medtop">11000000</category>
                  <category>politics</category>
                  <author>desk@example.org (The desk)</author>
                  <dc:rights>Example</dc:rights>
                </item>
                <item><guid>http://example.org/b</guid><description>Naked <b>markup</b></description></item>
                <item><title>Only a title</title></item>
              </channel>
            </rss>
            """;

    @Test
    void readsRss() throws FeedException, Refused {
        Feed feed = new FeedReader().read(bytes(RSS), Optional.empty(), "http://example.org/feed");
        assertThat(feed.format()).isEqualTo("rss");
        assertThat(feed.title()).isEqualTo("News & more");
        assertThat(feed.url()).contains("http://example.org/");
        assertThat(feed.language()).contains("en-GB");
        assertThat(feed.ttl()).contains(Duration.ofMinutes(30));
        assertThat(feed.skipHours()).containsExactlyInAnyOrder(0, 7);
        assertThat(feed.skipDays()).containsExactly(DayOfWeek.SUNDAY);
        assertThat(feed.hub()).contains("http://hub.example.org/");
        assertThat(feed.notes()).isEmpty();

        FeedItem first = feed.items().get(0);
        assertThat(first.ownId()).contains("a-1");
        assertThat(first.url()).contains("http://example.org/a");
        assertThat(first.title()).contains("Talks end");
        assertThat(first.text().orElseThrow().plain()).isEqualTo("The talks ended.\n\nNobody smiled.");
        assertThat(first.summary()).contains(new FeedText("In short.", "text/html"));
        assertThat(first.issued()).contains("2004-01-01T19:48-05:00");
        assertThat(first.categories()).containsExactly("medtop:11000000", "politics");
        assertThat(first.author()).contains("The desk");
        assertThat(first.rights()).contains("Example");
        assertThat(first.language()).contains("en-GB");

        FeedItem second = feed.items().get(1);
        assertThat(second.url()).contains("http://example.org/b");
        assertThat(second.text().orElseThrow().plain()).isEqualTo("Naked markup");
        assertThat(feed.items().get(2).ownId()).isEmpty();
    }

    @Test
    void readsRdf() throws FeedException {
        Feed feed =
                read("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
                        + " xmlns:sy='http://purl.org/rss/1.0/modules/syndication/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                        + "<channel rdf:about='c'><title>t</title><sy:updatePeriod>hourly</sy:updatePeriod>"
                        + "<sy:updateFrequency>2</sy:updateFrequency></channel>"
                        + "<item rdf:about='http://example.org/1'><title>x</title><link>http://example.org/1</link>"
                        + "<dc:date>2004-05</dc:date><dc:subject>s</dc:subject></item></rdf:RDF>");
        assertThat(feed.format()).isEqualTo("rdf");
        assertThat(feed.title()).isEqualTo("t");
        assertThat(feed.ttl()).contains(Duration.ofMinutes(30));
        assertThat(feed.items().get(0).guid()).contains("http://example.org/1");
        assertThat(feed.items().get(0).updated()).contains("2004-05");
        assertThat(feed.items().get(0).categories()).containsExactly("s");
    }

    @Test
    void readsAtom() throws FeedException, Refused {
        Feed feed = read("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de' xml:base='http://example.org/x/'>"
                + "<title type='html'>&lt;b&gt;T&lt;/b&gt;</title><id>urn:f</id><link href='/' rel='alternate'/>"
                + "<entry><id>urn:1</id><title>1 &lt; 2</title><link rel='enclosure' href='e'/><link href='y'/>"
                + "<published>2004-01-01T00:00:00Z</published><updated>2004-01-02T00:00:00+01:00</updated>"
                + "<author><name>A</name></author><category scheme='http://s/' term='t'/>"
                + "<content type='xhtml' xml:lang='fr'><div xmlns='http://www.w3.org/1999/xhtml'><p>a<br/>b</p></div></content>"
                + "<summary>s</summary></entry></feed>");
        assertThat(feed.format()).isEqualTo("atom");
        assertThat(feed.title()).isEqualTo("T");
        assertThat(feed.id()).contains("urn:f");
        assertThat(feed.url()).contains("http://example.org/");
        FeedItem item = feed.items().get(0);
        assertThat(item.guid()).contains("urn:1");
        assertThat(item.url()).contains("http://example.org/x/y");
        assertThat(item.title()).contains("1 < 2");
        assertThat(item.issued()).contains("2004-01-01T00:00:00Z");
        assertThat(item.updated()).contains("2004-01-02T00:00:00+01:00");
        assertThat(item.language()).contains("fr");
        assertThat(item.author()).contains("A");
        assertThat(item.categories()).containsExactly("http://s/t");
        assertThat(item.content()).contains(new FeedText("<div><p>a<br/>b</p></div>", "application/xhtml+xml"));
        assertThat(item.text().orElseThrow().plain()).isEqualTo("a\nb");
    }

    @Test
    void readsCdf() throws FeedException, Refused {
        Feed feed = read("<CHANNEL HREF='http://example.org/'><TITLE>c</TITLE><ITEM HREF='/1' LASTMOD='2004-04-06'>"
                + "<TITLE>i</TITLE><ABSTRACT>a</ABSTRACT></ITEM></CHANNEL>");
        assertThat(feed.format()).isEqualTo("cdf");
        assertThat(feed.title()).isEqualTo("c");
        assertThat(feed.url()).contains("http://example.org/");
        assertThat(feed.items().get(0).url()).contains("/1");
        assertThat(feed.items().get(0).updated()).contains("2004-04-06");
        assertThat(feed.items().get(0).text().orElseThrow().plain()).isEqualTo("a");
    }

    @Test
    void readsJson() throws FeedException {
        String item = "{\"id\":7,\"url\":\"/7\",\"title\":\"x\",\"content_html\":\"<p>a</p>\",\"content_text\":\"b\","
                + "\"date_published\":\"2010-02-07T14:04:00-05:00\",\"tags\":[\"t\",\"u\"],"
                + "\"authors\":[{\"name\":\"N\",\"_x\":{\"name\":\"no\"}}],\"_ext\":{\"title\":\"no\"}}";
        Feed feed = new FeedReader()
                .read(
                        bytes("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"language\":\"en\","
                                + "\"hubs\":[{\"type\":\"WebSub\",\"url\":\"http://h/\"}],\"items\":[" + item + "]}"),
                        Optional.of("application/feed+json"),
                        "http://example.org/feed.json");
        assertThat(feed.format()).isEqualTo("jsonfeed");
        assertThat(feed.hub()).contains("http://h/");
        FeedItem read = feed.items().get(0);
        assertThat(read.guid()).contains("7");
        assertThat(read.url()).contains("http://example.org/7");
        assertThat(read.title()).contains("x");
        assertThat(read.content()).contains(new FeedText("<p>a</p>", "text/html"));
        assertThat(read.issued()).contains("2010-02-07T14:04:00-05:00");
        assertThat(read.categories()).containsExactly("t", "u");
        assertThat(read.author()).contains("N");
        assertThat(read.language()).contains("en");
        assertThat(read.original()).isEqualTo(item);
    }

    @Test
    void keepsTheItemsBeforeAFaultInJson() throws FeedException {
        Feed feed = read("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\"},{\"id\" 2}]}");
        assertThat(feed.items()).hasSize(1);
        assertThat(feed.notes()).anyMatch(note -> note.contains("behind its item 1"));
    }

    @Test
    void readsLenientlyWhatIsIllFormedAndSaysSo() throws FeedException, Refused {
        Feed feed = read("<rss><channel><title>A & B</title><item><dc:creator>me</dc:creator><title>x\u0001y</title>"
                + "<link>http://e.org/?a=1&b=2\u0002</link><description>open");
        assertThat(feed.notes()).anyMatch(note -> note.contains("read leniently") && note.contains("line 1"));
        assertThat(feed.title()).isEqualTo("A & B");
        assertThat(feed.items().get(0).author()).contains("me");
        assertThat(feed.items().get(0).url()).contains("http://e.org/?a=1&b=2");
        assertThat(feed.items().get(0).text().orElseThrow().plain()).isEqualTo("open");
    }

    @Test
    void takesTheCharsetOfHttpThenTheMarkThenTheDeclaration() throws FeedException {
        String declared = "<?xml version='1.0' encoding='iso-8859-2'?><rss><channel><title>é</title></channel></rss>";
        byte[] utf8 = bytes(declared);
        assertThat(read(utf8, "text/xml; charset=\"utf-8\"").title()).isEqualTo("é");
        assertThat(read(bytes("\uFEFF" + declared), "text/xml").title()).isEqualTo("é");
        assertThat(read(bytes("\uFEFF" + declared), "text/xml; charset=iso-8859-1")
                        .title())
                .isEqualTo("é");
        assertThat(read(declared.getBytes(Charset.forName("ISO-8859-2")), "text/xml")
                        .title())
                .isEqualTo("é");
        assertThat(read(declared.getBytes(StandardCharsets.UTF_16LE), "text/xml")
                        .title())
                .isEqualTo("é");
    }

    @Test
    void fallsBackWhereACharsetIsWrongOrUnknown() throws FeedException {
        byte[] utf8 = bytes("<?xml version='1.0' encoding='klingon'?><rss><channel><title>żé</title></channel></rss>");
        Feed unknown = read(utf8, "text/xml; charset=us-klingon");
        assertThat(unknown.title()).isEqualTo("żé");
        assertThat(unknown.notes()).hasSize(2).allMatch(note -> note.contains("klingon"));

        Feed wrong = read(
                "<rss><channel><title>été à</title></channel></rss>".getBytes(StandardCharsets.ISO_8859_1),
                "text/xml; charset=utf-8");
        assertThat(wrong.notes()).isNotEmpty();
        assertThat(wrong.title()).startsWith("");
    }

    @Test
    void losesALetterRatherThanAFeed() throws FeedException {
        byte[] bytes = bytes("<rss><channel><title>żółw x żółw</title></channel></rss>");
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('x')] = (byte) 0xFF;
        Feed feed = read(bytes, "text/xml");
        assertThat(feed.title()).isEqualTo("żółw \uFFFD żółw");
        assertThat(feed.notes()).anyMatch(note -> note.contains("U+FFFD"));
    }

    @Test
    void writesTheSameOriginalForTheSameItemHoweverItIsQuoted() throws FeedException {
        String one = read("<rss><channel><item a='1' b='2'><title>x &amp; y</title></item></channel></rss>")
                .items()
                .get(0)
                .original();
        String other =
                read("<rss><channel><item b=\"2\" a=\"1\"><title><![CDATA[x & y]]></title></item></channel></rss>")
                        .items()
                        .get(0)
                        .original();
        assertThat(one).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "plain text",
                "<html><body>x</body></html>",
                "{}",
                "{\"version\":1}",
                "{",
                "<",
                "<!-- x",
                "{\"version\":\"1\",\"items\":[]}",
                "<newsItem/>"
            })
    void refusesWhatIsNoFeed(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        FeedException.class, e -> assertThat(e.wayOut()).isNotBlank());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Feed read(String text) throws FeedException {
        return read(bytes(text), "text/xml");
    }

    private static Feed read(byte[] bytes, String contentType) throws FeedException {
        return new FeedReader().read(bytes, Optional.of(contentType), "");
    }
}
