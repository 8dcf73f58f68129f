// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depeche.event.EnrichedStatement;
import io.depeche.local.Subscriber;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} over a configuration with one source of each kind. */
class UpSourcesIT {

    private static final Pattern UP = Pattern.compile(
            "up: Kafka at (\\S+), schema registry at (\\S+), metrics at (\\S+), posts at (\\S+); Ctrl-C ends it");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void statementsOfEachComeOutAndOneThatIsAwayLeavesTheOthersRunning() throws Exception {
        FeedServer feed = FeedServer.start();
        feed.publish("tag:1", "Le ministre a parlé de 12 blessés.");
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.writeString(inbox.resolve("one.txt"), "Le président a parlé de 13 blessés.");
        Path config = configure(feed, inbox, "");

        try (DepecheProcess up = DepecheProcess.start(
                folder, "up", "--config", config.toString(), "--broker-port", "0", "--registry-port", "0")) {
            up.write("{\"id\":\"1\",\"text\":\"La police a parlé de 14 blessés.\"}\n");
            Matcher addresses =
                    await().atMost(DepecheProcess.PATIENCE).until(() -> UP.matcher(up.err()), Matcher::find);
            assertThat(post(addresses.group(4), "secret-of-the-desk", "La mairie a parlé de 15 blessés."))
                    .isEqualTo(200);
            assertThat(post(addresses.group(4), "something-else-entirely", "Personne n'a rien dit."))
                    .isEqualTo(401);

            ConnectionConfig connection = new ConnectionConfig(
                    Map.of("kafka.bootstrap.servers", addresses.group(1), "schema.registry.url", addresses.group(2)));
            try (Subscriber<EnrichedStatement> output =
                    Subscriber.of(connection, Topic.STATEMENTS_ENRICHED, EnrichedStatement.class)) {
                assertThat(output.await(all -> all.size() == 4))
                        .extracting(ConsumerRecord::value)
                        .extracting(EnrichedStatement::getSource)
                        .containsExactlyInAnyOrder("wire", "inbox", "pipe", "desk");
                assertCounts(addresses.group(3), Map.of("wire", 1, "inbox", 1, "pipe", 1, "desk", 1));

                feed.close();
                await().atMost(DepecheProcess.PATIENCE).until(() -> up.err().contains("not taken: http"));
                Files.writeString(inbox.resolve("two.txt"), "Le maire a parlé de 16 blessés.");
                up.write("{\"id\":\"2\",\"text\":\"La police a parlé de 17 blessés.\"}\n");
                assertThat(post(addresses.group(4), "secret-of-the-desk", "La mairie a parlé de 18 blessés."))
                        .isEqualTo(200);
                output.await(all -> all.size() == 7);
                assertCounts(addresses.group(3), Map.of("wire", 1, "inbox", 2, "pipe", 2, "desk", 2));

                changesOfTheFileCountAtOnce(up, config, feed, inbox, output);
            }
        }
    }

    @Test
    void aMistakeInTheFileIsNamedWithItsLineAtTheStart() throws Exception {
        Path config =
                Files.writeString(folder.resolve("up.properties"), "ingest.sources=a\n\ningest.source.a.wach=true\n");

        try (DepecheProcess up = DepecheProcess.start(
                folder, "up", "--config", config.toString(), "--broker-port", "0", "--registry-port", "0")) {
            assertThat(up.await()).isEqualTo(2);
            assertThat(up.err()).contains(config + ":3: ", "ingest.source.a.wach");
        }
    }

    private void changesOfTheFileCountAtOnce(
            DepecheProcess up, Path config, FeedServer feed, Path inbox, Subscriber<EnrichedStatement> output)
            throws IOException {
        Path more = Files.createDirectories(folder.resolve("more"));
        Files.writeString(more.resolve("three.txt"), "Le juge a parlé de 19 blessés.");
        configure(feed, inbox, "ingest.source.more.type=folder\ningest.source.more.wach=true\n");
        await().atMost(DepecheProcess.PATIENCE)
                .until(() -> up.err().contains("the sources stay as they are: " + config + ":"));

        configure(feed, inbox, "ingest.source.more.type=folder\ningest.source.more.path=" + more + "\n");
        output.await(all -> all.size() == 8);
    }

    private Path configure(FeedServer feed, Path inbox, String more) throws IOException {
        return Files.writeString(
                folder.resolve("up.properties"),
                String.join(
                        "\n",
                        "ingest.sources=wire,inbox,pipe" + (more.isEmpty() ? "" : ",more"),
                        "ingest.poll.interval.ms=100",
                        "ingest.fetch.contact=test@example.org",
                        "ingest.fetch.interval.ms=0",
                        "ingest.fetch.allow.private.addresses=true",
                        "ingest.source.wire.type=feed",
                        "ingest.source.wire.url=" + feed.url(),
                        "ingest.source.wire.interval=100",
                        "ingest.source.inbox.type=folder",
                        "ingest.source.inbox.path=" + inbox,
                        "ingest.source.pipe.type=stdin",
                        "ingest.push.port=0",
                        "ingest.push.tokens=desk=secret-of-the-desk",
                        more));
    }

    private int post(String url, String token, String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private void assertCounts(String metrics, Map<String, Integer> published) throws IOException, InterruptedException {
        String page = client.send(
                        HttpRequest.newBuilder(URI.create(metrics)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        published.forEach((source, count) -> assertThat(page)
                .contains("depeche_ingest_statements_total{outcome=\"published\",source=\"" + source + "\"} " + count
                        + ".0"));
    }
}
