// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.JsonObjectReader.JsonStatement;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The format {@code jsonl}: one JSON object a line, one statement each. A bad line is refused and the rest goes on.
 * Remembers which unknown fields it has named. Not thread-safe.
 */
final class JsonLines {

    private static final String FORMAT = "jsonl";
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]{1,127}/[\\w!#$&^.+-]{1,127}(\\h*;.*)?");
    private static final int NAMED_AT_MOST = 32;

    private final TextLimit limit;
    private final Clock clock;
    private final JsonObjectReader objects = new JsonObjectReader();
    private final Set<String> named = new HashSet<>();

    JsonLines(TextLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Why the head of a stream is not one of JSON lines; nothing where it is. */
    Optional<String> objection(Head head) throws IOException {
        return objects.objection(head.line(), head.cut());
    }

    /** @param markOrNull the byte order mark at the start of the stream */
    void read(InputStream in, ByteOrderMark markOrNull, Document document, Intake intake) throws IOException {
        in.skipNBytes(markOrNull == null ? 0 : markOrNull.length());
        int longest = limit.longestLine(markOrNull == null ? 1 : markOrNull.unit());
        ByteLines lines = new ByteLines(in, markOrNull, longest);
        // A line may have no id of its own, and then the file's would be the same for all of them.
        Document anonymous = new Document(document.source(), document.place(), null);
        for (Optional<ByteLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read(line.get(), markOrNull, anonymous, intake);
        }
    }

    private void read(ByteLines.Line line, ByteOrderMark markOrNull, Document document, Intake intake)
            throws IOException {
        String place = document.place() + ":" + line.number();
        List<String> notes = new ArrayList<>();
        Optional<RawStatement> statement;
        try {
            statement = statement(line, markOrNull, document, notes);
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
        Decoder.Decoded decoded =
                markOrNull == null ? Decoder.decode(line.bytes()) : Decoder.decode(line.bytes(), 0, markOrNull);
        if (decoded.text().isBlank()) {
            return Optional.empty();
        }
        decoded.guess().ifPresent(notes::add);
        JsonStatement json = objects.read(decoded.text());
        nameUnknown(json.unknown(), notes);
        return Optional.of(
                draft(json, notes).statement(document, FORMAT, decoded.charset(), line.bytes(), clock.instant()));
    }

    private Draft draft(JsonStatement json, List<String> notes) throws Refused {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Map.Entry<Field, String> entry : json.fields().entrySet()) {
            Field field = entry.getKey();
            if (field != Field.TEXT) {
                CleanText clean = CleanText.line(entry.getValue());
                notes.addAll(clean.notes("the field " + field));
                Optional<String> value = clean.text().isEmpty() ? Optional.empty() : value(field, clean.text(), notes);
                value.ifPresent(v -> fields.put(field, v));
            }
        }
        List<String> categories = new ArrayList<>();
        for (String category : json.categories()) {
            CleanText clean = CleanText.line(category);
            notes.addAll(clean.notes("the field " + Field.CATEGORIES));
            categories.add(clean.text());
        }
        String raw = json.fields().getOrDefault(Field.TEXT, "");
        CleanText text = CleanText.of(raw);
        text.refuseBinary(raw.length());
        limit.check(text.text());
        notes.addAll(text.notes("the text"));
        return new Draft(fields, categories, text.text());
    }

    /** Nothing where the value is ill-formed and can be done without. */
    private static Optional<String> value(Field field, String value, List<String> notes) throws Refused {
        switch (field) {
            case ISSUED -> {
                if (!IssueDate.isValid(value)) {
                    throw new Refused(
                            "its issued is " + Quoted.of(value) + ", which is no date in ISO 8601",
                            "write 2023, 2023-01, 2023-01-23 or 2023-01-23T10:00:00Z, or leave it out");
                }
                return Optional.of(value);
            }
            case STATUS -> {
                return Optional.of(Statuses.read(value)
                        .orElseThrow(() -> new Refused(
                                "its status is " + Quoted.of(value),
                                "write NEW, UPDATE, CORRECTION or WITHDRAWN, or leave it out"))
                        .name());
            }
            case LANGUAGE -> {
                Optional<String> tag = LanguageTag.canonical(value);
                if (tag.isEmpty()) {
                    notes.add("its language is " + Quoted.of(value)
                            + ", which is no BCP 47 tag (fr, pt-BR): dropped, the language will be told from the text");
                }
                return tag;
            }
            case MEDIA_TYPE -> {
                if (!MEDIA_TYPE.matcher(value).matches()) {
                    notes.add("its mediaType is " + Quoted.of(value)
                            + ", which is no media type (text/plain): dropped, text/plain is taken");
                    return Optional.empty();
                }
                return Optional.of(value);
            }
            default -> {
                return Optional.of(value);
            }
        }
    }

    private void nameUnknown(List<String> unknown, List<String> notes) {
        for (String name : unknown) {
            if (named.size() < NAMED_AT_MOST && named.add(name)) {
                notes.add("its field " + Quoted.of(name) + " is not one of a statement: left out here and from now on"
                        + (named.size() == NAMED_AT_MOST ? ", and further unknown ones with it" : ""));
            }
        }
    }
}
