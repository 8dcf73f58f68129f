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
    private final JsonDocument jsonDocument;

    /**
     * @param maxTextBytes the longest text taken, in bytes of UTF-8
     * @param clock tells when a statement was received
     */
    public StatementReader(int maxTextBytes, Clock clock) {
        this.limit = new TextLimit(maxTextBytes);
        this.plainText = new PlainText(limit, clock);
        JsonDrafts drafts = new JsonDrafts(limit);
        this.jsonLines = new JsonLines(limit, drafts, clock);
        this.jsonDocument = new JsonDocument(drafts, clock);
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

    /** Reads a whole document as one plain text, whatever it begins with. */
    public void readText(byte[] content, Document document, Intake intake) throws IOException {
        plainText.read(new ByteArrayInputStream(content), document, List.of(), intake);
    }

    /** Reads a whole document as JSON lines, whatever it begins with. */
    public void readJsonLines(byte[] content, Document document, Intake intake) throws IOException {
        jsonLines.read(
                new ByteArrayInputStream(content), ByteOrderMark.of(content).orElse(null), document, intake);
    }

    /**
     * Reads a whole document as one JSON text: a statement, or an array of them.
     *
     * @throws Refused where it is no JSON, with line and column; then nothing of it was taken
     */
    public void readJson(byte[] content, Document document, Intake intake) throws IOException, Refused {
        jsonDocument.read(content, document, intake);
    }

    /**
     * Reads a whole document as a sequence of JSON texts (RFC 7464), a statement each.
     *
     * @throws Refused where its bytes are no text
     */
    public void readJsonSequence(byte[] content, Document document, Intake intake) throws IOException, Refused {
        jsonDocument.readSequence(content, document, intake);
    }
}
