// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How often a feed says that it changes (RDF Site Summary 1.0 Modules: Syndication), in whatever kind of feed. */
final class UpdatePeriod {

    private static final Pattern FREQUENCY = Pattern.compile("[1-9]\\d{0,3}");

    private UpdatePeriod() {}

    static Optional<Duration> of(FeedDocument feed) {
        int frequency = texts(feed, "sy:updatefrequency").stream()
                .filter(FREQUENCY.asMatchPredicate())
                .map(Integer::valueOf)
                .findFirst()
                .orElse(1);
        return texts(feed, "sy:updateperiod").stream()
                .flatMap(period -> length(period).stream())
                .findFirst()
                .map(length -> length.dividedBy(frequency));
    }

    private static List<String> texts(FeedDocument feed, String name) {
        return feed.head(name).stream()
                .map(element -> element.getTextContent().strip().toLowerCase(Locale.ROOT))
                .toList();
    }

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
}
