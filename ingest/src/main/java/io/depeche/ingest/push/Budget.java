// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

/**
 * How much of what clients send is held, in all. A request that is alone is always let in, however long it is; its own
 * bounds hold for that. Thread-safe.
 */
final class Budget {

    private final long most;
    private long held;

    Budget(long most) {
        this.most = most;
    }

    /** What one request holds. */
    final class Share {

        private long own;

        private Share() {}

        /** Whether there was room for so many bytes more. */
        boolean add(long bytes) {
            synchronized (Budget.this) {
                if (held > own && held + bytes > most) {
                    return false;
                }
                held += bytes;
                own += bytes;
                return true;
            }
        }

        void remove(long bytes) {
            synchronized (Budget.this) {
                held -= bytes;
                own -= bytes;
            }
        }

        void removeAll() {
            synchronized (Budget.this) {
                held -= own;
                own = 0;
            }
        }
    }

    Share share() {
        return new Share();
    }
}
