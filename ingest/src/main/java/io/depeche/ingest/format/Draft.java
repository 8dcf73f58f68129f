// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.event.StatementStatus;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.util.Utf8;

/**
 * One statement as a format has read it, its values clean and checked.
 *
 * @param fields those that are there, without text and categories; an embargo as an instant in UTC
 * @param categories empty where there are none
 * @param text clean, and an Avro {@link Utf8} where it was never anything else; empty only in a withdrawal
 */
public record Draft(Map<Field, String> fields, List<String> categories, CharSequence text) {

    private static final String MEDIA_TYPE = "text/plain";

    public Draft {
        Map<Field, String> copy = new EnumMap<>(Field.class);
        copy.putAll(fields);
        fields = copy;
        categories = List.copyOf(categories);
    }

    public StatementStatus status() {
        String status = fields.get(Field.STATUS);
        return status == null ? StatementStatus.NEW : StatementStatus.valueOf(status);
    }

    /**
     * The event.
     *
     * @param format name of the format, as it stands in the origin
     * @param original bytes that this statement was made from
     * @param receivedAt when; kept in milliseconds
     * @throws Refused where there is nothing to annotate, or nothing to withdraw
     */
    public RawStatement statement(
            Document document, String format, Charset charset, byte[] original, Instant receivedAt) throws Refused {
        String ownId = ownId(document);
        boolean isEmpty = text instanceof Utf8 utf8 ? utf8.getByteLength() == 0 : text.isEmpty();
        if (isEmpty && status() != StatementStatus.WITHDRAWN) {
            throw new Refused("it has no text", "leave it out, or give it a text");
        }
        if (isEmpty && ownId == null) {
            throw new Refused(
                    "it withdraws a statement and doesn't say which one", "give it the id of the one to withdraw");
        }
        RawStatement event = Utf8Statement.withText(text);
        event.setId(StatementId.of(document.source(), ownId, text));
        event.setSource(document.source());
        event.setSourceItemId(ownId);
        event.setUrl(fields.get(Field.URL));
        event.setTitle(fields.get(Field.TITLE));
        event.setMediaType(fields.getOrDefault(Field.MEDIA_TYPE, MEDIA_TYPE));
        event.setLanguage(fields.get(Field.LANGUAGE));
        event.setIssued(fields.get(Field.ISSUED));
        event.setReceivedAt(receivedAt.truncatedTo(ChronoUnit.MILLIS));
        event.setStatus(status());
        event.setVersion(fields.get(Field.VERSION));
        if (fields.containsKey(Field.EMBARGO)) {
            event.setEmbargo(Instant.parse(fields.get(Field.EMBARGO)).truncatedTo(ChronoUnit.MILLIS));
        }
        event.setRights(fields.get(Field.RIGHTS));
        event.setCategories(categories);
        event.setOrigin(new Origin(document.place(), format, charset.name(), Sha256.hex(original)));
        return event;
    }

    private String ownId(Document document) {
        if (fields.containsKey(Field.ID)) {
            return fields.get(Field.ID);
        }
        return document.itemId() == null ? fields.get(Field.URL) : document.itemId();
    }
}
