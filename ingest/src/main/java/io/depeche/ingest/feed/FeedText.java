// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import io.depeche.ingest.format.Refused;

/**
 * A text of a feed as it was written, with what it was written in.
 *
 * @param value plain text, or markup where the media type says so
 * @param mediaType {@code text/plain}, {@code text/html}, {@code application/xhtml+xml}, or another that the feed names
 */
public record FeedText(String value, String mediaType) {

    static final String PLAIN = "text/plain";
    static final String HTML = "text/html";
    static final String XHTML = "application/xhtml+xml";

    /** Whether the value is markup. */
    public boolean isMarkup() {
        return mediaType.equals(HTML) || mediaType.equals(XHTML) || mediaType.endsWith("/xml");
    }

    /** Whether nothing is written there. */
    public boolean isBlank() {
        return value.isBlank();
    }

    /**
     * The text alone, paragraphs separated by an empty line.
     *
     * @throws Refused where it has more markup than any text that is meant to be read
     */
    public String plain() throws Refused {
        return isMarkup() ? ItemText.of(value) : value.strip();
    }
}
