// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.depeche.event.RawStatement;
import io.depeche.ingest.feed.FeedReader;
import io.depeche.ingest.feed.FeedStatements;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.StatementId;
import io.depeche.ingest.format.TextLimit;
import io.depeche.ingest.http.FetchSettings;
import io.depeche.ingest.http.Fetcher;
import io.depeche.ingest.http.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeedSourceTest {

    private record Answer(int status, Map<String, String> headers, String body) {}

    private final RecordingDelivery delivery = new RecordingDelivery();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Optional<String>> conditions = new CopyOnWriteArrayList<>();
    private final Fetcher fetcher = new Fetcher(
            FetchSettings.of("test", "test@example.org")
                    .withPrivateAddresses(true)
                    .withInterval(Duration.ZERO),
            Clock.systemUTC());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        fetcher.close();
    }

    @Test
    void publishesItemsWithTheirOwnIdsAndCommitsThemWithThePosition() throws InterruptedException {
        answers.put("/feed", feed("\"v1\"", item("a", "first"), item("b", "second")));

        assertThat(polls().poll()).isInstanceOf(Outcome.Answered.class);

        assertThat(delivery.statements)
                .extracting(RawStatement::getId)
                .containsExactly(StatementId.of("feed", "a", ""), StatementId.of("feed", "b", ""));
        assertThat(delivery.texts()).containsExactly("first", "second");
        assertThat(delivery.position().etag()).contains("\"v1\"");
        assertThat(delivery.commits).isEqualTo(1);
    }

    @Test
    void asksAfterANewStartOnlyForWhatHasChanged() throws InterruptedException {
        answers.put("/feed", feed("\"v1\"", item("a", "first")));
        polls().poll();
        answers.put("/feed", new Answer(304, Map.of(), ""));

        assertThat(polls().poll()).isInstanceOf(Outcome.Answered.class);

        assertThat(conditions).containsExactly(Optional.empty(), Optional.of("\"v1\""));
        assertThat(delivery.position().etag()).contains("\"v1\"");
        assertThat(delivery.texts()).containsExactly("first");
    }

    @Test
    void publishesAChangedItemAgainAndWithdrawsNothingThatTheFeedDrops() throws InterruptedException {
        answers.put("/feed", feed("\"v1\"", item("a", "first"), item("b", "second")));
        polls().poll();
        answers.put("/feed", feed("\"v2\"", item("b", "second, mended"), item("c", "third")));
        polls().poll();

        assertThat(delivery.texts()).containsExactly("first", "second", "second, mended", "third");
    }

    @Test
    void asksWhereTheFeedHasMovedForGood() throws InterruptedException {
        answers.put("/feed", new Answer(301, Map.of("Location", "/new"), ""));
        answers.put("/new", feed("\"v1\"", item("a", "first")));
        polls().poll();
        polls().poll();

        assertThat(asked).containsExactly("/feed", "/new", "/new");
        assertThat(delivery.texts()).containsExactly("first");
    }

    @Test
    void saysOnceThatTheFeedIsAwayAndOnceThatItIsBack() throws InterruptedException {
        FeedPolls polls = polls();
        answers.put("/feed", new Answer(503, Map.of("Retry-After", "120"), ""));
        assertThat(polls.poll()).isEqualTo(new Outcome.Failed(Optional.of(Duration.ofMinutes(2))));
        polls.poll();
        answers.put("/feed", new Answer(200, Map.of("ETag", "\"broken\""), "this is no feed"));
        polls.poll();
        assertThat(delivery.position().etag()).isEmpty();
        answers.put("/feed", feed("\"v1\"", item("a", "first")));
        polls.poll();

        assertThat(delivery.refusals).hasSize(1);
        assertThat(delivery.notices).extracting(Notice::message).containsExactly("the feed is back");
        assertThat(delivery.texts()).containsExactly("first");
    }

    @Test
    void keepsSecretsOfItsUrlToItself() throws InterruptedException {
        answers.put("/feed", new Answer(404, Map.of(), ""));
        polls(uri("/feed?token=geheim"), texts()).poll();
        answers.put("/feed", feed("\"v1\"", item("a", "first")));
        polls(uri("/feed?token=geheim"), texts()).poll();

        assertThat(delivery.refusals).extracting(Refusal::toString).noneMatch(text -> text.contains("geheim"));
        assertThat(delivery.statements.get(0).getOrigin().getFetchedFrom())
                .contains("/feed")
                .doesNotContain("geheim");
    }

    @Test
    void followsItemsToTheirPagesOnceAndAgainWhenTheyChange() throws InterruptedException {
        String article = "<html><body><nav>Home</nav><article><h1>Title</h1><p>"
                + "The whole article is here, and it is longer than its summary. ".repeat(5)
                + "</p></article></body></html>";
        answers.put("/a.html", new Answer(200, Map.of("Content-Type", "text/html"), article));
        answers.put("/feed", feed("\"v1\"", linked("a", "summary", "/a.html")));
        polls(uri("/feed"), followed()).poll();
        polls(uri("/feed"), followed()).poll();
        answers.put("/feed", feed("\"v2\"", linked("a", "other summary", "/a.html")));
        polls(uri("/feed"), followed()).poll();

        assertThat(asked).filteredOn("/a.html"::equals).hasSize(2);
        assertThat(delivery.texts()).singleElement().asString().startsWith("The whole article is here");
    }

    @Test
    void takesTheFeedsTextAndSaysSoWhereThereIsNoPageAndAsksAgainWhereItMayCome() throws InterruptedException {
        answers.put("/a.html", new Answer(503, Map.of(), ""));
        answers.put("/feed", feed("\"v1\"", linked("a", "summary a", "/a.html"), linked("b", "summary b", "/b.html")));
        polls(uri("/feed"), followed()).poll();
        polls(uri("/feed"), followed()).poll();

        assertThat(asked).filteredOn("/a.html"::equals).hasSize(2);
        assertThat(asked).filteredOn("/b.html"::equals).hasSize(1);
        assertThat(delivery.texts()).containsExactly("summary a", "summary b");
        assertThat(delivery.notices).extracting(Notice::message).allMatch(text -> text.contains("gives none: "));
    }

    private FeedPolls polls() {
        return polls(uri("/feed"), texts());
    }

    private FeedPolls polls(URI url, ItemTexts texts) {
        return new FeedPolls("feed", url, fetcher, new FeedReader(), texts, delivery);
    }

    private static ItemTexts texts() {
        return new FeedStatements(new TextLimit(10_000), Clock.systemUTC())::read;
    }

    private ItemTexts followed() {
        return new FollowedPages(fetcher, new FeedStatements(new TextLimit(10_000), Clock.systemUTC()));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private static Answer feed(String etag, String... items) {
        return new Answer(
                200,
                Map.of("ETag", etag, "Content-Type", "application/rss+xml"),
                "<rss version='2.0'><channel><title>t</title>" + String.join("", items) + "</channel></rss>");
    }

    private static String item(String guid, String text) {
        return "<item><guid isPermaLink='false'>" + guid + "</guid><description>" + text + "</description></item>";
    }

    private String linked(String guid, String text, String path) {
        return item(guid, text).replace("</item>", "<link>" + uri(path) + "</link></item>");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            conditions.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match")));
            Answer answer = answers.getOrDefault(path, new Answer(404, Map.of(), ""));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }
}
