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
    private final JsonDrafts drafts;
    private final Formats formats;
    private final Clock clock;

    JsonLines(TextLimit limit, JsonDrafts drafts, Formats formats, Clock clock) {
        this.limit = limit;
        this.drafts = drafts;
        this.formats = formats;
        this.clock = clock;
    }

    /** @param markOrNull the byte order mark at the start of the stream */
    void read(InputStream in, ByteOrderMark markOrNull, Document document, Intake intake) throws IOException {
        in.skipNBytes(markOrNull == null ? 0 : markOrNull.length());
        int longest = limit.longestLine(markOrNull == null ? 1 : markOrNull.unit());
        ByteLines lines = new ByteLines(in, markOrNull, longest);
        for (Optional<ByteLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read(line.get(), markOrNull, document, intake);
        }
    }

    private void read(ByteLines.Line line, ByteOrderMark markOrNull, Document document, Intake intake)
            throws IOException {
        String place = document.place() + ":" + line.number();
        // A line may have no id of its own, and then the file's would be the same for all of them.
        Document anonymous = new Document(document.source(), document.place(), null, document.charset());
        byte[] content = markOrNull == null || markOrNull.unit() == 1 ? line.bytes() : markOrNull.before(line.bytes());
        Optional<Format> format = line.isTooLong() ? Optional.empty() : formats.byContent(Beginning.of(content));
        if (format.isPresent()) {
            format.get().read(content, new Document(document.source(), place, null, document.charset()), intake);
            return;
        }
        List<String> notes = new ArrayList<>();
        Optional<RawStatement> statement;
        try {
            statement = statement(line, markOrNull, anonymous, notes);
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), place));
            return;
        }
        notes.forEach(note -> intake.mend(new Notice(document.source(), place, note)));
        statement.ifPresent(taken -> intake.take(taken, place));
    }

    /** Nothing where the line is blank. */
    private Optional<RawStatement> statement(
            ByteLines.Line line, ByteOrderMark markOrNull, Document document, List<String> notes)
            throws IOException, Refused {
        if (line.isTooLong()) {
            throw new Refused("the line has " + line.length() + " bytes", limit.wayOut());
        }
        Decoder.Decoded decoded = markOrNull == null
                ? Decoder.decode(line.bytes(), document.charset())
                : Decoder.decode(line.bytes(), 0, markOrNull);
        if (decoded.text().isBlank()) {
            return Optional.empty();
        }
        decoded.guess().ifPresent(notes::add);
        return Optional.of(drafts.read(decoded.text(), notes)
                .statement(document, FORMAT, decoded.charset(), line.bytes(), clock.instant()));
    }
}
