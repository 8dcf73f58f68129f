// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.ingest.format.JsonObjectReader.Start;
import java.io.IOException;

/**
 * A sequence of JSON texts (RFC 7464), a statement each: what is no JSON is refused, and the rest goes on. Places are
 * those of an array in a {@link JsonDocument}. Not thread-safe.
 */
final class JsonSequence {

    private static final char RECORD_SEPARATOR = '\u001E';

    private final JsonDocument documents;

    JsonSequence(JsonDocument documents) {
        this.documents = documents;
    }

    void read(byte[] content, Document document, Intake intake) throws IOException {
        Decoder.Decoded decoded;
        try {
            decoded = Decoder.decode(content, document.charset());
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
            return;
        }
        decoded.guess().ifPresent(guess -> intake.mend(new Notice(document.source(), document.place(), guess)));
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
            documents.readPart(part, new Start(line, column), decoded.charset(), document, intake);
            int lastLine = part.lastIndexOf('\n');
            line += (int) part.chars().filter(unit -> unit == '\n').count();
            column = lastLine < 0 ? column + part.length() : part.length() - lastLine;
            from += part.length();
        }
    }
}
