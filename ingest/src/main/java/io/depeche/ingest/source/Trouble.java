// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;

/** A trouble that may last, told when it begins and when it has passed, and not at each try between. Not thread-safe. */
final class Trouble {

    private final Intake intake;
    private boolean there;

    Trouble(Intake intake) {
        this.intake = intake;
    }

    /** It is there, or still there. */
    void isThere(Refusal refusal) {
        if (!there) {
            intake.refuse(refusal);
        }
        there = true;
    }

    /** It is not, or not any more. */
    void isOver(Notice notice) {
        if (there) {
            intake.mend(notice);
        }
        there = false;
    }
}
