// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

import java.time.Duration;

/**
 * The patience with a thread that has been told to end. Thread-safe.
 *
 * @param orderly how long it may take for an end of its own, positive
 * @param interrupted how long then, once it has been interrupted, positive
 */
public record ThreadEnd(Duration orderly, Duration interrupted) {

    /**
     * Waits for its end; where the thread that waits is interrupted, not any longer.
     *
     * @return whether it has ended, or was never started
     */
    public boolean await(Thread thread) {
        try {
            thread.join(orderly.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(interrupted.toMillis());
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
