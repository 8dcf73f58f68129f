// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import static io.depeche.ingest.http.Fetching.CLOCK;
import static io.depeche.ingest.http.Fetching.LOCAL;
import static io.depeche.ingest.http.Fetching.SHORT;
import static io.depeche.ingest.http.Fetching.fetch;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that mean harm, or are broken as if they did. */
@Timeout(30)
class AttackTest {

    private static final FetchSettings SMALL = LOCAL.withMaxBytes(100_000);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void aBombIsLeftPacked(String encoding) throws Exception {
        byte[] zeros = new byte[50_000_000];
        byte[] bomb = encoding.equals("gzip") ? FetcherTest.gzip(zeros) : FetcherTest.deflate(zeros, false);
        assertThat(bomb).hasSizeLessThan(SMALL.maxBytes());
        try (WireServer wire = new WireServer((head, out) -> {
            WireServer.write(
                    out, OK + "Content-Encoding: " + encoding + "\r\nContent-Length: " + bomb.length + "\r\n\r\n");
            out.write(bomb);
        })) {
            assertThat(fetch(SMALL, wire.uri("/")))
                    .isEqualTo(new Fetched.Refused(
                            "it has more than 100000 bytes unpacked", "leave it out, or raise ingest.fetch.max.bytes"));
        }
    }

