// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.TextLimit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedStatementsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_000_000), ZoneOffset.UTC);
    private static final Document FILE = new Document("wire", "feed.xml", "feed.xml");

    private final RecordingIntake intake = new RecordingIntake();
    private final FeedFormat format = new FeedFormat(new TextLimit(1000), CLOCK);

    @Test
    void makesAStatementOfEachItem() {
        read("<rss version='2.0'><channel><language>fr</language><item><guid>g</guid><title>T</title>"
                + "<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>"
                + "<pubDate>01 Jan 2004 19:48 GMT</pubDate><category>c</category></item></channel></rss>");
        RawStatement statement = intake.statements.get(0);
        assertThat(statement.getSourceItemId()).isEqualTo("g");
        assertThat(statement.getTitle()).isEqualTo("T");
        assertThat(statement.getText()).isEqualTo("One.\n\nTwo.");
        assertThat(statement.getMediaType()).isEqualTo("text/html");
        assertThat(statement.getLanguage()).isEqualTo("fr");
        assertThat(statement.getIssued()).isEqualTo("2004-01-01T19:48Z");
        assertThat(statement.getCategories()).containsExactly("c");
        assertThat(statement.getReceivedAt()).isEqualTo(CLOCK.instant());
        assertThat(statement.getOrigin().getFormat()).isEqualTo("rss");
        assertThat(statement.getOrigin().getCharset()).isEqualTo("UTF-8");
        assertThat(intake.places).containsExactly("feed.xml, item 1");
    }

    @Test
    void tellsItemsApartByGuidElseLinkElseContentAndNeverByTheFile() {
        read("<rss><channel><item><guid>g</guid><link>http://e.org/1</link><title>1</title></item>"
                + "<item><link>http://e.org/2</link><title>2</title></item><item><title>3</title></item>"
                + "<item><title>4</title></item></channel></rss>");
        assertThat(intake.statements.stream().map(RawStatement::getSourceItemId))
                .containsExactly("g", "http://e.org/2", null, null);
        assertThat(intake.statements.stream().map(RawStatement::getId)).doesNotHaveDuplicates();
    }

    @Test
    void takesTheTitleForTextWhereThereIsNoOther() {
        read("<rss><channel><item><title>Only this</title><description> </description></item></channel></rss>");
        assertThat(intake.texts()).containsExactly("Only this");
    }

    @Test
    void refusesAnItemWithoutTextAndSaysWhichOne() {
        read("<rss><channel><item><title>x</title></item><item><guid>g</guid></item></channel></rss>");
        assertThat(intake.texts()).containsExactly("x");
        assertThat(intake.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.place()).isEqualTo("feed.xml, item 2");
            assertThat(refusal.reason()).contains("no text");
        });
    }

    @Test
    void refusesWhatIsNoFeedAndNotesWhatWasMended() {
        read("<rss><channel><item><title>a & b</title>");
        assertThat(intake.notices).anyMatch(notice -> notice.message().contains("read leniently"));
        read("nothing of the kind");
        assertThat(intake.refusals).hasSize(1);
    }

    @Test
    void dropsALanguageThatIsNone() {
        read("<rss><channel><item xml:lang='?!'><title>x</title></item></channel></rss>");
        assertThat(intake.statements.get(0).getLanguage()).isNull();
        assertThat(intake.notices).anyMatch(notice -> notice.message().contains("BCP 47"));
    }

    @Test
    void readsInTheCharsetThatItsBringerNames() {
        byte[] bytes = "<rss><channel><item><title>Łódź</title></item></channel></rss>"
                .getBytes(java.nio.charset.Charset.forName("ISO-8859-2"));
        format.read(
                bytes,
                new Document("s", "p", null, Optional.of(java.nio.charset.Charset.forName("ISO-8859-2"))),
                intake);
        assertThat(intake.texts()).containsExactly("Łódź");
    }

    @Test
    void recognisesFeedsAndNothingElse() {
        assertThat(recognised("<?xml version='1.0'?><rss version='2.0'><channel"))
                .isTrue();
        assertThat(
                        recognised(
                                "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"))
                .isTrue();
        assertThat(recognised("<feed xmlns='http://www.w3.org/2005/Atom'>")).isTrue();
        assertThat(recognised("<feed xmlns='http://purl.org/atom/ns#' version='0.3'>"))
                .isTrue();
        assertThat(recognised("<CHANNEL HREF='x'>")).isTrue();
        assertThat(recognised("{\"version\": \"https:\\/\\/jsonfeed.org\\/version\\/1.1\""))
                .isTrue();
        assertThat(recognised("<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"))
                .isFalse();
        assertThat(recognised("<feed>")).isFalse();
        assertThat(recognised("<html>")).isFalse();
        assertThat(recognised("{\"version\": 1}")).isFalse();
        assertThat(recognised("rss")).isFalse();
    }

    private boolean recognised(String start) {
        return format.recognises(Beginning.of(start.getBytes(StandardCharsets.UTF_8)));
    }

    private void read(String feed) {
        format.read(feed.getBytes(StandardCharsets.UTF_8), FILE, intake);
    }
}
