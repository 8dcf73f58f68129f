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

/**
 * One statement as a format has read it, its values clean and checked.
 *
 * @param fields those that are there, without text and categories; an embargo as an instant in UTC
 * @param categories empty where there are none
 * @param text clean; empty only in a withdrawal
 */
public record Draft(Map<Field, String> fields, List<String> categories, String text) {

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
        if (text.isEmpty() && status() != StatementStatus.WITHDRAWN) {
            throw new Refused("it has no text", "leave it out, or give it a text");
        }
        if (text.isEmpty() && ownId == null) {
            throw new Refused(
                    "it withdraws a statement and doesn't say which one", "give it the id of the one to withdraw");
        }
        RawStatement.Builder statement = RawStatement.newBuilder()
                .setId(StatementId.of(document.source(), ownId, text))
                .setSource(document.source())
                .setSourceItemId(ownId)
                .setUrl(fields.get(Field.URL))
                .setTitle(fields.get(Field.TITLE))
                .setText(text)
                .setLanguage(fields.get(Field.LANGUAGE))
                .setIssued(fields.get(Field.ISSUED))
                .setReceivedAt(receivedAt.truncatedTo(ChronoUnit.MILLIS))
                .setStatus(status())
                .setVersion(fields.get(Field.VERSION))
                .setRights(fields.get(Field.RIGHTS))
                .setCategories(categories)
                .setOrigin(Origin.newBuilder()
                        .setFetchedFrom(document.place())
                        .setFormat(format)
                        .setCharset(charset.name())
                        .setSha256(Sha256.hex(original))
                        .build());
        if (fields.containsKey(Field.EMBARGO)) {
            statement.setEmbargo(Instant.parse(fields.get(Field.EMBARGO)).truncatedTo(ChronoUnit.MILLIS));
        }
        if (fields.containsKey(Field.MEDIA_TYPE)) {
            statement.setMediaType(fields.get(Field.MEDIA_TYPE));
        }
        return statement.build();
    }

    private String ownId(Document document) {
        if (fields.containsKey(Field.ID)) {
            return fields.get(Field.ID);
        }
        return document.itemId() == null ? fields.get(Field.URL) : document.itemId();
    }
}
