// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.ingest.format.CleanText;
import io.depeche.ingest.format.Decoder;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Draft;
import io.depeche.ingest.format.Field;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.Sha256;
import io.depeche.ingest.format.TextLimit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes statements, refusals and notices of the items of one document. Not thread-safe. */
final class WireDelivery {

    /** What may stand around a text: room for headlines, rights and subjects, and no way round the text's limit. */
    private static final int MOST_METADATA = 64 * 1024;

    private static final byte[] NOTHING = {};

    private final String format;
    private final Document document;
    private final String sha256;
    private final Decoder.Decoded decoded;
    private final TextLimit limit;
    private final Instant now;
    private final Intake intake;

    WireDelivery(
            String format,
            Document document,
            byte[] content,
            Decoder.Decoded decoded,
            TextLimit limit,
            Instant now,
            Intake intake) {
        this(format, document, Sha256.hex(content), decoded, limit, now, intake);
        decoded.guess().ifPresent(this::note);
    }

    private WireDelivery(
            String format,
            Document document,
            String sha256,
            Decoder.Decoded decoded,
            TextLimit limit,
            Instant now,
            Intake intake) {
        this.format = format;
        this.document = document;
        this.sha256 = sha256;
        this.decoded = decoded;
        this.limit = limit;
        this.now = now;
        this.intake = intake;
    }

    /** As one of several items of the document, whose own id would be the same for all of them. */
    WireDelivery ofSeveral() {
        Document anonymous = new Document(document.source(), document.place(), null, document.charset());
        return new WireDelivery(format, anonymous, sha256, decoded, limit, now, intake);
    }

    /** Takes the item or refuses it. */
    void take(WireItem item) {
        List<String> notes = new ArrayList<>(item.notes());
        RawStatement statement;
        try {
            statement = statement(item, notes);
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
            return;
        }
        notes.forEach(this::note);
        intake.take(statement, document.place());
    }

    /** When the item may go out, where that is known and to come. */
    Optional<Instant> embargoEnd(WireItem item) {
        return item.embargoEnd(now);
    }

    /** Says that an item is no statement, and why. */
    void leaveOut(WireItem item, String why) {
        note(item.called() + " was left out: " + why);
    }

    void note(String message) {
        intake.mend(new Notice(document.source(), document.place(), message));
    }

    private RawStatement statement(WireItem item, List<String> notes) throws Refused {
        String raw = item.statementText(now);
        // A withdrawal goes out at once; its text stays behind with the embargo.
        if (!item.isWithdrawn()) {
            checkEmbargo(item);
        }
        CleanText text = CleanText.of(raw);
        text.refuseBinary(raw.length());
        limit.check(text.text());
        notes.addAll(text.notes("the text"));
        checkMetadata(item);
        try {
            Map<Field, String> fields = item.fields();
            if (!item.isWithdrawn()) {
                item.embargoEnd(now).ifPresent(end -> fields.put(Field.EMBARGO, end.toString()));
            }
            RawStatement statement = new Draft(fields, item.categories(), text.text())
                    .statement(document, format, decoded.charset(), NOTHING, now);
            // The document is hashed once and not once an item: it may hold thousands of them.
            Origin origin =
                    Origin.newBuilder(statement.getOrigin()).setSha256(sha256).build();
            return RawStatement.newBuilder(statement).setOrigin(origin).build();
        } catch (Refused e) {
            throw named(item, e);
        }
    }

    private static void checkEmbargo(WireItem item) throws Refused {
        Optional<String> embargo = item.openEmbargo();
        if (embargo.isPresent()) {
            throw new Refused(
                    item.called() + ": " + embargo.get(), "give it again when it may go out, without the embargo");
        }
    }

    private static void checkMetadata(WireItem item) throws Refused {
        long size = 0;
        for (String value : item.fields().values()) {
            size += value.getBytes(StandardCharsets.UTF_8).length;
        }
        for (String value : item.categories()) {
            size += value.getBytes(StandardCharsets.UTF_8).length;
        }
        if (size > MOST_METADATA) {
            throw new Refused(
                    item.called() + " has " + size + " bytes of headline, rights, subjects and the like",
                    "leave out some, " + MOST_METADATA + " are taken");
        }
    }

    private static Refused named(WireItem item, Refused e) {
        return new Refused(item.called() + ": " + e.getMessage(), e.at("", "").wayOut());
    }
}
