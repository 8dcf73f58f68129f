// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.schemas.StatementFingerprint;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what it is given and remembers like the real one, but not beyond its own end. Thread-safe. */
public final class RecordingDelivery extends RecordingIntake implements Delivery {

    private final Map<String, Long> known = new ConcurrentHashMap<>();
    private volatile Position position = Position.UNKNOWN;
    public volatile int commits;

    @Override
    public void take(RawStatement statement, String place) {
        long fingerprint = LearnedItem.fingerprint(StatementFingerprint.of(statement));
        if (!knows(statement.getId(), fingerprint)) {
            learn(statement.getId(), fingerprint);
            super.take(statement, place);
        }
    }

    @Override
    public boolean knows(String item, long fingerprint) {
        return Long.valueOf(fingerprint).equals(known.get(item));
    }

    @Override
    public void learn(String item, long fingerprint) {
        known.put(item, fingerprint);
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public void moveTo(Position to) {
        position = to;
    }

    @Override
    public void commit() {
        commits++;
    }
}
