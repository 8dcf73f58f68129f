// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.event.RawStatement;
import java.io.IOException;
import java.io.InputStream;
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
     * @param unitsOrNull the code units that it is in, where they are known
     */
    void read(InputStream in, ByteOrderMark unitsOrNull, Document document, Intake intake) throws IOException {
        int longest = limit.longestLine(unitsOrNull == null ? 1 : unitsOrNull.unit());
        ByteLines lines = new ByteLines(in, unitsOrNull, longest);
        for (Optional<ByteLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read(line.get(), unitsOrNull, document, intake);
        }
    }

    private void read(ByteLines.Line line, ByteOrderMark unitsOrNull, Document document, Intake intake)
            throws IOException {
        String place = document.place() + ":" + line.number();
        // A line may have no id of its own, and then the file's would be the same for all of them.
        Document anonymous = new Document(document.source(), document.place(), null, document.charset());
        byte[] content =
                unitsOrNull == null || unitsOrNull.unit() == 1 ? line.bytes() : unitsOrNull.before(line.bytes());
        Optional<Format> format = line.isTooLong() ? Optional.empty() : formats.byContent(Beginning.of(content));
        if (format.isPresent()) {
            format.get().read(content, new Document(document.source(), place, null, document.charset()), intake);
            return;
        }
        List<String> notes = new ArrayList<>();
        Optional<RawStatement> statement;
        try {
            statement = statement(line, unitsOrNull, anonymous, notes);
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
        return Optional.of(drafts.draft(objects.read(decoded.text()), notes)
                .statement(document, FORMAT, decoded.charset(), line.bytes(), clock.instant()));
    }
}
