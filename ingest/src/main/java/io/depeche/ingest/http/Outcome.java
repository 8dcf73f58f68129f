// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.time.Duration;
import java.util.Optional;

/** What a schedule has to know of how asking a feed went. */
public sealed interface Outcome {

    /**
     * It answered.
     *
     * @param freshness of the answer
     * @param wishes of the feed; nothing where it was not read again, so that the last ones stay in force
     */
    record Answered(Freshness freshness, Optional<Wishes> wishes) implements Outcome {}

    /**
     * It did not, or not with anything that can be used.
     *
     * @param retryAfter how long the server asks to wait
     */
    record Failed(Optional<Duration> retryAfter) implements Outcome {}

    /** It will not come back. */
    record Ended() implements Outcome {}

    /**
     * Of a fetch.
     *
     * @param wishes of the feed, where its document has been read
     */
    static Outcome of(Fetched fetched, Optional<Wishes> wishes) {
        if (fetched instanceof Fetched.Body body) {
            return new Answered(body.freshness(), wishes);
        }
        if (fetched instanceof Fetched.NotModified same) {
            return new Answered(same.freshness(), Optional.empty());
        }
        if (fetched instanceof Fetched.Gone) {
            return new Ended();
        }
        return new Failed(fetched instanceof Fetched.TryLater later ? later.retryAfter() : Optional.empty());
    }
}
