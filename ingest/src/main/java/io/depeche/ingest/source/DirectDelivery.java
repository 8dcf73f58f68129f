// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;

/**
 * Delivers without a memory, as soon as it is there: what a process is given once and can't ask for again.
 *
 * @param intake takes all that is delivered
 * @param flush waits until that is lasting
 */
public record DirectDelivery(Intake intake, Runnable flush) implements Delivery {

    @Override
    public void take(RawStatement statement, String place) {
        intake.take(statement, place);
    }

    @Override
    public void refuse(Refusal refusal) {
        intake.refuse(refusal);
    }

    @Override
    public void mend(Notice notice) {
        intake.mend(notice);
    }

    @Override
    public boolean knows(String item, long fingerprint) {
        return false;
    }

    @Override
    public void learn(String item, long fingerprint) {
        // Nothing is remembered.
    }

    @Override
    public Position position() {
        return Position.UNKNOWN;
    }

    @Override
    public void moveTo(Position position) {
        // Nothing is remembered.
    }

    @Override
    public void commit() {
        flush.run();
    }
}
