// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import io.depeche.event.RawStatement;
import io.depeche.event.SourceCursor;
import io.depeche.ingest.publish.StatementRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Makes the records of statements and of cursors, serialized already, so that their size is known. Thread-safe. */
final class CursorRecords implements AutoCloseable {

    /** What a record takes in a request besides its key and value. */
    static final int AROUND = 512;

    private final String statementTopic;
    private final String cursorTopic;
    private final Serializer<RawStatement> statements;
    private final Serializer<SourceCursor> cursors;

    /**
     * @param statements thread-safe; closed with this
     * @param cursors thread-safe; closed with this
     */
    CursorRecords(
            String statementTopic,
            String cursorTopic,
            Serializer<RawStatement> statements,
            Serializer<SourceCursor> cursors) {
        this.statementTopic = statementTopic;
        this.cursorTopic = cursorTopic;
        this.statements = statements;
        this.cursors = cursors;
    }

    String statementTopic() {
        return statementTopic;
    }

    StatementRecord statement(RawStatement statement, String place) {
        return StatementRecord.of(statement, place, statementTopic, statements);
    }

    ProducerRecord<byte[], byte[]> cursor(int partition, CursorKey key, SourceCursor cursor) {
        return new ProducerRecord<>(cursorTopic, partition, key.bytes(), cursors.serialize(cursorTopic, cursor));
    }

    ProducerRecord<byte[], byte[]> tombstone(int partition, CursorKey key) {
        return new ProducerRecord<>(cursorTopic, partition, key.bytes(), null);
    }

    static long size(ProducerRecord<byte[], byte[]> message) {
        return message == null
                ? 0
                : AROUND + message.key().length + (message.value() == null ? 0 : message.value().length);
    }

    @Override
    public void close() {
        statements.close();
        cursors.close();
    }
}
