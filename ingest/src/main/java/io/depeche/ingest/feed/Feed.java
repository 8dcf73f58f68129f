// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.nio.charset.Charset;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A feed as it was read. Immutable.
 *
 * @param format {@code rss}, {@code rdf}, {@code atom}, {@code cdf} or {@code jsonfeed}
 * @param title plain text; empty where it has none
 * @param id what the feed calls itself
 * @param url the page that the feed belongs to
 * @param language a BCP 47 tag as the feed writes it, not checked
 * @param ttl how long the feed says that it may be kept before it is asked for again
 * @param skipHours hours in GMT, 0 to 23, in which it doesn't change
 * @param skipDays days in GMT on which it doesn't change
 * @param hub of WebSub
 * @param charset that its bytes were read in
 * @param items in the order of the feed
 * @param notes what was mended, guessed or left out, for a person
 */
public record Feed(
        String format,
        String title,
        Optional<String> id,
        Optional<String> url,
        Optional<String> language,
        Optional<Duration> ttl,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        Optional<String> hub,
        Charset charset,
        List<FeedItem> items,
        List<String> notes) {

    public Feed {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }
}
