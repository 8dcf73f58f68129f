// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * An item of a feed as it was read, an entry in Atom. Immutable.
 *
 * @param guid what the feed calls it, as it is written: a relative one is not resolved, for then the same item would
 *     have another name at another address
 * @param permalink whether the guid is the address of the item, too
 * @param url where it can be read, absolute where the feed or its address tells the base
 * @param title plain text
 * @param content the whole of it, where the feed gives more than a summary
 * @param summary what RSS calls description, too
 * @param issued in ISO 8601, in the precision given
 * @param updated in ISO 8601, in the precision given
 * @param language as the feed writes it, not checked; the feed's where the item has none
 * @param rights plain text
 * @param categories with their scheme before them, where there is one
 * @param author name, or address where there is no name
 * @param original the item as it stands in the feed; where that is XML, written out anew, so that neither the encoding
 *     nor the way of quoting makes a difference
 */
public record FeedItem(
        Optional<String> guid,
        boolean permalink,
        Optional<String> url,
        Optional<String> title,
        Optional<FeedText> content,
        Optional<FeedText> summary,
        Optional<String> issued,
        Optional<String> updated,
        Optional<String> language,
        Optional<String> rights,
        List<String> categories,
        Optional<String> author,
        String original) {

    public FeedItem {
        categories = List.copyOf(categories);
    }

    /** What tells it apart in its feed: its guid, else its link; where both are missing, only its content does. */
    public Optional<String> ownId() {
        return guid.or(() -> url);
    }

    /** The same item with another text for its content: the one of the page that it links to. */
    public FeedItem withText(String text) {
        return new FeedItem(
                guid,
                permalink,
                url,
                title,
                Optional.of(new FeedText(text, FeedText.PLAIN)),
                summary,
                issued,
                updated,
                language,
                rights,
                categories,
                author,
                original);
    }

    /** The content, else the summary. */
    public Optional<FeedText> text() {
        return content.filter(text -> !text.isBlank()).or(() -> summary.filter(text -> !text.isBlank()));
    }
}
