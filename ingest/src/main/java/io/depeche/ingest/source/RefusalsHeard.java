// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Passes everything on and keeps the first refusals. For one thread. */
final class RefusalsHeard implements Intake {

    private static final int KEPT_AT_MOST = 1000;

    private final Intake next;
    private final List<Refusal> refusals = new ArrayList<>();

    RefusalsHeard(Intake next) {
        this.next = next;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    @Override
    public void take(RawStatement statement, String place) {
        next.take(statement, place);
    }

    @Override
    public void refuse(Refusal refusal) {
        if (refusals.size() < KEPT_AT_MOST) {
            refusals.add(refusal);
        }
        next.refuse(refusal);
    }

    @Override
    public void mend(Notice notice) {
        next.mend(notice);
    }
}
