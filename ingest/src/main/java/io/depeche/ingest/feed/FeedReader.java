// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads feeds of every kind: RSS 0.90 (RDF), 0.91, 0.92, 0.93, 0.94 and 2.0, RSS 1.0 (RDF), CDF, Atom 0.3 and 1.0 (RFC
 * 4287), JSON Feed 1.0 and 1.1. What is not quite one of them is read leniently and noted. Stateless and thread-safe.
 *
 * <p>At most {@value #MOST_BYTES} bytes are read, {@value #MOST_ITEMS} items and {@value #MOST_NODES} elements and
 * attributes; what is beyond the first is refused, beyond the others left out and noted.
 */
public final class FeedReader {

    /** The longest feed that is read, in bytes. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;
    /** The most items that are read of a feed. */
    public static final int MOST_ITEMS = 10_000;
    /** The most elements and attributes that are read of a feed. */
    public static final int MOST_NODES = 400_000;

    /**
     * @param content all bytes of the feed, unzipped
     * @param contentType the value of HTTP's Content-Type, where it came with one
     * @param baseUrl where it came from, against which relative links are resolved (RFC 3986); or empty
     * @throws FeedException where it is none that can be read
     */
    public Feed read(byte[] content, Optional<String> contentType, String baseUrl) throws FeedException {
        if (content.length > MOST_BYTES) {
            throw new FeedException(
                    "the feed has " + content.length + " bytes, more than " + MOST_BYTES,
                    "ask for one with fewer items in it");
        }
        FeedDecoder.Decoded decoded = FeedDecoder.decode(content, contentType);
        List<String> notes = new ArrayList<>(decoded.notes());
        String text = decoded.text().strip();
        if (text.isEmpty()) {
            throw new FeedException("the feed is empty", "see what the address gives in a browser");
        }
        return text.startsWith("{")
                ? new JsonFeed(decoded.charset(), notes, baseUrl).read(text)
                : new XmlFeed(decoded.charset(), notes, baseUrl).read(text);
    }
}
