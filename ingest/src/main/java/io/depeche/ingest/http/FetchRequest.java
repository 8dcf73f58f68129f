// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.net.URI;
import java.util.Optional;

/**
 * What to fetch, and what is known of it from last time.
 *
 * @param uri as configured; its userinfo is sent as basic authentication (RFC 7617) to that host and no other
 * @param movedTo where a permanent redirect led last time, which is asked instead
 * @param etag of the copy at hand
 * @param lastModified of the copy at hand, as the server wrote it
 * @param accept media types, as the Accept header has them
 */
public record FetchRequest(
        URI uri, Optional<URI> movedTo, Optional<String> etag, Optional<String> lastModified, String accept) {

    private static final String FEED = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";
    private static final String PAGE = "text/html, application/xhtml+xml, */*;q=0.1";

    /** A feed of which nothing is known yet. */
    public static FetchRequest feed(URI uri) {
        return new FetchRequest(uri, Optional.empty(), Optional.empty(), Optional.empty(), FEED);
    }

    /** An HTML page of which nothing is known yet. */
    public static FetchRequest page(URI uri) {
        return new FetchRequest(uri, Optional.empty(), Optional.empty(), Optional.empty(), PAGE);
    }

    /** The same, asked where it has moved to. */
    public FetchRequest at(Optional<URI> newPlace) {
        return new FetchRequest(uri, newPlace, etag, lastModified, accept);
    }

    /** The same, to be sent only where it has changed; each validator is kept and sent for itself (RFC 9110, 13.1). */
    public FetchRequest unlessStill(Optional<String> sameEtag, Optional<String> sameLastModified) {
        return new FetchRequest(uri, movedTo, sameEtag, sameLastModified, accept);
    }

    boolean isConditional() {
        return etag.isPresent() || lastModified.isPresent();
    }
}
