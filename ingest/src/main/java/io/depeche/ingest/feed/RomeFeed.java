// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.module.SyModule;
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
import java.util.stream.Stream;

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
                ttl.or(() -> period(channel.getModule(SyModule.URI))),
                hours,
                days,
                channel.getItems().stream().map(RomeItem::of).toList());
    }

    private static RomeFeed of(com.rometools.rome.feed.atom.Feed feed) {
        return new RomeFeed(
                RomeItem.page(feed.getAlternateLinks()),
                tag(feed.getLanguage()).or(() -> language(feed.getModule(DCModule.URI))),
                period(feed.getModule(SyModule.URI)),
                Set.of(),
                Set.of(),
                feed.getEntries().stream().map(RomeItem::of).toList());
    }

    static Optional<String> language(Module dublinCore) {
        return dublinCore == null ? Optional.empty() : tag(((DCModule) dublinCore).getLanguage());
    }

    private static Optional<Duration> period(Module syndication) {
        if (syndication == null) {
            return Optional.empty();
        }
        SyModule module = (SyModule) syndication;
        String period = Optional.ofNullable(module.getUpdatePeriod()).orElse("daily");
        Optional<Duration> length = Stream.of(period.toLowerCase(Locale.ROOT))
                .map(RomeFeed::length)
                .flatMap(Optional::stream)
                .findFirst();
        return length.map(whole -> whole.dividedBy(Math.max(1, module.getUpdateFrequency())));
    }

    /** RDF Site Summary 1.0 Modules: Syndication. */
    private static Optional<Duration> length(String period) {
        return switch (period) {
            case "hourly" -> Optional.of(Duration.ofHours(1));
            case "daily" -> Optional.of(Duration.ofDays(1));
            case "weekly" -> Optional.of(Duration.ofDays(7));
            case "monthly" -> Optional.of(Duration.ofDays(30));
            case "yearly" -> Optional.of(Duration.ofDays(365));
            default -> Optional.empty();
        };
    }

    /** A language tag, which some write with an underscore. */
    static Optional<String> tag(String textOrNull) {
        return written(textOrNull).filter(tag -> tag.length() <= LONGEST_TAG).map(tag -> tag.replace('_', '-'));
    }

    static Optional<String> written(String textOrNull) {
        return Optional.ofNullable(textOrNull).map(String::strip).filter(text -> !text.isEmpty());
    }
}
