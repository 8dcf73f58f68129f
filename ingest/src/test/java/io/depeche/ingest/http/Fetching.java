// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;

/** Fetchers for tests: without pauses, and with short deadlines where a test waits for one. */
final class Fetching {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final FetchSettings GUARDED =
            FetchSettings.of("1.0-test", "desk@example.org").withInterval(Duration.ZERO);
    static final FetchSettings LOCAL = GUARDED.withPrivateAddresses(true);
    static final FetchSettings SHORT = LOCAL.withDeadline(Duration.ofMillis(400));

    private Fetching() {}

    static Fetched fetch(FetchSettings settings, FetchRequest request) throws InterruptedException {
        try (Fetcher fetcher = new Fetcher(settings, CLOCK)) {
            return fetcher.fetch(request);
        }
    }

    static Fetched fetch(FetchSettings settings, URI uri) throws InterruptedException {
        return fetch(settings, FetchRequest.feed(uri));
    }

    static Fetched fetch(URI uri) throws InterruptedException {
        return fetch(LOCAL, uri);
    }

    /** Fails loudly where it is no document. */
    static Fetched.Body body(Fetched fetched) {
        return (Fetched.Body) fetched;
    }

    /** A resolver that knows these names and the addresses. */
    static DnsResolver names(Map<String, String> names) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName(names.getOrDefault(host, host))};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
