// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.ingest.format.JsonObjectReader.Objection;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a run of bytes in whatever format it is in, told by its content: JSON lines where the first line is a JSON
 * object, else the first of the formats given that knows it, else JSON over several lines, else one plain text.
 *
 * <p>JSON lines stream: a statement is handed on as soon as its last byte is there, and no more than a small multiple of
 * the text limit is held in memory; a document of another format is held as a whole, up to its own limit. Nothing is
 * read ahead of what it takes to tell the format. One reader serves one source, whose unknown fields it names once. Not
 * thread-safe.
 */
public final class StatementReader {

    private static final String PLAIN = "text/plain";
    private static final String JSON = "application/json";
    private static final Set<String> JSON_LINES = Set.of(
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/jsonlines",
            "application/x-jsonlines");

    private final TextLimit limit;
    private final DocumentLimit documentLimit;
    private final Formats formats;
    private final PlainText plainText;
    private final JsonObjectReader objects = new JsonObjectReader();
    private final JsonLines jsonLines;
    private final JsonDocument jsonDocument;

    /**
     * @param maxTextBytes the longest text taken, in bytes of UTF-8
     * @param maxDocumentBytes the longest document that a format is given
     * @param formats beside JSON and plain text, in the order in which they are asked
     * @param clock tells when a statement was received
     */
    public StatementReader(int maxTextBytes, int maxDocumentBytes, List<Format> formats, Clock clock) {
        this.limit = new TextLimit(maxTextBytes);
        this.documentLimit = new DocumentLimit(maxDocumentBytes);
        this.formats = new Formats(formats);
        this.plainText = new PlainText(limit, clock);
        JsonDrafts drafts = new JsonDrafts(limit);
        this.jsonLines = new JsonLines(limit, drafts, this.formats, clock);
        this.jsonDocument = new JsonDocument(limit, drafts, clock);
    }

    /**
     * Reads to the end of the stream, or as far as it takes to refuse it; doesn't close it.
     *
     * @throws IOException where the stream can't be read; what was read before has been handed on
     */
    public void read(InputStream in, Document document, Intake intake) throws IOException {
        read(in, document, true, intake);
    }

    /**
     * Reads what somebody says the format of, who is taken at their word: what is no JSON and is said to be is refused,
     * and not taken as text.
     *
     * @param mediaType with or without parameters, of which none is looked at
     * @return whether there is a format of that media type; nothing has been read where there is none
     * @throws IOException where the stream can't be read; what was read before has been handed on
     */
    public boolean read(InputStream in, String mediaType, Document document, Intake intake) throws IOException {
        String essence = Formats.essence(mediaType);
        if (essence.equals(PLAIN)) {
            plainText.read(in, document, List.of(), intake);
        } else if (essence.equals(JSON)) {
            read(in, document, false, intake);
        } else if (JSON_LINES.contains(essence)) {
            readLines(in, document, intake);
        } else {
            Optional<Format> format = formats.byMediaType(essence);
            if (format.isEmpty()) {
                return false;
            }
            readAs(format.get(), in, document, intake);
        }
        return true;
    }

    /** @param orText whether what is no JSON may be something else */
    private void read(InputStream in, Document document, boolean orText, Intake intake) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        Head head = Head.read(buffered, limit.longestLine(1));
        InputStream whole = behind(head.bytes(), buffered);
        Optional<Objection> objection =
                head.startsWithBrace() ? objects.objection(head.line(), head.cut()) : Optional.empty();
        boolean lines = head.startsWithBrace() && objection.isEmpty();
        if (lines && !isOneLongLine(head)) {
            jsonLines.read(whole, head.mark(), document, intake);
            return;
        }
        byte[] start = whole.readNBytes(Beginning.LENGTH);
        Beginning beginning = Beginning.of(start);
        whole = behind(start, whole);
        Optional<Format> format = formats.byContent(beginning);
        if (format.isPresent()) {
            readAs(format.get(), whole, document, intake);
        } else if (!orText) {
            jsonDocument.read(whole.readNBytes(jsonDocument.longest() + 1), document, intake);
        } else if (objection.map(Objection::kind).orElse(null) == Objection.Kind.ENDED
                || beginning.text().startsWith("[")) {
            readJsonOrText(whole, objection, document, intake);
        } else {
            readText(whole, objection, document, intake);
        }
    }

    /** Whether it is a document of another format that has no line ends where a statement has them. */
    private boolean isOneLongLine(Head head) {
        return head.cut() && formats.byContent(Beginning.of(head.bytes())).isPresent();
    }

    private void readJsonOrText(InputStream in, Optional<Objection> objection, Document document, Intake intake)
            throws IOException {
        byte[] content = in.readNBytes(jsonDocument.longest() + 1);
        if (content.length <= jsonDocument.longest() && jsonDocument.isJson(content, document)) {
            jsonDocument.read(content, document, intake);
        } else {
            readText(behind(content, in), objection, document, intake);
        }
    }

    private void readText(InputStream in, Optional<Objection> objection, Document document, Intake intake)
            throws IOException {
        List<String> doubts = objection.stream()
                .map(o ->
                        "taken as plain text: it starts like JSON, but its first line is no JSON object: " + o.reason())
                .toList();
        plainText.read(in, document, doubts, intake);
    }

    private void readLines(InputStream in, Document document, Intake intake) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        Head head = Head.read(buffered, limit.longestLine(1));
        jsonLines.read(behind(head.bytes(), buffered), head.mark(), document, intake);
    }

    private void readAs(Format format, InputStream in, Document document, Intake intake) throws IOException {
        byte[] content = in.readNBytes(documentLimit.maxBytes() + 1);
        try {
            documentLimit.check((long) content.length + in.available());
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
            return;
        }
        format.read(content, document, intake);
    }

    private static InputStream behind(byte[] start, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(start), rest);
    }
}
