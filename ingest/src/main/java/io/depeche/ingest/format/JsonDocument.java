// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.depeche.event.RawStatement;
import io.depeche.ingest.format.JsonObjectReader.Objection;
import io.depeche.ingest.format.JsonObjectReader.Start;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The format {@code json}: the whole is one JSON text (RFC 8259), a statement or an array of them, with the fields of
 * JSON lines. Of an array, places are {@code FILE:LINE:COLUMN} of the object. Not thread-safe.
 */
final class JsonDocument {

    private static final String FORMAT = "json";

    private final JsonDrafts drafts;
    private final Clock clock;
    private final JsonObjectReader objects = new JsonObjectReader();

    JsonDocument(JsonDrafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Whether it is JSON from its beginning to its end, if bad JSON. */
    boolean isJson(byte[] content, Document document) throws IOException {
        try {
            String text = Decoder.decode(content, document.charset()).text().strip();
            Optional<Objection> objection = objects.objection(text, false);
            return objection.isEmpty() || objection.get().kind() == Objection.Kind.MORE;
        } catch (Refused e) {
            // Nobody can read it: whoever says so to the user says what is wrong.
            return false;
        }
    }

    /** Where the whole is no JSON it is refused, and nothing of it is taken. */
    void read(byte[] content, Document document, Intake intake) throws IOException {
        Decoder.Decoded decoded;
        try {
            decoded = Decoder.decode(content, document.charset());
            check(decoded.text());
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
            return;
        }
        decoded.guess().ifPresent(guess -> intake.mend(new Notice(document.source(), document.place(), guess)));
        if (decoded.text().stripLeading().startsWith("[")) {
            readArray(decoded, document, intake);
        } else {
            read(decoded.text(), new Start(1, 1), decoded.charset(), content, document, document.place(), intake);
        }
    }

    private static void check(String text) throws IOException, Refused {
        try (JsonParser parser = JsonObjectReader.LENIENT.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new Refused("there is nothing in it", "write a JSON object, or an array of them");
            }
            parser.skipChildren();
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
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private void readArray(Decoder.Decoded decoded, Document document, Intake intake) throws IOException {
        String text = decoded.text();
        try (JsonParser parser = JsonObjectReader.LENIENT.createParser(text)) {
            parser.nextToken();
            boolean empty = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                empty = false;
                JsonLocation from = parser.currentTokenLocation();
                Start start = new Start(from.getLineNr(), from.getColumnNr());
                boolean struct = parser.currentToken().isStructStart();
                parser.skipChildren();
                int end = (int) parser.currentLocation().getCharOffset();
                String part = struct ? text.substring((int) from.getCharOffset(), end) : parser.getText();
                readPart(part, start, decoded.charset(), document, intake);
            }
            if (empty) {
                intake.refuse(new Refusal(
                        document.source(),
                        document.place(),
                        "the array has nothing in it",
                        "write a JSON object, or an array of them"));
            }
        }
    }

    /** One of several statements of a document. */
    void readPart(String part, Start start, Charset charset, Document document, Intake intake) throws IOException {
        String place = document.place() + ":" + start.line() + ":" + start.column();
        // The document's own id would be the same for all of them.
        Document anonymous = new Document(document.source(), document.place(), null, document.charset());
        read(part, start, charset, part.getBytes(charset), anonymous, place, intake);
    }

    private void read(
            String json, Start start, Charset charset, byte[] original, Document document, String place, Intake intake)
            throws IOException {
        List<String> notes = new ArrayList<>();
        RawStatement statement;
        try {
            statement = drafts.draft(objects.read(json, start), notes)
                    .statement(document, FORMAT, charset, original, clock.instant());
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), place));
            return;
        }
        notes.forEach(note -> intake.mend(new Notice(document.source(), place, note)));
        intake.take(statement, place);
    }
}
