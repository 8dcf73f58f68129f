// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import java.util.Optional;

/**
 * Where a source that is asked over HTTP is and what it last answered with.
 *
 * @param url where it is now, after permanent redirects; empty: where it is configured
 * @param etag of the last answer (RFC 9110)
 * @param lastModified of the last answer (RFC 9110)
 */
public record Position(Optional<String> url, Optional<String> etag, Optional<String> lastModified) {

    /** Of a source that has not been asked yet. */
    public static final Position UNKNOWN = new Position(Optional.empty(), Optional.empty(), Optional.empty());
}
