// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.JsonObjectReader.JsonStatement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The format {@code jsonl}: one JSON object a line, one statement each, or one document each of a format that knows it.
 * A bad line is refused and the rest goes on. Not thread-safe.
 */
final class JsonLines {

    private static final String FORMAT = "jsonl";

    private final TextLimit limit;
    private final JsonObjectReader objects = new JsonObjectReader();
    private final JsonDrafts drafts;
    private final Formats formats;
    private final Clock clock;

    JsonLines(TextLimit limit, JsonDrafts drafts, Formats formats, Clock clock) {
        this.limit = limit;
        this.drafts = drafts;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * @param in without its byte order mark
     * @param head which tells the code units
     */
    void read(InputStream in, Head head, Document document, Intake intake) throws IOException {
        ByteOrderMark unitsOrNull = head.units(document.charset()).orElse(null);
        read(new ByteLines(in, unitsOrNull, longest(unitsOrNull)), unitsOrNull, document, intake);
    }

    /**
     * @param content with its byte order mark, where it has one
     * @param head which tells the code units
     */
    void read(byte[] content, Head head, Document document, Intake intake) throws IOException {
        ByteOrderMark unitsOrNull = head.units(document.charset()).orElse(null);
        int from = head.mark() == null ? 0 : head.mark().length();
        read(new ByteLines(content, from, unitsOrNull, longest(unitsOrNull)), unitsOrNull, document, intake);
    }

    private int longest(ByteOrderMark unitsOrNull) {
        return limit.longestLine(unitsOrNull == null ? 1 : unitsOrNull.unit());
    }

    private void read(ByteLines lines, ByteOrderMark unitsOrNull, Document document, Intake intake) throws IOException {
        for (Optional<ByteLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read(line.get(), unitsOrNull, document, intake);
        }
    }

    private void read(ByteLines.Line line, ByteOrderMark unitsOrNull, Document document, Intake intake)
            throws IOException {
        String place = document.place() + ":" + line.number();
        List<String> notes = new ArrayList<>();
        RawStatement statement;
        try {
            Optional<Parsed> parsed = parsed(line, unitsOrNull, document, notes);
            if (parsed.isEmpty()) {
                return;
            }
            JsonStatement json = parsed.get().json();
            // To ask the formats takes as long as to read it, and what has only our fields is ours.
            if (!json.unknown().isEmpty() && isRead(line, unitsOrNull, document, place, intake)) {
                return;
            }
            // A line may have no id of its own, and then the file's would be the same for all of them.
            Document anonymous = new Document(document.source(), document.place(), null, document.charset());
            statement = drafts.draft(json, notes)
                    .statement(anonymous, FORMAT, parsed.get().charset(), line.bytes(), clock.instant());
        } catch (Refused e) {
            if (line.isTooLong() || !isRead(line, unitsOrNull, document, place, intake)) {
                intake.refuse(e.at(document.source(), place));
            }
            return;
        }
        notes.forEach(note -> intake.mend(new Notice(document.source(), place, note)));
        intake.take(statement, place);
    }

    private record Parsed(JsonStatement json, Charset charset) {}

    /** Nothing where the line is blank. */
    private Optional<Parsed> parsed(
            ByteLines.Line line, ByteOrderMark unitsOrNull, Document document, List<String> notes)
            throws IOException, Refused {
        if (line.isTooLong()) {
            throw new Refused("the line has " + line.length() + " bytes", limit.wayOut());
        }
        if (isUtf8(unitsOrNull, document)) {
            Optional<JsonStatement> json = objects.read(line.bytes());
            if (json.isPresent()) {
                return Optional.of(new Parsed(json.get(), StandardCharsets.UTF_8));
            }
        }
        Decoder.Decoded decoded = unitsOrNull == null
                ? Decoder.decode(line.bytes(), document.charset())
                : Decoder.decode(line.bytes(), 0, unitsOrNull);
        if (decoded.text().isBlank()) {
            return Optional.empty();
        }
        decoded.guess().ifPresent(notes::add);
        return Optional.of(new Parsed(objects.read(decoded.text()), decoded.charset()));
    }

    /** Whether a line is UTF-8 unless it turns out to be something else. */
    private static boolean isUtf8(ByteOrderMark unitsOrNull, Document document) {
        return unitsOrNull == null
                ? document.charset().orElse(StandardCharsets.UTF_8).equals(StandardCharsets.UTF_8)
                : unitsOrNull == ByteOrderMark.UTF_8;
    }

    /** Reads it where it is a document of another format. */
    private boolean isRead(
            ByteLines.Line line, ByteOrderMark unitsOrNull, Document document, String place, Intake intake) {
        byte[] content =
                unitsOrNull == null || unitsOrNull.unit() == 1 ? line.bytes() : unitsOrNull.before(line.bytes());
        Optional<Format> format = formats.byContent(Beginning.of(content));
        Document own = new Document(document.source(), place, null, document.charset());
        format.ifPresent(known -> known.read(content, own, intake));
        return format.isPresent();
    }
}
