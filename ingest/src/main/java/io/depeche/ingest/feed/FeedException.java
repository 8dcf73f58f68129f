// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

/** Says why a document is no feed that can be read, and the way out. */
public final class FeedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String wayOut;

    FeedException(String reason, String wayOut) {
        super(reason, null, false, false);
        this.wayOut = wayOut;
    }

    /** What a person can do about it. */
    public String wayOut() {
        return wayOut;
    }
}
