// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.schemas.config.DeadLetterLimit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class RecentFailuresTest {

    private static RecentFailures allowing(double share, int window, int min) {
        return new RecentFailures(new DeadLetterLimit(share, window, min, "role.dead.letters.max.share"));
    }

    private static void succeed(RecentFailures recent, int times) {
        IntStream.range(0, times).forEach(i -> recent.succeeded());
    }

    private static Optional<String> fail(RecentFailures recent, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> recent.failed("record " + i))
                .reduce(Optional.empty(), (before, last) -> last);
    }

    @Test
    void toleratesTheShareAndNoMore() {
        RecentFailures recent = allowing(0.5, 100, 10);
        succeed(recent, 20);

        assertThat(fail(recent, 20)).isEmpty();
        assertThat(recent.failed("t-0@7: no Avro"))
                .hasValue(
                        "21 of the last 41 records failed, more than role.dead.letters.max.share = 0.5 allows. The last"
                                + " one is t-0@7: no Avro. Mend the cause, and start again: what was read since the last commit"
                                + " is read again. Where these records are to go to the dead letters all the same, raise"
                                + " role.dead.letters.max.share (1: never stop)");
        assertThat(recent.excess()).isPresent();
    }

    @Test
    void toleratesFewWhateverTheirShare() {
        RecentFailures recent = allowing(0.5, 100, 10);

        assertThat(fail(recent, 9)).isEmpty();
        assertThat(fail(recent, 1)).isPresent();
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        RecentFailures recent = allowing(0.5, 100, 10);
        succeed(recent, 51);
        assertThat(fail(recent, 49)).isEmpty();
        succeed(recent, 1_000);
        assertThat(fail(recent, 50)).isEmpty();

        assertThat(recent.failed("one more").orElseThrow()).startsWith("51 of the last 100 records failed");
    }

    @Test
    void neverStopsAtAShareOfOne() {
        assertThat(fail(allowing(1, 100, 10), 10_000)).isEmpty();
    }

    @Test
    void aCopyGoesItsOwnWay() {
        RecentFailures recent = allowing(0, 100, 2);
        fail(recent, 1);
        RecentFailures copy = recent.copy();

        assertThat(fail(copy, 1)).isPresent();
        assertThat(recent.excess()).isEmpty();
        assertThat(fail(recent, 1)).isPresent();
    }

    @Test
    void refusesAMinimumThatTheWindowCantHold() {
        ConfigDef keys = DeadLetterLimit.define(new ConfigDef(), "role.");

        assertThat(DeadLetterLimit.of(new AbstractConfig(keys, Map.of()), "role."))
                .isEqualTo(new DeadLetterLimit(0.5, 1000, 100, "role.dead.letters.max.share"));
        assertThatThrownBy(() ->
                        DeadLetterLimit.of(new AbstractConfig(keys, Map.of("role.dead.letters.window", "99")), "role."))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("role.dead.letters.min")
                .hasMessageContaining("99");
    }
}
