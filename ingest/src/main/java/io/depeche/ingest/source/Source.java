// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.format.Intake;
import java.io.IOException;

/** Somewhere that statements come from. Run once, by one thread. */
public interface Source {

    /** Names it in events, messages and configuration; part of the identity of its statements. */
    String id();

    /** Whether {@link #run} comes to an end by itself. */
    boolean isFinite();

    /**
     * Reads everything there is, and if not finite whatever comes later, until the thread is interrupted. What can't be
     * taken is refused one by one, and the rest goes on.
     *
     * @throws IOException where the whole source can't be read any further
     * @throws InterruptedException where the thread was interrupted
     */
    void run(Intake intake) throws IOException, InterruptedException;
}
