// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a feed is asked next: never before its interval has passed, and never in hours or on days that it skips.
 *
 * <p>After an answer, when that is no longer fresh and its {@code ttl} is over, within a day. After a failure, when the
 * server said to come back, within a day; where it didn't, after twice as long as the time before, by chance up to half
 * of it earlier, up to an hour. Of a feed that is gone, a day later. Not thread-safe: one for each feed.
 */
public final class Schedule {

    private static final Duration LONGEST_WISH = Duration.ofDays(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);
    /** So many doublings of a millisecond are more than an hour. */
    private static final int MOST_DOUBLINGS = 22;

    private final Duration interval;
    private final RandomGenerator random;
    private Wishes wishes = Wishes.NONE;
    private int failures;

    /** @throws IllegalArgumentException where the interval is not positive */
    public Schedule(Duration interval, RandomGenerator random) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("a feed's interval should be positive and is " + interval);
        }
        this.interval = interval;
        this.random = random;
    }

    /** When to ask next, having asked now with that outcome. */
    public Instant next(Instant now, Outcome outcome) {
        Duration delay = longer(interval, delay(outcome));
        return wishes.notSkipped(now.plus(delay));
    }

    private Duration delay(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            failures = 0;
            wishes = answered.wishes().orElse(wishes);
            return longer(wish(answered.freshness().freshFor()), wish(wishes.ttl()));
        }
        if (outcome instanceof Outcome.Failed failed) {
            failures = Math.min(failures + 1, MOST_DOUBLINGS);
            return failed.retryAfter().isPresent() ? wish(failed.retryAfter()) : backOff();
        }
        return LONGEST_WISH;
    }

    private Duration backOff() {
        Duration doubled = interval.multipliedBy(1L << failures);
        Duration longest = doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : longer(interval, LONGEST_BACK_OFF);
        long half = longest.toMillis() / 2;
        return Duration.ofMillis(longest.toMillis() - random.nextLong(half + 1));
    }

    private static Duration wish(Optional<Duration> wish) {
        Duration asked = wish.orElse(Duration.ZERO);
        return asked.compareTo(LONGEST_WISH) < 0 ? asked : LONGEST_WISH;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
