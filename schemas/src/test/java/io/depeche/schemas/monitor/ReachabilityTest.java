// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.schemas.monitor.Reachability.Neighbour;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

    private final AtomicLong nanos = new AtomicLong(17);
    private final AtomicBoolean isUp = new AtomicBoolean(true);
    private final Neighbour neighbour = new Neighbour("the registry", this::ask, nanos::get);

    @Test
    void oneThatHasNotAnsweredForLongIsAwayUntilItAnswers() {
        // Given it does not answer
        isUp.set(false);
        pass(Reachability.ASK_EVERY.toNanos());
        neighbour.ask();
        assertThat(neighbour.isAway())
                .as("an answer that is lost changes nothing")
                .isFalse();

        // When it goes on not to
        pass(Reachability.AWAY_AFTER.toNanos());
        neighbour.ask();

        // Then
        assertThat(neighbour.isAway()).isTrue();
        assertThat(neighbour.obstacle())
                .contains("the registry has not answered for 8 s")
                .contains("refused");

        // When
        isUp.set(true);
        neighbour.ask();

        // Then
        assertThat(neighbour.isAway()).isFalse();
    }

    @Test
    void oneThatHangsIsAwayToo() {
        pass(Reachability.AWAY_AFTER.toNanos() + 1);

        assertThat(neighbour.isAway()).isTrue();
    }

    @Test
    void namesThoseThatAreAway() {
        Neighbour other = new Neighbour("Kafka", () -> {}, () -> 0);
        // Nothing is asked in here: its own answer would come at any time.
        Neighbour silent =
                new Neighbour("the registry", () -> Thread.currentThread().join(), nanos::get);
        try (Reachability reachability = new Reachability(List.of(other, silent), List.of())) {
            assertThat(reachability.obstacles()).isEmpty();

            pass(2 * Reachability.AWAY_AFTER.toNanos());

            assertThat(reachability.obstacles()).singleElement().asString().contains("the registry");
        }
    }

    private void pass(long time) {
        nanos.addAndGet(time);
    }

    private void ask() throws IOException {
        if (!isUp.get()) {
            throw new IOException("connection refused");
        }
    }
}
