// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.JsonObjectReader.JsonStatement;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The format {@code jsonl}: one JSON object a line, one statement each. A bad line is refused and the rest goes on.
 * Not thread-safe.
 */
final class JsonLines {

    private static final String FORMAT = "jsonl";

    private final TextLimit limit;
    private final Clock clock;
    private final JsonObjectReader objects = new JsonObjectReader();
    private final JsonDrafts drafts;

    JsonLines(TextLimit limit, JsonDrafts drafts, Clock clock) {
        this.limit = limit;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Why the head of a stream is not one of JSON lines; nothing where it is. */
    Optional<String> objection(Head head) throws IOException {
        return objects.objection(head.line(), head.cut());
    }

    /** @param markOrNull the byte order mark at the start of the stream */
    void read(InputStream in, ByteOrderMark markOrNull, Document document, Intake intake) throws IOException {
        in.skipNBytes(markOrNull == null ? 0 : markOrNull.length());
        ByteOrderMark unitsOrNull = markOrNull != null
                ? markOrNull
                : document.charset().flatMap(ByteOrderMark::wide).orElse(null);
        int longest = limit.longestLine(unitsOrNull == null ? 1 : unitsOrNull.unit());
        ByteLines lines = new ByteLines(in, unitsOrNull, longest);
        // A line may have no id of its own, and then the file's would be the same for all of them.
        Document anonymous = new Document(document.source(), document.place(), null, document.charset());
        for (Optional<ByteLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read(line.get(), unitsOrNull, anonymous, intake);
        }
    }

    private void read(ByteLines.Line line, ByteOrderMark unitsOrNull, Document document, Intake intake)
            throws IOException {
        String place = document.place() + ":" + line.number();
        List<String> notes = new ArrayList<>();
        Optional<RawStatement> statement;
        try {
            statement = statement(line, unitsOrNull, document, notes);
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), place));
            return;
        }
        notes.forEach(note -> intake.mend(new Notice(document.source(), place, note)));
        statement.ifPresent(taken -> intake.take(taken, place));
    }

    /** Nothing where the line is blank. */
    private Optional<RawStatement> statement(
            ByteLines.Line line, ByteOrderMark unitsOrNull, Document document, List<String> notes)
            throws IOException, Refused {
        if (line.isTooLong()) {
            throw new Refused("the line has " + line.length() + " bytes", limit.wayOut());
        }
        Decoder.Decoded decoded = unitsOrNull == null
                ? Decoder.decode(line.bytes(), document.charset())
                : Decoder.decode(line.bytes(), 0, unitsOrNull);
        if (decoded.text().isBlank()) {
            return Optional.empty();
        }
        decoded.guess().ifPresent(notes::add);
        JsonStatement json = objects.read(decoded.text());
        return Optional.of(drafts.draft(json, notes)
                .statement(document, FORMAT, decoded.charset(), line.bytes(), clock.instant()));
    }
}
