// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import io.depeche.event.SeenItem;
import io.depeche.event.SourceCursor;
import io.depeche.ingest.source.LearnedItem;
import io.depeche.ingest.source.Position;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** What one source has seen, as far as this process knows. Not thread-safe. */
final class SourceMemory {

    private final SeenItems seen = new SeenItems();
    private Position position = Position.UNKNOWN;

    SeenItems seen() {
        return seen;
    }

    Position position() {
        return position;
    }

    void moveTo(Position to) {
        position = to;
    }

    /** Takes over a record of the topic, in the topic's order. */
    void replay(SourceCursor cursor) {
        if (cursor.getSeen().isEmpty()) {
            position = new Position(
                    Optional.ofNullable(cursor.getUrl()),
                    Optional.ofNullable(cursor.getEtag()),
                    Optional.ofNullable(cursor.getLastModified()));
        }
        cursor.getSeen()
                .forEach((item, state) ->
                        seen.put(item, LearnedItem.fingerprint(state.getSha256()), minutes(state.getLastSeenAt())));
    }

    /** The record of the position as it is. */
    SourceCursor positionRecord(String source, Instant now) {
        return record(source, now)
                .setUrl(position.url().orElse(null))
                .setEtag(position.etag().orElse(null))
                .setLastModified(position.lastModified().orElse(null))
                .build();
    }

    /** The record of one item. */
    static SourceCursor itemRecord(String source, String item, String sha256, Instant now) {
        SeenItem state = SeenItem.newBuilder()
                .setSha256(sha256)
                .setLastSeenAt(now.truncatedTo(ChronoUnit.MILLIS))
                .build();
        return record(source, now).setSeen(Map.of(item, state)).build();
    }

    static int minutes(Instant instant) {
        return Math.toIntExact(
                instant.getEpochSecond() / ChronoUnit.MINUTES.getDuration().toSeconds());
    }

    private static SourceCursor.Builder record(String source, Instant now) {
        return SourceCursor.newBuilder().setSource(source).setUpdatedAt(now.truncatedTo(ChronoUnit.MILLIS));
    }
}
