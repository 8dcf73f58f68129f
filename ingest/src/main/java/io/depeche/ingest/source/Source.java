// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import java.io.IOException;

/** Somewhere that statements come from. Run by one thread at a time, and perhaps again after a run has ended. */
public interface Source {

    /** Names it in events, messages and configuration; part of the identity of its statements. */
    String id();

    /** Whether {@link #run} comes to an end by itself. */
    boolean isFinite();

    /**
     * Whether it belongs to this process, as its standard input does: run here and once, whoever reads the other sources,
     * and without a memory.
     */
    boolean isBound();

    /**
     * Reads everything there is, and if not finite whatever comes later, until the thread is interrupted. What can't be
     * taken is refused one by one, and the rest goes on. What was taken last need not be committed.
     *
     * @throws IOException where the whole source can't be read any further
     * @throws InterruptedException where the thread was interrupted
     */
    void run(Delivery delivery) throws IOException, InterruptedException;
}
