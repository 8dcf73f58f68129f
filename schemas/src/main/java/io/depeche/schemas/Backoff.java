// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

import java.time.Duration;

/** How long to pause after each failure of a row: each time twice as long, up to a bound. Not thread-safe. */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    /**
     * @param first pause
     * @param longest pause, not shorter than the first
     */
    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** The pause after one more failure. */
    public Duration next() {
        Duration pause = next;
        Duration twice = pause.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return pause;
    }

    /** The row has ended: something went well. */
    public void reset() {
        next = first;
    }
}
