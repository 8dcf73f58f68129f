// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.JsonObjectReader.Objection;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The format {@code json}: the whole is one JSON object over several lines, and one statement. Not thread-safe. */
final class JsonDocument {

    private static final String FORMAT = "json";

    private final TextLimit limit;
    private final JsonDrafts drafts;
    private final JsonObjectReader objects = new JsonObjectReader();
    private final Clock clock;

    JsonDocument(TextLimit limit, JsonDrafts drafts, Clock clock) {
        this.limit = limit;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** The longest one that is read, in bytes of any encoding. */
    int longest() {
        return limit.longestLine(Character.BYTES);
    }

    /** Whether it is JSON from its beginning to its end, if bad JSON. */
    boolean isJson(byte[] content, Document document) throws IOException {
        try {
            Optional<Objection> objection =
                    objects.objection(text(content, document).text(), false);
            return objection.isEmpty() || objection.get().kind() == Objection.Kind.MORE;
        } catch (Refused e) {
            // Nobody can read it: whoever says so to the user says what is wrong.
            return false;
        }
    }

    void read(byte[] content, Document document, Intake intake) throws IOException {
        List<String> notes = new ArrayList<>();
        RawStatement statement;
        try {
            if (content.length > longest()) {
                throw new Refused("it has at least " + content.length + " bytes", limit.wayOut());
            }
            Decoder.Decoded decoded = text(content, document);
            decoded.guess().ifPresent(notes::add);
            statement = drafts.read(decoded.text(), notes)
                    .statement(document, FORMAT, decoded.charset(), content, clock.instant());
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
            return;
        }
        notes.forEach(note -> intake.mend(new Notice(document.source(), document.place(), note)));
        intake.take(statement, document.place());
    }

    private static Decoder.Decoded text(byte[] content, Document document) throws Refused {
        Decoder.Decoded decoded = Decoder.decode(content, document.charset());
        return new Decoder.Decoded(decoded.text().strip(), decoded.charset(), decoded.guess());
    }
}
