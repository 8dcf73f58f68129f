// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.event.SourceCursor;
import io.depeche.ingest.format.StatementId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Cursors and statements in Avro's own encoding, for tests that need no registry. */
final class CursorFixture {

    static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private CursorFixture() {}

    static CursorRecords records() {
        return new CursorRecords("statements.raw", "ingest.cursors", statements(), cursors());
    }

    static RawStatement statement(String source, String item, String text) {
        return RawStatement.newBuilder()
                .setId(StatementId.of(source, item, text))
                .setSource(source)
                .setSourceItemId(item)
                .setText(text)
                .setReceivedAt(NOW)
                .setOrigin(Origin.newBuilder().setFetchedFrom("test").build())
                .build();
    }

    static Deserializer<SourceCursor> reading() {
        return (topic, data) -> {
            try {
                return SourceCursor.fromByteBuffer(ByteBuffer.wrap(data));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static Serializer<RawStatement> statements() {
        return (topic, statement) -> {
            try {
                return array(statement.toByteBuffer());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static Serializer<SourceCursor> cursors() {
        return (topic, cursor) -> {
            try {
                return array(cursor.toByteBuffer());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static byte[] array(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
