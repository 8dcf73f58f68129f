// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    /** A Tuesday, noon. */
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final Outcome FAILED = new Outcome.Failed(Optional.empty());
    private static final Outcome ANSWERED = answered(null, null);

    private final Schedule schedule = new Schedule(INTERVAL, new Random(1));

    private static Outcome answered(Integer freshMinutes, Integer ttlMinutes) {
        return new Outcome.Answered(
                new Freshness(Optional.ofNullable(freshMinutes).map(Duration::ofMinutes)),
                Optional.of(new Wishes(Optional.ofNullable(ttlMinutes).map(Duration::ofMinutes), Set.of(), Set.of())));
    }

    private static Outcome skipping(Set<Integer> hours, Set<DayOfWeek> days) {
        return new Outcome.Answered(Freshness.UNKNOWN, Optional.of(new Wishes(Optional.empty(), hours, days)));
    }

    private long minutes(Outcome outcome) {
        return Duration.between(NOW, schedule.next(NOW, outcome)).toMinutes();
    }

    @ParameterizedTest
    @CsvSource({",,15", "0,,15", "5,,15", "60,,60", ",60,60", "30,60,60", "60,30,60", "99999,,1440", ",99999,1440"})
    void afterAnAnswerTheLongestWishWithinADayCounts(Integer fresh, Integer ttl, long expected) {
        assertThat(minutes(answered(fresh, ttl))).isEqualTo(expected);
    }

    @Test
    void anIntervalOfMoreThanADayIsKept() {
        Schedule weekly = new Schedule(Duration.ofDays(7), new Random(1));

        assertThat(weekly.next(NOW, ANSWERED)).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(weekly.next(NOW, new Outcome.Ended())).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(weekly.next(NOW, FAILED)).isAfterOrEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void wishesStayInForceUntilTheFeedIsReadAgain() {
        schedule.next(NOW, answered(null, 60));
        Outcome notModified = new Outcome.Answered(Freshness.UNKNOWN, Optional.empty());

        assertThat(minutes(notModified)).isEqualTo(60);
        assertThat(minutes(ANSWERED)).isEqualTo(15);
        assertThat(minutes(notModified)).isEqualTo(15);
    }

    @Test
    void skippedHoursAndDaysArePassedOver() {
        assertThat(schedule.next(NOW, skipping(Set.of(12, 13), Set.of()))).isEqualTo(at("2026-11-24T14:00:00Z"));
        assertThat(schedule.next(NOW, skipping(Set.of(13), Set.of()))).isEqualTo(at("2026-11-24T12:15:00Z"));
        assertThat(schedule.next(NOW, skipping(Set.of(), Set.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY))))
                .isEqualTo(at("2026-11-26T00:00:00Z"));
        assertThat(schedule.next(NOW, skipping(Set.of(24, 1), Set.of(DayOfWeek.TUESDAY))))
                .isEqualTo(at("2026-11-25T02:00:00Z"));
        assertThat(schedule.next(NOW, FAILED)).isAfterOrEqualTo(at("2026-11-25T02:00:00Z"));
    }

    @Test
    void whoSkipsAllHoursOrDaysIsNotHeard() {
        Set<Integer> allHours = IntStream.range(0, 24).boxed().collect(Collectors.toSet());

        assertThat(minutes(skipping(allHours, Set.of()))).isEqualTo(15);
        assertThat(minutes(skipping(Set.of(), Set.of(DayOfWeek.values())))).isEqualTo(15);
        assertThat(minutes(skipping(Set.of(-1, 25, 99), Set.of()))).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({"0,15", "600,15", "1800,30", "999999999,1440"})
    void aRetryAfterIsKeptWithinADay(long seconds, long expected) {
        assertThat(minutes(new Outcome.Failed(Optional.of(Duration.ofSeconds(seconds)))))
                .isEqualTo(expected);
    }

    @Test
    void failuresBackOffUpToAnHourAndAnAnswerEndsThat() {
        assertThat(minutes(FAILED)).isBetween(15L, 30L);
        assertThat(minutes(FAILED)).isBetween(30L, 60L);
        for (int i = 0; i < 100; i++) {
            assertThat(minutes(FAILED)).isBetween(30L, 60L);
        }
        assertThat(minutes(ANSWERED)).isEqualTo(15);
        assertThat(minutes(FAILED)).isBetween(15L, 30L);
    }

    @Test
    void backingOffIsLeftToChance() {
        Set<Instant> times = IntStream.range(0, 20)
                .mapToObj(seed -> new Schedule(INTERVAL, new Random(seed)).next(NOW, FAILED))
                .collect(Collectors.toSet());

        assertThat(times).hasSizeGreaterThan(15);
    }

    @Property
    void itIsNeverBeforeTheIntervalNorLongAfterADay(
            @ForAll @LongRange(min = 1, max = 90_000_000) long intervalMillis,
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 3) Integer> outcomes,
            @ForAll long seed) {
        Random random = new Random(seed);
        Duration interval = Duration.ofMillis(intervalMillis);
        Schedule any = new Schedule(interval, random);
        for (int outcome : outcomes) {
            Instant next = any.next(
                    NOW,
                    switch (outcome) {
                        case 0 -> answered(random.nextInt(5000), random.nextInt(5000));
                        case 1 -> FAILED;
                        case 2 -> new Outcome.Failed(Optional.of(Duration.ofSeconds(random.nextInt(1_000_000))));
                        default -> new Outcome.Ended();
                    });

            assertThat(next).isAfterOrEqualTo(NOW.plus(interval));
            assertThat(next).isBeforeOrEqualTo(NOW.plus(interval).plus(Duration.ofDays(1)));
        }
    }

    @Test
    void whatCameOfAFetchIsItsOutcome() {
        Freshness hour = new Freshness(Optional.of(Duration.ofHours(1)));
        Optional<Wishes> wishes = Optional.of(Wishes.NONE);
        Fetched body = new Fetched.Body(
                new byte[0],
                Optional.empty(),
                URI.create("http://h/"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                hour);
        Optional<Duration> second = Optional.of(Duration.ofSeconds(1));

        assertThat(Outcome.of(body, wishes)).isEqualTo(new Outcome.Answered(hour, wishes));
        assertThat(Outcome.of(
                        new Fetched.NotModified(Optional.empty(), Optional.empty(), hour, Optional.empty()), wishes))
                .isEqualTo(new Outcome.Answered(hour, Optional.empty()));
        assertThat(Outcome.of(new Fetched.TryLater(second, "busy"), wishes)).isEqualTo(new Outcome.Failed(second));
        assertThat(Outcome.of(new Fetched.Refused("no", "so"), wishes)).isEqualTo(FAILED);
        assertThat(Outcome.of(new Fetched.Gone("gone"), wishes)).isEqualTo(new Outcome.Ended());
    }

    @Test
    void anIntervalIsPositive() {
        assertThatThrownBy(() -> new Schedule(Duration.ZERO, new Random(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
