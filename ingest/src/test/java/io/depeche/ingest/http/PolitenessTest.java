// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import static io.depeche.ingest.http.Fetching.CLOCK;
import static io.depeche.ingest.http.Fetching.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PolitenessTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final DnsResolver NAMES = Fetching.names(Map.of("a.example", "127.0.0.1", "b.example", "127.0.0.1"));

    @Test
    void aHostIsAskedOnceAtATime() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (WireServer wire = new WireServer((head, out) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    Thread.yield();
                    now.decrementAndGet();
                    WireServer.write(out, OK);
                });
                Fetcher fetcher = new Fetcher(LOCAL, CLOCK)) {
            List<Callable<Fetched>> many = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                URI uri = wire.uri("/" + i);
                many.add(() -> fetcher.fetch(FetchRequest.feed(uri)));
            }
            ExecutorService threads = Executors.newFixedThreadPool(20);
            for (Future<Fetched> fetched : threads.invokeAll(many)) {
                assertThat(fetched.get()).isInstanceOf(Fetched.Body.class);
            }
            threads.shutdown();

            assertThat(most).hasValue(1);
        }
    }

    @Test
    void aHostThatIsSlowHoldsUpNoOther() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (WireServer slow = new WireServer((head, out) -> {
                    asked.countDown();
                    await(done);
                    WireServer.write(out, OK);
                });
                WireServer quick = WireServer.of(OK);
                Fetcher fetcher = new Fetcher(LOCAL, CLOCK, NAMES)) {
            Future<Fetched> first = thread.submit(() -> fetcher.fetch(at("a.example", slow)));
            await(asked);

            assertThat(fetcher.fetch(at("b.example", quick))).isInstanceOf(Fetched.Body.class);
            assertThat(first.isDone()).isFalse();
            done.countDown();
            assertThat(first.get()).isInstanceOf(Fetched.Body.class);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void betweenTwoRequestsToAHostThereIsAPause() throws Exception {
        Duration pause = Duration.ofMillis(200);
        try (WireServer wire = new WireServer((head, out) -> WireServer.write(
                        out,
                        head.startsWith("GET /a ")
                                ? "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"
                                : OK));
                Fetcher fetcher = new Fetcher(LOCAL.withInterval(pause), CLOCK)) {
            fetcher.fetch(FetchRequest.feed(wire.uri("/a")));
            fetcher.fetch(FetchRequest.feed(wire.uri("/c")));

            List<Long> times = wire.arrivals();
            assertThat(times).hasSize(3);
            assertThat(times.get(1) - times.get(0)).isGreaterThanOrEqualTo(pause.toNanos());
            assertThat(times.get(2) - times.get(1)).isGreaterThanOrEqualTo(pause.toNanos());
        }
    }

    @Test
    void aWaitThatIsInterruptedLeavesTheTurnToOthers() throws Exception {
        Turns turns = new Turns(Duration.ZERO);
        Turns.Turn held = turns.take("h");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> turns.take("h")).isInstanceOf(InterruptedException.class);
        held.close();

        turns.take("h").close();
    }

    @Test
    void hostsThatNobodyAsksAreForgotten() throws Exception {
        Turns turns = new Turns(Duration.ZERO);
        for (int i = 0; i < 100; i++) {
            turns.take("h" + i).close();
        }

        assertThat(turns.hosts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nobody", "a b@example.org", "a@b) evil (", "a@b\r\nX: y", "ftp://example.org", "\u00e9@b"})
    void aContactIsOne(String contact) {
        assertThatThrownBy(() -> FetchSettings.of("1.0", contact))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ingest.fetch.contact");
    }

    @Test
    void settingsOutOfBoundsAreRefusedByTheirKeys() {
        assertThatThrownBy(() -> LOCAL.withMaxBytes(0)).hasMessageContaining("ingest.fetch.max.bytes");
        assertThatThrownBy(() -> LOCAL.withDeadline(Duration.ZERO)).hasMessageContaining("ingest.fetch.deadline.ms");
        assertThatThrownBy(() -> LOCAL.withInterval(Duration.ofDays(1)))
                .hasMessageContaining("ingest.fetch.interval.ms");
        assertThatThrownBy(() -> FetchSettings.of("1 0", "a@b")).isInstanceOf(IllegalArgumentException.class);
    }

    private static FetchRequest at(String host, WireServer wire) {
        return FetchRequest.feed(URI.create("http://" + host + ":" + wire.port() + "/"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
