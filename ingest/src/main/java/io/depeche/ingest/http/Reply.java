// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.time.Instant;
import java.util.Optional;
import org.apache.hc.core5.http.MessageHeaders;

/**
 * A server's answer.
 *
 * @param body unpacked; empty where the status brings no document
 */
record Reply(int status, MessageHeaders headers, byte[] body, Instant receivedAt) {

    private static final int OK = 200;
    private static final int NON_AUTHORITATIVE = 203;
    private static final int NOT_MODIFIED = 304;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** A validator longer than this is not worth keeping. */
    private static final int LONGEST_VALIDATOR = 1024;

    static boolean bringsDocument(int status) {
        return status == OK || status == NON_AUTHORITATIVE;
    }

    boolean isRedirect() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    Optional<String> header(String name) {
        return Freshness.first(headers, name);
    }

    /** What came of the fetch that ends with this answer. */
    Fetched outcome(Chain chain, boolean conditional) {
        if (bringsDocument(status)) {
            return new Fetched.Body(
                    body,
                    header("Content-Type"),
                    chain.target().uri(),
                    chain.movedTo(),
                    validator("ETag"),
                    validator("Last-Modified"),
                    freshness());
        }
        if (status == NOT_MODIFIED && conditional) {
            return new Fetched.NotModified(validator("ETag"), validator("Last-Modified"), freshness(), chain.movedTo());
        }
        return failure();
    }

    private Fetched failure() {
        return switch (status) {
            case GONE -> new Fetched.Gone("it answered 410: gone for good");
            case NOT_MODIFIED -> new Fetched.TryLater("it answered 304 to a request without conditions");
            case REQUEST_TIMEOUT, TOO_EARLY, TOO_MANY_REQUESTS -> tryLater();
            case 401, 403 -> refused("look whether it needs a name and password, or forbids machines");
            case 404 -> refused("correct the address");
            default -> status >= SERVER_ERROR ? tryLater() : refused("open it in a browser and look what it expects");
        };
    }

    private Fetched tryLater() {
        return new Fetched.TryLater(Freshness.retryAfter(headers, receivedAt), "it answered " + status);
    }

    private Fetched refused(String wayOut) {
        return new Fetched.Refused("it answered " + status, wayOut);
    }

    private Freshness freshness() {
        return Freshness.of(headers, receivedAt);
    }

    private Optional<String> validator(String name) {
        return header(name).filter(value -> value.length() <= LONGEST_VALIDATOR);
    }
}
