// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import static io.depeche.ingest.http.Fetching.LOCAL;
import static io.depeche.ingest.http.Fetching.body;
import static io.depeche.ingest.http.Fetching.fetch;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

    private static final String TEXT = "<rss version=\"2.0\"><channel/></rss>";

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(String path, int status, byte[] body, String... headers) {
        server.createContext(path, exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aDocumentComesWithWhatItsHeadersSay() throws Exception {
        answer(
                "/feed",
                200,
                bytes(TEXT),
                "Content-Type",
                "text/xml; charset=utf-8",
                "ETag",
                "\"a\"",
                "Last-Modified",
                "Mon, 23 Nov 2026 10:00:00 GMT",
                "Cache-Control",
                "max-age=600");

        Fetched.Body body = body(fetch(uri("/feed")));

        assertThat(body.bytes()).asString().isEqualTo(TEXT);
        assertThat(body.contentType()).contains("text/xml; charset=utf-8");
        assertThat(body.from()).isEqualTo(uri("/feed"));
        assertThat(body.movedTo()).isEmpty();
        assertThat(body.etag()).contains("\"a\"");
        assertThat(body.lastModified()).contains("Mon, 23 Nov 2026 10:00:00 GMT");
        assertThat(body.freshness().freshFor()).contains(Duration.ofMinutes(10));
    }

    @Test
    void whoAsksSaysSoAndLeavesNothingOpen() throws Exception {
        try (WireServer wire = WireServer.of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            fetch(wire.uri("/feed?a=b"));

            assertThat(wire.heads())
                    .singleElement()
                    .asString()
                    .startsWith("GET /feed?a=b HTTP/1.1\r\n")
                    .contains(
                            "User-Agent: Depeche/1.0-test (+desk@example.org)\r\n",
                            "Connection: close\r\n",
                            "Accept-Encoding: gzip, deflate\r\n")
                    .doesNotContain("Upgrade", "If-", "Cookie", "Authorization");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"'\"v1\"',-", "-,'Mon, 23 Nov 2026 10:00:00 GMT'", "'W/\"v1\"','Mon, 23 Nov 2026 10:00:00 GMT'"})
    void eachValidatorIsSentForItself(String etag, String lastModified) throws Exception {
        try (WireServer wire =
                WireServer.of("HTTP/1.1 304 Not Modified\r\nETag: \"v2\"\r\nCache-Control: max-age=60\r\n\r\n")) {
            Fetched fetched = fetch(
                    LOCAL,
                    FetchRequest.feed(wire.uri("/"))
                            .unlessStill(Optional.ofNullable(etag), Optional.ofNullable(lastModified)));

            String head = wire.heads().get(0);
            assertThat(head.contains("If-None-Match: " + etag + "\r\n")).isEqualTo(etag != null);
            assertThat(head.contains("If-Modified-Since: " + lastModified + "\r\n"))
                    .isEqualTo(lastModified != null);
            assertThat(fetched)
                    .isEqualTo(new Fetched.NotModified(
                            Optional.of("\"v2\""),
                            Optional.empty(),
                            new Freshness(Optional.of(Duration.ofMinutes(1))),
                            Optional.empty()));
        }
    }

    @Test
    void notModifiedSaysNothingWhereThereWasNoCondition() throws Exception {
        answer("/", 304, new byte[0]);

        assertThat(fetch(uri("/"))).isInstanceOf(Fetched.TryLater.class);
    }

    @ParameterizedTest
    @CsvSource({
        "429,120,120",
        "503,0,0",
        "503,'Tue, 24 Nov 2026 12:05:00 GMT',300",
        "503,'Tue, 24 Nov 2026 11:00:00 GMT',0",
        "500,7,7",
        "503,99999999999999999999,2147483648"
    })
    void aServerThatIsBusySaysWhenToComeBack(int status, String retryAfter, long seconds) throws Exception {
        answer("/", status, new byte[0], "Retry-After", retryAfter);

        assertThat(fetch(uri("/")))
                .isEqualTo(new Fetched.TryLater(Optional.of(Duration.ofSeconds(seconds)), "it answered " + status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5"})
    void aRetryAfterThatIsNoneIsNotThere(String retryAfter) throws Exception {
        answer("/", 503, new byte[0], "Retry-After", retryAfter);

        assertThat(fetch(uri("/"))).isEqualTo(new Fetched.TryLater(Optional.empty(), "it answered 503"));
    }

    @Test
    void goneIsGone() throws Exception {
        answer("/", 410, new byte[0]);

        assertThat(fetch(uri("/"))).isInstanceOf(Fetched.Gone.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 300, 305, 400, 401, 403, 404, 418, 451})
    void otherAnswersAreRefusedWithAWayOut(int status) throws Exception {
        answer("/", status, new byte[0]);

        assertThat(fetch(uri("/"))).isInstanceOfSatisfying(Fetched.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo("it answered " + status);
            assertThat(refused.wayOut()).isNotBlank();
        });
    }

    @Test
    void packedDocumentsAreUnpacked() throws Exception {
        answer("/gzip", 200, gzip(bytes(TEXT)), "Content-Encoding", "gzip");
        answer("/deflate", 200, deflate(bytes(TEXT), false), "Content-Encoding", "deflate");
        answer("/bare", 200, deflate(bytes(TEXT), true), "Content-Encoding", "deflate");

        assertThat(body(fetch(uri("/gzip"))).bytes()).asString().isEqualTo(TEXT);
        assertThat(body(fetch(uri("/deflate"))).bytes()).asString().isEqualTo(TEXT);
        assertThat(body(fetch(uri("/bare"))).bytes()).asString().isEqualTo(TEXT);
    }

    @Test
    void brokenOrUnknownPackingIsNamed() throws Exception {
        byte[] whole = gzip(bytes(TEXT));
        answer("/half", 200, java.util.Arrays.copyOf(whole, whole.length / 2), "Content-Encoding", "gzip");
        answer("/not", 200, bytes(TEXT), "Content-Encoding", "gzip");
        answer("/br", 200, bytes(TEXT), "Content-Encoding", "br");

        assertThat(fetch(uri("/half"))).isInstanceOf(Fetched.TryLater.class);
        assertThat(fetch(uri("/not"))).isInstanceOf(Fetched.Refused.class);
        assertThat(fetch(uri("/br"))).isInstanceOf(Fetched.Refused.class);
    }

    @Test
    void nobodyThereIsAReasonToTryLater() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        assertThat(fetch(URI.create("http://127.0.0.1:" + port + "/")))
                .isEqualTo(new Fetched.TryLater(Optional.empty(), "no connection to 127.0.0.1 port " + port));
        assertThat(fetch(URI.create("http://nobody.invalid/")))
                .isEqualTo(new Fetched.TryLater(Optional.empty(), "DNS knows no address of nobody.invalid"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org:70/",
                "jar:http://a!/b",
                "feed",
                "http:///feed",
                "http:feed",
                "http://",
                "http://b\u00fccher.example/",
                "http://[fe80::1%25eth0]/",
                "http://example.org:0/",
                "http://example.org:99999/",
                "data:text/plain,x"
            })
    void whatIsNoWebAddressIsRefused(String uri) throws Exception {
        URI read = uri.equals("http://") ? URI.create("http:/") : URI.create(uri);

        assertThat(fetch(LOCAL, read)).isInstanceOf(Fetched.Refused.class);
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    static byte[] deflate(byte[] plain, boolean bare) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(6, bare))) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
