// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import io.depeche.ingest.source.Delivery;

/** Which sources are this instance's to read, and what they deliver to. Thread-safe. */
public interface Shares extends AutoCloseable {

    /** Some of the sources, as long as they are this instance's. Thread-safe. */
    interface Share {

        /** Whether a source of that id is in it. */
        boolean holds(String source);

        /** A new delivery of that source, in the state of its last commit; for one run, after the run before has ended. */
        Delivery delivery(String source);
    }

    /** Runs the sources. Called by threads of the shares, one call at a time for each share. */
    interface Holder {

        /** The share's sources may run from now on. */
        void opened(Share share);

        /** They may not any more: returns when they have ended, or doesn't wait for them any longer. */
        void closed(Share share);

        /** Nothing can be delivered any more, and trying again would not help. */
        void failed(Throwable cause);
    }

    /** Starts to open shares, once. */
    void start(Holder holder);

    /** Whether it is known which sources are this instance's, and all of these may run. */
    boolean isReady();

    /** Commits what has been handed over, and gives the sources to others; for when they have ended. Idempotent. */
    @Override
    void close();
}
