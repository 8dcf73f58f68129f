// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.TextLimit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FeedPropertiesTest {

    private static final String FEED =
            "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xml:base='http://e.org/'>"
                    + "<channel><title>é</title><ttl>5</ttl><skipHours><hour>4</hour></skipHours><skipDays><day>Monday</day></skipDays>"
                    + "<item><guid isPermaLink='true'>g</guid><title>a &amp; b</title><description>&lt;p&gt;x</description>"
                    + "<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><category domain='d'>c</category></item></channel></rss>";
    private static final String JSON =
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"t\",\"hubs\":[{\"type\":\"WebSub\","
                    + "\"url\":\"u\"}],\"items\":[{\"id\":1,\"tags\":[\"a\"],\"authors\":[{\"name\":\"n\"}],\"content_text\":\"x\"}]}";

    @Property(tries = 500)
    void readsAnyDamagedFeedOrRefusesIt(@ForAll("damaged") byte[] bytes) {
        RecordingIntake intake = new RecordingIntake();
        new FeedFormat(new TextLimit(1000), Clock.systemUTC()).read(bytes, new Document("s", "p", null), intake);
        assertThat(intake.statements.size() + intake.refusals.size()).isLessThanOrEqualTo(2);
    }

    @Property(tries = 500)
    void readsTheSameItemsInEveryUnicodeEncoding(@ForAll("titles") String title) throws FeedException {
        String feed = "<rss><channel><item><title><![CDATA[" + title + "]]></title></item></channel></rss>";
        Optional<String> expected = read(feed.getBytes(StandardCharsets.UTF_8));
        assertThat(read(feed.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(expected);
        assertThat(read(feed.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(expected);
        assertThat(read(feed.getBytes(StandardCharsets.UTF_16))).isEqualTo(expected);
    }

    @Property(tries = 1000)
    void readsAnyDateOrNone(@ForAll("dates") String date) {
        FeedDates.read(date)
                .ifPresent(
                        iso -> assertThat(iso).startsWith(iso.substring(0, 4)).hasSizeBetween(4, 40));
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<",
                ">",
                "&",
                "'",
                "\"",
                "</item>",
                "<item>",
                "<![CDATA[",
                "]]>",
                "<!--",
                "<!DOCTYPE a [",
                "&#0;",
                "&#x81;",
                "\u0000",
                "\uFFFE",
                "xmlns=''",
                ":",
                "<a:b:c>",
                "{",
                "[",
                "]",
                "}",
                ",",
                "ÿ",
                "<entry>",
                "<channel>");
        return Arbitraries.of(FEED, JSON)
                .flatMap(feed -> Arbitraries.integers()
                        .between(0, feed.length())
                        .flatMap(at -> Arbitraries.integers()
                                .between(at, Math.min(feed.length(), at + 30))
                                .flatMap(to -> pieces.map(piece -> (feed.substring(0, at) + piece + feed.substring(to))
                                        .getBytes(StandardCharsets.UTF_8)))));
    }

    @Provide
    Arbitrary<String> titles() {
        return Arbitraries.strings()
                .withCharRange(' ', '\uD7FF')
                .ofMaxLength(20)
                .filter(title -> !title.contains("]]>"));
    }

    @Provide
    Arbitrary<String> dates() {
        return Arbitraries.of(
                        "Thu,",
                        "1",
                        "32",
                        "Jan",
                        "2004",
                        "04",
                        "19:48:21",
                        "99:99",
                        "GMT",
                        "+9999",
                        "-",
                        "pm",
                        "T",
                        "년",
                        "2004-02-30",
                        "24:00",
                        "0000")
                .list()
                .ofMaxSize(7)
                .map(words -> String.join(" ", words));
    }

    private static Optional<String> read(byte[] bytes) throws FeedException {
        List<FeedItem> items =
                new FeedReader().read(bytes, Optional.empty(), "").items();
        return items.get(0).title();
    }
}
