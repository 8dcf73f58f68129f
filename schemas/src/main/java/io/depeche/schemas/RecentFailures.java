// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

import io.depeche.schemas.config.DeadLetterLimit;
import java.util.Optional;

/**
 * Counts what became of the last records of a role, and tells when too many failed. Until there are as many as the
 * window, the share is that of those so far. A record that is read again, after a failed transaction, counts again.
 *
 * <p>Thread-safe.
 */
public final class RecentFailures {

    private final DeadLetterLimit limit;
    private final boolean[] failed;
    private int size;
    private int next;
    private int failures;
    private String excess;

    public RecentFailures(DeadLetterLimit limit) {
        this.limit = limit;
        this.failed = new boolean[limit.window()];
    }

    private RecentFailures(RecentFailures other) {
        limit = other.limit;
        failed = other.failed.clone();
        size = other.size;
        next = other.next;
        failures = other.failures;
        excess = other.excess;
    }

    /** The same counts, which go their own way from here. */
    public synchronized RecentFailures copy() {
        return new RecentFailures(this);
    }

    /** Counts a record that has been processed. */
    public synchronized void succeeded() {
        count(false);
    }

    /**
     * Counts a record that failed.
     *
     * @param failure which record it is, and why it failed
     * @return why the role has to stop, if it has to: share, count, last failure, setting, and the way out
     */
    public synchronized Optional<String> failed(String failure) {
        count(true);
        if (failures >= limit.min() && failures > limit.maxShare() * size) {
            excess =
                    "%d of the last %d records failed, more than %s = %s allows. The last one is %s. Mend the cause, and start again: what was read since the last commit is read again. Where these records are to go to the dead letters all the same, raise %s (1: never stop)"
                            .formatted(failures, size, limit.shareKey(), limit.maxShare(), failure, limit.shareKey());
        }
        return excess();
    }

    /** Why the role has to stop, once it had to. */
    public synchronized Optional<String> excess() {
        return Optional.ofNullable(excess);
    }

    private void count(boolean failure) {
        if (size < failed.length) {
            size++;
        } else if (failed[next]) {
            failures--;
        }
        failed[next] = failure;
        failures += failure ? 1 : 0;
        next = (next + 1) % failed.length;
    }
}
