// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Reads a run of bytes in whatever format it is in: JSON lines where the first line is a JSON object, else one plain
 * text.
 *
 * <p>Streams: a statement is handed on as soon as its last byte is there, and no more than a small multiple of the
 * text limit is held in memory. One reader serves one source, whose unknown fields it names once. Not thread-safe.
 */
public final class StatementReader {

    private final TextLimit limit;
    private final PlainText plainText;
    private final JsonLines jsonLines;

    /**
     * @param maxTextBytes the longest text taken, in bytes of UTF-8
     * @param clock tells when a statement was received
     */
    public StatementReader(int maxTextBytes, Clock clock) {
        this.limit = new TextLimit(maxTextBytes);
        this.plainText = new PlainText(limit, clock);
        this.jsonLines = new JsonLines(limit, clock);
    }

    /**
     * Reads to the end of the stream, or as far as it takes to refuse it; doesn't close it.
     *
     * @throws IOException where the stream can't be read; what was read before has been handed on
     */
    public void read(InputStream in, Document document, Intake intake) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        Head head = Head.read(buffered, limit.longestLine(1));
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head.bytes()), buffered);
        if (!head.startsWithBrace()) {
            plainText.read(whole, document, List.of(), intake);
            return;
        }
        Optional<String> objection = jsonLines.objection(head);
        if (objection.isPresent()) {
            String doubt = "taken as plain text: it starts like JSON, but its first line is no JSON object: "
                    + objection.get();
            plainText.read(whole, document, List.of(doubt), intake);
        } else {
            jsonLines.read(whole, head.mark(), document, intake);
        }
    }
}
