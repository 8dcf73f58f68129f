// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.io.WireFeedInput;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What ROME tells of a feed: names, links, authors, categories, and how often to ask for it.
 *
 * @param items one for each item, in order
 */
record RomeFeed(
        Optional<String> url,
        Optional<String> language,
        Optional<Duration> ttl,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        List<RomeItem> items) {

    private static final int HOURS = 24;
    /** Longer than any that BCP 47 knows; every item of a feed has it. */
    private static final int LONGEST_TAG = 100;

    static RomeFeed read(FeedDocument feed, String base) throws FeedException {
        WireFeed read;
        try {
            read = new WireFeedInput(false, Locale.ROOT).build(RomeShape.of(feed, base));
        } catch (com.rometools.rome.io.FeedException | IllegalArgumentException e) {
            throw new FeedException("it is no feed that can be read: " + e.getMessage(), "validate the feed");
        }
        return read instanceof Channel ? of((Channel) read) : of((com.rometools.rome.feed.atom.Feed) read);
    }

    private static RomeFeed of(Channel channel) {
        Set<DayOfWeek> days = channel.getSkipDays().stream()
                .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> hours = channel.getSkipHours().stream()
                .map(hour -> hour % HOURS)
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<Duration> ttl =
                Optional.of(channel.getTtl()).filter(minutes -> minutes > 0).map(Duration::ofMinutes);
        return new RomeFeed(
                written(channel.getLink()),
                tag(channel.getLanguage()).or(() -> language(channel.getModule(DCModule.URI))),
                ttl,
                hours,
                days,
                channel.getItems().stream().map(RomeItem::of).toList());
    }

    private static RomeFeed of(com.rometools.rome.feed.atom.Feed feed) {
        return new RomeFeed(
                RomeItem.page(feed.getAlternateLinks()),
                tag(feed.getLanguage()).or(() -> language(feed.getModule(DCModule.URI))),
                Optional.empty(),
                Set.of(),
                Set.of(),
                feed.getEntries().stream().map(RomeItem::of).toList());
    }

    static Optional<String> language(Module dublinCore) {
        return dublinCore == null ? Optional.empty() : tag(((DCModule) dublinCore).getLanguage());
    }

    /** A language tag, which some write with an underscore. */
    static Optional<String> tag(String textOrNull) {
        return written(textOrNull).filter(tag -> tag.length() <= LONGEST_TAG).map(tag -> tag.replace('_', '-'));
    }

    static Optional<String> written(String textOrNull) {
        return Optional.ofNullable(textOrNull).map(String::strip).filter(text -> !text.isEmpty());
    }
}
