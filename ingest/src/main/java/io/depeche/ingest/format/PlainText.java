// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.event.RawStatement;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The format {@code text}: the whole is one statement, perhaps with a {@link Header}. Stateless. */
final class PlainText {

    private static final String FORMAT = "text";

    private final TextLimit limit;
    private final Clock clock;

    PlainText(TextLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** @param doubts what a person should know of how the format was told, if the statement is taken */
    void read(InputStream in, Document document, List<String> doubts, Intake intake) throws IOException {
        List<String> notes = new ArrayList<>(doubts);
        RawStatement statement;
        try {
            statement = statement(in, document, notes);
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
            return;
        }
        notes.forEach(note -> intake.mend(new Notice(document.source(), document.place(), note)));
        intake.take(statement, document.place());
    }

    private RawStatement statement(InputStream in, Document document, List<String> notes) throws IOException, Refused {
        byte[] bytes = in.readNBytes(limit.longestFile() + 1);
        Magic.refuse(bytes);
        if (bytes.length > limit.longestFile()) {
            long size = (long) bytes.length + in.available();
            throw new Refused("it has at least " + size + " bytes", limit.wayOut());
        }
        Decoder.Decoded decoded = Decoder.decode(bytes, document.charset());
        decoded.guess().ifPresent(notes::add);
        CleanText clean = CleanText.of(decoded.text());
        clean.refuseBinary(decoded.text().length());
        notes.addAll(clean.notes("the text"));

        Header header = Header.read(clean.text());
        notes.addAll(header.notes());
        limit.check(header.text());
        return new Draft(header.fields(), List.of(), header.text())
                .statement(document, FORMAT, decoded.charset(), bytes, clock.instant());
    }
}
