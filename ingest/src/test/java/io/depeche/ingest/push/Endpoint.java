// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.publish.IngestListener;
import io.depeche.ingest.publish.StatementPublisher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** A push endpoint on a free port over a producer in memory, and a client of it. */
final class Endpoint implements AutoCloseable, IngestListener {

    private static final Serializer<RawStatement> WRITES_NOTHING = (topic, statement) -> new byte[0];

    static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");

    final List<RawStatement> published = new CopyOnWriteArrayList<>();
    final List<Refusal> refused = new CopyOnWriteArrayList<>();
    final List<Notice> mended = new CopyOnWriteArrayList<>();
    final List<String> answered = new CopyOnWriteArrayList<>();
    final StatementPublisher publisher;
    final PushServer server;
    final HttpClient client = HttpClient.newHttpClient();

    private Endpoint(
            Producer<byte[], byte[]> producer,
            Serializer<RawStatement> serializer,
            List<Format> formats,
            Map<String, String> settings)
            throws IOException {
        this.publisher = new StatementPublisher(producer, serializer, "p.statements.raw", this);
        this.server = PushServer.start(settings(settings), formats, publisher, this, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Endpoint over(Producer<byte[], byte[]> producer, List<Format> formats, Map<String, String> settings)
            throws IOException {
        return new Endpoint(producer, WRITES_NOTHING, formats, settings);
    }

    /** Whose Kafka confirms at once. */
    static Endpoint open(String... settings) throws IOException {
        return open(producer(true), settings);
    }

    static Endpoint open(MockProducer<byte[], byte[]> producer, String... settings) throws IOException {
        return open(producer, WRITES_NOTHING, settings);
    }

    static Endpoint open(MockProducer<byte[], byte[]> producer, Serializer<RawStatement> serializer, String... settings)
            throws IOException {
        return new Endpoint(producer, serializer, List.of(), pairs(settings));
    }

    static MockProducer<byte[], byte[]> producer(boolean confirming) {
        return new MockProducer<>(confirming, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static PushSettings settings(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent(PushConfig.PORT, "0");
        return PushConfig.settings(new AbstractConfig(PushConfig.define(new ConfigDef()), all, false), 1024 * 1024)
                .orElseThrow();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    HttpResponse<String> post(String contentType, String body) throws IOException, InterruptedException {
        return post(contentType, BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String contentType, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        return client.send(posting(contentType, body, headers), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> postLater(String contentType, String body) {
        return client.sendAsync(posting(contentType, BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    private HttpRequest posting(String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = request("/statements").POST(body);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private static Map<String, String> pairs(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Override
    public void published(RawStatement statement, RecordMetadata metadata) {
        published.add(statement);
    }

    @Override
    public void unchanged(RawStatement statement) {
        throw new AssertionError("nothing here knows what was published before, and said " + statement.getId());
    }

    @Override
    public void refused(Refusal refusal) {
        refused.add(refusal);
    }

    @Override
    public void mended(Notice notice) {
        mended.add(notice);
    }

    @Override
    public void answered(Optional<String> source, int status) {
        answered.add(source.orElse("nobody") + " " + status);
    }

    @Override
    public void close() {
        server.close();
        publisher.close();
    }
}
