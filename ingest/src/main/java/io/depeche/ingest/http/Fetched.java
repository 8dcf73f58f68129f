// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What came of a fetch. Reasons hold no secrets and nothing that the other side wrote. */
public sealed interface Fetched {

    /**
     * The document.
     *
     * @param bytes unpacked
     * @param contentType the header as it stands
     * @param from where it was found after redirects, without userinfo
     * @param movedTo where the permanent redirects at the start of the chain led: to be asked next time
     * @param etag to be sent next time
     * @param lastModified to be sent next time
     */
    record Body(
            byte[] bytes,
            Optional<String> contentType,
            URI from,
            Optional<URI> movedTo,
            Optional<String> etag,
            Optional<String> lastModified,
            Freshness freshness)
            implements Fetched {}

    /**
     * The copy at hand is the current one.
     *
     * @param etag the new one where the answer names one; else the one at hand stays in force
     * @param lastModified likewise
     */
    record NotModified(Optional<String> etag, Optional<String> lastModified, Freshness freshness, Optional<URI> movedTo)
            implements Fetched {}

    /**
     * Not now, perhaps later.
     *
     * @param retryAfter how long the server asks to wait
     */
    record TryLater(Optional<Duration> retryAfter, String reason) implements Fetched {

        TryLater(String reason) {
            this(Optional.empty(), reason);
        }
    }

    /** It was there once and will not come back (410). */
    record Gone(String reason) implements Fetched {}

    /** It can't be fetched so; a person has to do something. */
    record Refused(String reason, String wayOut) implements Fetched {}
}
