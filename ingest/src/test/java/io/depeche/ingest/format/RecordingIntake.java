// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.event.RawStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is given, in order. Thread-safe. */
public class RecordingIntake implements Intake {

    public final List<RawStatement> statements = new CopyOnWriteArrayList<>();
    public final List<String> places = new CopyOnWriteArrayList<>();
    public final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    public final List<Notice> notices = new CopyOnWriteArrayList<>();

    @Override
    public void take(RawStatement statement, String place) {
        statements.add(statement);
        places.add(place);
    }

    @Override
    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    @Override
    public void mend(Notice notice) {
        notices.add(notice);
    }

    public List<String> texts() {
        return statements.stream().map(RawStatement::getText).toList();
    }
}
