// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * When a feed wants to be asked, by its own elements (RSS 2.0: ttl, skipHours, skipDays). Immutable.
 *
 * @param ttl how long it may be kept
 * @param skipHours hours of the day in UTC, 0 to 23, in which not to ask; 24 is taken for 0, as in RSS 0.91; others are
 *     left out
 * @param skipDays days of the week in UTC on which not to ask
 */
public record Wishes(Optional<Duration> ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

    /** A feed without any. */
    public static final Wishes NONE = new Wishes(Optional.empty(), Set.of(), Set.of());

    private static final int HOURS_OF_DAY = 24;
    private static final int HOURS_OF_WEEK = 7 * HOURS_OF_DAY;

    public Wishes {
        Set<Integer> hours = new HashSet<>();
        for (int hour : skipHours) {
            if (hour >= 0 && hour <= HOURS_OF_DAY) {
                hours.add(hour % HOURS_OF_DAY);
            }
        }
        skipHours = Set.copyOf(hours);
        skipDays = Set.copyOf(skipDays);
    }

    /** That time, or the first hour after it that is not skipped; that time where no hour is left. */
    Instant notSkipped(Instant time) {
        ZonedDateTime at = time.atZone(ZoneOffset.UTC);
        for (int i = 0; i <= HOURS_OF_WEEK; i++) {
            if (!skipHours.contains(at.getHour()) && !skipDays.contains(at.getDayOfWeek())) {
                return at.toInstant();
            }
            at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return time;
    }
}
