// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.format.Intake;

/**
 * What one source hands its statements to, and what it remembers from run to run. For the source's thread alone.
 *
 * <p>What it learns becomes lasting together with the statements that were taken before, and not without them: after a
 * crash at any moment the source finds either both or neither. A statement whose content is known from before is not
 * published again.
 */
public interface Delivery extends Intake {

    /** Whether the item is known with that very content. */
    boolean knows(String item, long fingerprint);

    /**
     * Learns an item other than a statement: a file that has been read.
     *
     * @param item 32 hexadecimal digits, of a kind that no statement's id is made of
     */
    void learn(String item, long fingerprint);

    /** As it was last set, in this run or an earlier one. */
    Position position();

    /** Sets it, to last from the next commit on. */
    void moveTo(Position position);

    /**
     * Waits until all that was taken and learned is lasting.
     *
     * @throws InterruptedException where the thread was interrupted, or somebody else reads the source from now on
     */
    void commit() throws InterruptedException;
}
