// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.utils.URIUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The redirects of one fetch (RFC 9110, section 15.4). Not thread-safe. */
final class Chain {

    private static final Logger LOG = LoggerFactory.getLogger(Chain.class);

    static final int LONGEST = 10;
    private static final int MOVED_PERMANENTLY = 301;
    private static final int PERMANENT_REDIRECT = 308;

    private final Target configured;
    private final Set<URI> seen = new HashSet<>();
    private Target target;
    private boolean permanent = true;
    private Optional<URI> movedTo = Optional.empty();

    Chain(FetchRequest request) throws Stop {
        this.configured = Target.of(request.uri());
        this.target =
                request.movedTo().isPresent() ? Target.of(request.movedTo().get()) : configured;
        seen.add(target.uri());
    }

    /** What to ask now. */
    Target target() {
        return target;
    }

    /** Where the permanent redirects at its start led. */
    Optional<URI> movedTo() {
        return movedTo;
    }

    /** Value of the Authorization header for what is asked now (RFC 7617). */
    Optional<String> authorization() {
        return configured
                .userInfo()
                .filter(userInfo -> configured.shares(target))
                .map(Chain::basic);
    }

    /** @throws Stop where it leads nowhere */
    void follow(int status, Optional<String> location) throws Stop {
        if (location.isEmpty()) {
            throw refused("it answered " + status + " and names no place to go to");
        }
        // Userinfo that a server writes into an address is not the owner's, and never sent.
        Target next = Target.of(resolved(location.get()));
        if (!seen.add(next.uri())) {
            throw refused("its redirects go in a circle, at " + Redaction.redact(next.uri()));
        }
        if (seen.size() > LONGEST + 1) {
            throw refused("it redirects more than " + LONGEST + " times");
        }
        if (!target.isHttp() && next.isHttp()) {
            LOG.warn(
                    "{} redirects from https to http, which anybody on the way can read and change: {}",
                    Redaction.redact(target.uri()),
                    Redaction.redact(next.uri()));
        }
        permanent = permanent && (status == MOVED_PERMANENTLY || status == PERMANENT_REDIRECT);
        if (permanent) {
            movedTo = Optional.of(next.uri());
        }
        target = next;
    }

    private URI resolved(String location) throws Stop {
        try {
            return URIUtils.resolve(target.uri(), URI.create(encoded(location)));
        } catch (IllegalArgumentException e) {
            throw refused("it redirects to what is no URI: " + Redaction.redact(encoded(location)));
        }
    }

    /** Octets that no URI may hold, percent-encoded as browsers do: servers send spaces and letters beyond ASCII. */
    private static String encoded(String location) {
        StringBuilder encoded = new StringBuilder(location.length());
        for (byte octet : location.getBytes(StandardCharsets.ISO_8859_1)) {
            if (octet <= ' ' || octet == 0x7F || "\"<>\\^`{|}".indexOf(octet) >= 0) {
                encoded.append(String.format("%%%02X", octet & 0xFF));
            } else {
                encoded.append((char) octet);
            }
        }
        return encoded.toString();
    }

    private static Stop refused(String reason) {
        return Stop.refused(reason, "open it in a browser and configure the address where it is found");
    }

    private static String basic(String userInfo) {
        byte[] decoded = Percent.decode(userInfo).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(decoded);
    }
}