    @Test
    void anEndlessBodyIsHungUpOn() throws Exception {
        try (WireServer wire = new WireServer((head, out) -> {
            WireServer.write(out, OK + "\r\n");
            endless(out, new byte[10_000]);
        })) {
            assertThat(fetch(SMALL, wire.uri("/"))).isInstanceOf(Fetched.Refused.class);
            assertThat(wire.hungUp().await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anEndlessBodyOfAnAnswerThatBringsNoneIsHungUpOn() throws Exception {
        try (WireServer wire = new WireServer((head, out) -> {
            WireServer.write(out, "HTTP/1.1 503 No\r\n\r\n");
            endless(out, new byte[10_000]);
        })) {
            assertThat(fetch(SHORT, wire.uri("/"))).isEqualTo(new Fetched.TryLater("it answered 503"));
            assertThat(wire.hungUp().await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anEndlessRunOfEmptyGzipMembersEnds() throws Exception {
        byte[] empty = FetcherTest.gzip(new byte[0]);
        try (WireServer wire = new WireServer((head, out) -> {
            WireServer.write(out, OK + "Content-Encoding: gzip\r\n\r\n");
            endless(out, empty);
        })) {
            assertThat(fetch(SMALL, wire.uri("/")))
                    .isInstanceOfSatisfying(
                            Fetched.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo("it has more than 100000 bytes as sent"));
        }
    }

    @Test
    void aDeclaredSizeThatIsTooLargeIsNotRead() throws Exception {
        try (WireServer wire = WireServer.of(OK + "Content-Length: 100001\r\n\r\n")) {
            assertThat(fetch(SMALL, wire.uri("/")))
                    .isInstanceOfSatisfying(
                            Fetched.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo("it has 100001 bytes"));
        }
    }

    @Test
    void slowHeadersEndAtTheDeadline() throws Exception {
        try (WireServer wire = new WireServer((head, out) -> {
            WireServer.write(out, OK);
            drip(out, "X-A: b\r\n");
        })) {
            assertThat(fetch(SHORT, wire.uri("/")))
                    .isEqualTo(new Fetched.TryLater("not done within 400 ms (ingest.fetch.deadline.ms)"));
            assertThat(wire.hungUp().await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aSlowBodyEndsAtTheDeadline() throws Exception {
        try (WireServer wire = new WireServer((head, out) -> {
            WireServer.write(out, OK + "\r\n");
            drip(out, "x");
        })) {
            assertThat(fetch(SHORT, wire.uri("/"))).isInstanceOf(Fetched.TryLater.class);
            assertThat(wire.hungUp().await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theDeadlineHoldsForAllRedirectsTogether() throws Exception {
        int[] hops = {0};
        try (WireServer wire = new WireServer((head, out) -> {
            pause(150);
            WireServer.write(out, "HTTP/1.1 302 Found\r\nLocation: /" + hops[0]++ + "\r\nContent-Length: 0\r\n\r\n");
        })) {
            assertThat(fetch(SHORT, wire.uri("/"))).isInstanceOf(Fetched.TryLater.class);
            assertThat(wire.heads()).hasSizeLessThan(6);
        }
    }

    @Test
    void aSilentNameServerEndsAtTheDeadline() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        DnsResolver silent = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new UnknownHostException(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (Fetcher fetcher = new Fetcher(SHORT, CLOCK, silent)) {
            assertThat(fetcher.fetch(FetchRequest.feed(java.net.URI.create("http://example.org/"))))
                    .isInstanceOf(Fetched.TryLater.class);
        } finally {
            over.countDown();
        }
    }

    @Test
    void headersWithoutEndAreRefused() throws Exception {
        try (WireServer wire = new WireServer((head, out) -> {
            WireServer.write(out, OK);
            endless(out, "X-A: b\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            assertThat(fetch(LOCAL, wire.uri("/"))).isInstanceOf(Fetched.Refused.class);
        }
    }

    @Test
    void aHeaderLineWithoutEndIsRefused() throws Exception {
        try (WireServer wire = new WireServer((head, out) -> {
            WireServer.write(out, OK + "X: ");
            endless(out, new byte[] {'x', 'x', 'x', 'x'});
        })) {
            assertThat(fetch(LOCAL, wire.uri("/"))).isInstanceOf(Fetched.Refused.class);
        }
    }

    @Test
    void aBodyShorterThanItsLengthIsNotTaken() throws Exception {
        try (WireServer wire = WireServer.of(OK + "Content-Length: 100\r\n\r\nhalf")) {
            assertThat(fetch(wire.uri("/")))
                    .isEqualTo(new Fetched.TryLater("the answer of 127.0.0.1 ends before its end"));
        }
    }

    @Test
    void chunksThatBreakOffAreNotTaken() throws Exception {
        try (WireServer wire = WireServer.of(OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n9\r\nwor")) {
            assertThat(fetch(wire.uri("/"))).isInstanceOf(Fetched.TryLater.class);
        }
    }

    @Test
    void whatIsBehindABodyIsNotTheNextAnswer() throws Exception {
        try (WireServer wire =
                        WireServer.of(OK + "Content-Length: 4\r\n\r\ntrue" + OK + "Content-Length: 5\r\n\r\nfalse");
                Fetcher fetcher = new Fetcher(LOCAL, CLOCK)) {
            for (int i = 0; i < 2; i++) {
                assertThat(Fetching.body(fetcher.fetch(FetchRequest.feed(wire.uri("/"))))
                                .bytes())
                        .asString()
                        .isEqualTo("true");
            }
            assertThat(wire.heads()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "\0\0\0\0",
                "HTTP/9.9 OK\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 999 Odd\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"
            })
    void whatIsNoHttpIsNoException(String answer) throws Exception {
        try (WireServer wire = WireServer.of(answer)) {
            assertThat(fetch(SHORT, wire.uri("/"))).isNotInstanceOf(Fetched.Body.class);
        }
    }

    @Test
    void anInterruptEndsAFetch() throws Exception {
        AtomicReference<Object> outcome = new AtomicReference<>();
        try (WireServer wire = new WireServer((head, out) -> drip(out, " "))) {
            Thread asking = new Thread(() -> {
                try {
                    outcome.set(fetch(LOCAL, wire.uri("/")));
                } catch (InterruptedException e) {
                    outcome.set(e);
                }
            });
            asking.start();
            Awaitility.await().until(() -> !wire.heads().isEmpty());
            asking.interrupt();
            asking.join(Duration.ofSeconds(20).toMillis());

            assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
            assertThat(wire.hungUp().await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void endless(OutputStream out, byte[] part) throws java.io.IOException {
        while (true) {
            out.write(part);
        }
    }

    /** Never silent for long, and never done. */
    private static void drip(OutputStream out, String drop) throws java.io.IOException {
        while (true) {
            WireServer.write(out, drop);
            pause(20);
        }
    }

    private static void pause(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
