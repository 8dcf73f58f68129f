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
import java.util.TreeSet;

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
    private static final String JSON_SEQUENCE = "application/json-seq";
    private static final String BY_CONTENT = "application/octet-stream";
    private static final Set<String> XML = Set.of("application/xml", "text/xml");
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
    private final JsonSequence jsonSequence;

    /**
     * @param maxTextBytes the longest text taken, in bytes of UTF-8
     * @param maxDocumentBytes the longest document that is read as a whole: all but JSON lines and plain text
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
        this.jsonDocument = new JsonDocument(drafts, clock);
        this.jsonSequence = new JsonSequence(jsonDocument);
    }

    /** Those that documents can be said to have, in lower case and without parameters. */
    public Set<String> mediaTypes() {
        Set<String> all = new TreeSet<>(formats.mediaTypes());
        all.addAll(XML);
        all.addAll(JSON_LINES);
        all.addAll(Set.of(PLAIN, JSON, JSON_SEQUENCE, BY_CONTENT));
        return all;
    }

    /**
     * Reads to the end of the stream, or as far as it takes to refuse it; doesn't close it.
     *
     * @throws IOException where the stream can't be read; what was read before has been handed on
     */
    public void read(InputStream in, Document document, Intake intake) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        Head head = Head.read(buffered, limit.longestLine(1));
        Optional<Objection> objection =
                head.startsWithBrace() ? objects.objection(head.line(), head.cut()) : Optional.empty();
        boolean lines = head.startsWithBrace() && objection.isEmpty();
        if (lines && !isOneLongLine(head)) {
            readLines(head, buffered, document, intake);
            return;
        }
        InputStream whole = behind(head.bytes(), buffered);
        byte[] start = whole.readNBytes(Beginning.LENGTH);
        Beginning beginning = Beginning.of(start);
        whole = behind(start, whole);
        Optional<Format> format = formats.byContent(beginning);
        if (format.isPresent()) {
            readWhole(whole, document, intake, format.get()::read);
        } else if (objection.map(Objection::kind).orElse(null) == Objection.Kind.ENDED
                || beginning.text().startsWith("[")) {
            readJsonOrText(whole, objection, document, intake);
        } else {
            readText(whole, objection, document, intake);
        }
    }

    /**
     * Reads what somebody says the format of, who is taken at their word: what is no JSON and is said to be is refused,
     * and not taken as text. JSON and XML may still be that of one of the formats, told by content.
     *
     * @param mediaType one of {@link #mediaTypes}, in any case of letters; parameters are not looked at
     * @throws IllegalArgumentException where it is none of them; nothing has been read then
     * @throws IOException where the stream can't be read; what was read before has been handed on
     */
    public void read(InputStream in, String mediaType, Document document, Intake intake) throws IOException {
        String essence = Formats.essence(mediaType);
        if (essence.equals(BY_CONTENT)) {
            read(in, document, intake);
        } else if (essence.equals(PLAIN)) {
            plainText.read(in, document, List.of(), intake);
        } else if (JSON_LINES.contains(essence)) {
            InputStream buffered = new BufferedInputStream(in);
            readLines(Head.ofMark(buffered), buffered, document, intake);
        } else {
            readWhole(in, document, intake, whole(essence));
        }
    }

    /**
     * The same of a document that is in memory, whose bytes nobody changes meanwhile.
     *
     * @throws IllegalArgumentException as there
     * @throws IOException never for want of bytes
     */
    public void read(byte[] content, String mediaType, Document document, Intake intake) throws IOException {
        if (JSON_LINES.contains(Formats.essence(mediaType))) {
            jsonLines.read(content, Head.ofMark(new ByteArrayInputStream(content)), document, intake);
        } else {
            read(new ByteArrayInputStream(content), mediaType, document, intake);
        }
    }

    /** Reads a document that is there as a whole. */
    private interface Whole {
        void read(byte[] content, Document document, Intake intake) throws IOException;
    }

    private Whole whole(String essence) {
        if (essence.equals(JSON)) {
            return this::readJson;
        }
        if (essence.equals(JSON_SEQUENCE)) {
            return jsonSequence::read;
        }
        if (XML.contains(essence)) {
            return this::readXml;
        }
        return formats.byMediaType(essence)
                .<Whole>map(format -> format::read)
                .orElseThrow(() -> new IllegalArgumentException(essence + " is none of " + mediaTypes()));
    }

    private void readJson(byte[] content, Document document, Intake intake) throws IOException {
        Optional<Format> format = formats.byContent(Beginning.of(content));
        if (format.isPresent()) {
            format.get().read(content, document, intake);
        } else {
            jsonDocument.read(content, document, intake);
        }
    }

    private void readXml(byte[] content, Document document, Intake intake) {
        Optional<Format> format = formats.byContent(Beginning.of(content));
        if (format.isPresent()) {
            format.get().read(content, document, intake);
        } else {
            intake.refuse(new Refusal(
                    document.source(),
                    document.place(),
                    "it is XML of no format that is read here, or no XML",
                    "send the text of it, or one of the formats"));
        }
    }

    /** Whether it is a document of another format that has no line ends where a statement has them. */
    private boolean isOneLongLine(Head head) {
        return head.cut() && formats.byContent(Beginning.of(head.bytes())).isPresent();
    }

    private void readJsonOrText(InputStream in, Optional<Objection> objection, Document document, Intake intake)
            throws IOException {
        byte[] content = in.readNBytes(documentLimit.maxBytes() + 1);
        if (content.length <= documentLimit.maxBytes() && jsonDocument.isJson(content, document)) {
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

    private void readLines(Head head, InputStream rest, Document document, Intake intake) throws IOException {
        jsonLines.read(behind(head.unmarked(), rest), head, document, intake);
    }

    private void readWhole(InputStream in, Document document, Intake intake, Whole whole) throws IOException {
        byte[] content = in.readNBytes(documentLimit.maxBytes() + 1);
        try {
            documentLimit.check((long) content.length + in.available());
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
            return;
        }
        whole.read(content, document, intake);
    }

    private static InputStream behind(byte[] start, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(start), rest);
    }
}
