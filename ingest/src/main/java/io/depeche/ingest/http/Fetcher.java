// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches documents over HTTP/1.1 (RFC 9110, 9112): one request at a time for each host, only from public addresses,
 * each within bounds of time and size. One is shared by all sources. Thread-safe.
 *
 * <p>Each hop of a redirect takes the turn of its own host and none while it waits for it. The deadline counts the time
 * of the exchanges, not of the waiting, and holds for whatever the other side does, name servers included.
 */
public final class Fetcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    private final FetchSettings settings;
    private final Clock clock;
    private final Turns turns;
    private final CloseableHttpClient client;
    private final ExecutorService exchanges = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fetch");
        thread.setDaemon(true);
        return thread;
    });

    public Fetcher(FetchSettings settings, Clock clock) {
        this(settings, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    Fetcher(FetchSettings settings, Clock clock, DnsResolver resolver) {
        this.settings = settings;
        this.clock = clock;
        this.turns = new Turns(settings.interval());
        this.client =
                Clients.client(settings, settings.allowPrivateAddresses() ? resolver : new AddressGuard(resolver));
    }

    /**
     * Fetches one document, as long as it takes and at most until the deadline.
     *
     * @throws InterruptedException where the calling thread is interrupted; the request is dropped then
     * @throws java.util.concurrent.RejectedExecutionException where this is closed
     */
    public Fetched fetch(FetchRequest request) throws InterruptedException {
        try {
            Chain chain = new Chain(request);
            long timeLeft = settings.deadline().toNanos();
            while (true) {
                try (Turns.Turn turn = turns.take(chain.target().host())) {
                    long start = System.nanoTime();
                    Reply reply = ask(request, chain, timeLeft);
                    if (!reply.isRedirect()) {
                        return reply.outcome(chain, request.isConditional());
                    }
                    chain.follow(reply.status(), reply.header("Location"));
                    timeLeft -= System.nanoTime() - start;
                }
            }
        } catch (Stop stop) {
            return stop.outcome();
        }
    }

    private Reply ask(FetchRequest request, Chain chain, long timeLeft) throws Stop, InterruptedException {
        Exchange exchange = new Exchange(client, request, chain, settings.maxBytes(), clock);
        Future<Reply> reply = exchanges.submit(exchange);
        try {
            return reply.get(timeLeft, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Stop(new Fetched.TryLater(
                    "not done within " + settings.deadline().toMillis() + " ms (" + FetchSettings.DEADLINE + ")"));
        } catch (ExecutionException e) {
            throw failed(e.getCause(), chain.target());
        } finally {
            exchange.cancel();
        }
    }

    private static Stop failed(Throwable cause, Target target) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof IOException failure) {
            LOG.debug("{}: {}", Redaction.redact(target.uri()), failure.toString());
            return new Stop(Failures.of(failure, target));
        }
        // The client's libraries say nothing of such exceptions; what a server sends must not end a source.
        LOG.warn("The answer of {} can't be read", target.host(), cause);
        return new Stop(new Fetched.TryLater("the answer of " + target.host() + " can't be read"));
    }

    /** Drops what is under way. */
    @Override
    public void close() {
        exchanges.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
