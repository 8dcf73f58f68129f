// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.depeche.event.RawStatement;
import io.depeche.ingest.format.JsonObjectReader.Start;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The format {@code json}: a statement or an array of them as one JSON text (RFC 8259), or a sequence of JSON texts
 * (RFC 7464), with the fields of JSON lines. Places are {@code FILE:LINE:COLUMN} of the object. Not thread-safe.
 */
final class JsonDocument {

    private static final String FORMAT = "json";
    private static final char RECORD_SEPARATOR = '\u001E';
    private static final JsonFactory SYNTAX = new JsonFactory();

    private final JsonDrafts drafts;
    private final Clock clock;
    private final JsonObjectReader objects = new JsonObjectReader();

    JsonDocument(JsonDrafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    private record Part(Start start, String text) {}

    /** @throws Refused where the whole is no JSON, with line and column; then nothing of it was taken */
    void read(byte[] content, Document document, Intake intake) throws IOException, Refused {
        Decoder.Decoded decoded = decode(content, document, intake);
        for (Part part : parts(decoded.text())) {
            read(part, decoded.charset(), document, intake);
        }
    }

    /**
     * A sequence: a text that is no JSON is refused, and the rest goes on.
     *
     * @throws Refused where the bytes are no text
     */
    void readSequence(byte[] content, Document document, Intake intake) throws IOException, Refused {
        Decoder.Decoded decoded = decode(content, document, intake);
        String text = decoded.text();
        int line = 1;
        int column = 1;
        for (int from = 0; from < text.length(); ) {
            char c = text.charAt(from);
            if (c == RECORD_SEPARATOR || Character.isWhitespace(c)) {
                from++;
                line += c == '\n' ? 1 : 0;
                column = c == '\n' ? 1 : column + 1;
                continue;
            }
            int separator = text.indexOf(RECORD_SEPARATOR, from);
            String part = text.substring(from, separator < 0 ? text.length() : separator);
            read(new Part(new Start(line, column), part), decoded.charset(), document, intake);
            int lastLine = part.lastIndexOf('\n');
            line += (int) part.chars().filter(unit -> unit == '\n').count();
            column = lastLine < 0 ? column + part.length() : part.length() - lastLine;
            from += part.length();
        }
    }

    private static Decoder.Decoded decode(byte[] content, Document document, Intake intake) throws Refused {
        Decoder.Decoded decoded = Decoder.decode(content, document.charset());
        decoded.guess().ifPresent(guess -> intake.mend(new Notice(document.source(), document.place(), guess)));
        return decoded;
    }

    private void read(Part part, Charset charset, Document document, Intake intake) throws IOException {
        String place = document.place() + ":" + part.start().line() + ":"
                + part.start().column();
        List<String> notes = new ArrayList<>();
        RawStatement statement;
        try {
            Draft draft = drafts.draft(objects.read(part.text(), part.start()), notes);
            // One document holds many statements, so its own id is none of theirs.
            Document anonymous = new Document(document.source(), document.place(), null, document.charset());
            statement = draft.statement(anonymous, FORMAT, charset, part.text().getBytes(charset), clock.instant());
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), place));
            return;
        }
        notes.forEach(note -> intake.mend(new Notice(document.source(), place, note)));
        intake.take(statement, place);
    }

    private static List<Part> parts(String text) throws IOException, Refused {
        List<Part> parts = new ArrayList<>();
        try (JsonParser parser = SYNTAX.createParser(text)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    parts.add(part(parser, text));
                }
            } else if (parser.currentToken() != null) {
                parts.add(part(parser, text));
            }
            if (parts.isEmpty() && parser.currentToken() == null) {
                throw new Refused("there is nothing in it", "write a JSON object, or an array of them");
            }
            if (parser.nextToken() != null) {
                throw new Refused(
                        "there is more behind the JSON text" + at(parser.currentTokenLocation()),
                        "write one JSON object, or an array of them; a line each is application/x-ndjson");
            }
        } catch (JsonProcessingException e) {
            throw new Refused(
                    "it is no valid JSON: " + e.getOriginalMessage().replaceAll("\\R", " ") + at(e.getLocation()),
                    "write JSON (RFC 8259): an object, or an array of them");
        }
        return parts;
    }

    private static Part part(JsonParser parser, String text) throws IOException {
        JsonLocation from = parser.currentTokenLocation();
        Start start = new Start(from.getLineNr(), from.getColumnNr());
        int begin = (int) from.getCharOffset();
        if (!parser.currentToken().isStructStart()) {
            return new Part(start, parser.getText());
        }
        parser.skipChildren();
        return new Part(
                start, text.substring(begin, (int) parser.currentLocation().getCharOffset()));
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
