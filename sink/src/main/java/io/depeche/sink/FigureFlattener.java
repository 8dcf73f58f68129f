// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import io.depeche.event.Attribution;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.Entity;
import io.depeche.event.Figure;
import io.depeche.event.FigureRecord;
import io.depeche.event.Owner;
import io.depeche.event.Span;
import io.depeche.event.StatementStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one flat record of each figure in a statement, its references resolved to names, for tables and SQL.
 *
 * <p>Offsets stay as they are: Unicode code points of the statement's text. A withdrawn statement has no figures.
 * Stateless, so thread-safe.
 */
public final class FigureFlattener {

    /**
     * In code points. A table without full stops is one sentence, and each of its figures would carry all of it: the
     * output would grow with the square of the text.
     */
    static final int LONGEST_SENTENCE = 10_000;

    /**
     * The figures in the order in which the statement lists them. {@code sentence} is null where none contains the
     * whole figure, and where it is longer than 10,000 code points.
     *
     * @throws IllegalArgumentException where a figure or an attribution refers to something that the statement does
     *     not have; the message names both
     */
    public List<FigureRecord> flatten(EnrichedStatement statement) {
        if (statement.getStatus() == StatementStatus.WITHDRAWN) {
            return List.of();
        }
        Map<Integer, Entity> entities = new HashMap<>();
        statement.getEntities().forEach(entity -> entities.put(entity.getId(), entity));
        List<FigureRecord> records = new ArrayList<>(statement.getFigures().size());
        for (int index = 0; index < statement.getFigures().size(); index++) {
            records.add(flatten(statement, entities, index));
        }
        return records;
    }

    private static FigureRecord flatten(EnrichedStatement statement, Map<Integer, Entity> entities, int index) {
        Figure figure = statement.getFigures().get(index);
        Attribution attribution = attributionOf(statement, figure);
        Entity speaker =
                attribution == null ? null : entity(statement, entities, attribution.getSpeaker(), attribution);
        return FigureRecord.newBuilder()
                .setStatementId(statement.getId())
                .setRevision(statement.getRevision())
                .setIndex(index)
                .setSource(statement.getSource())
                .setUrl(statement.getUrl())
                .setTitle(statement.getTitle())
                .setLanguage(statement.getLanguage())
                .setIssued(statement.getIssued())
                .setReceivedAt(statement.getReceivedAt())
                .setStart(figure.getStart())
                .setEnd(figure.getEnd())
                .setText(figure.getText())
                .setKind(figure.getKind())
                .setValue(figure.getValue())
                .setUpper(figure.getUpper())
                .setQualifier(figure.getQualifier())
                .setUnit(figure.getUnit())
                .setCounted(textOf(figure.getCounted()))
                .setOwner(ownerName(statement, entities, figure))
                .setSpeaker(speakerName(speaker, attribution))
                .setSpeakerLink(speaker == null ? null : speaker.getLink())
                .setAct(attribution == null ? null : attribution.getAct())
                .setNegated(attribution != null && attribution.getNegated())
                .setSentence(sentenceOf(statement.getSentences(), figure))
                .build();
    }

    private static Attribution attributionOf(EnrichedStatement statement, Figure figure) {
        Integer index = figure.getAttribution();
        if (index == null) {
            return null;
        }
        List<Attribution> attributions = statement.getAttributions();
        if (index < 0 || index >= attributions.size()) {
            throw new IllegalArgumentException(
                    "statement %s: the figure \"%s\" at %d stands in attribution %d, where there are %d attributions"
                            .formatted(
                                    statement.getId(),
                                    figure.getText(),
                                    figure.getStart(),
                                    index,
                                    attributions.size()));
        }
        return attributions.get(index);
    }

    private static String ownerName(EnrichedStatement statement, Map<Integer, Entity> entities, Figure figure) {
        Owner owner = figure.getOwner();
        if (owner == null) {
            return null;
        }
        Entity entity = entity(statement, entities, owner.getEntity(), owner);
        return entity == null ? owner.getText() : entity.getName();
    }

    private static String speakerName(Entity speaker, Attribution attribution) {
        if (speaker != null) {
            return speaker.getName();
        }
        return attribution == null ? null : textOf(attribution.getSpeakerText());
    }

    private static Entity entity(
            EnrichedStatement statement, Map<Integer, Entity> entities, Integer id, Object referrer) {
        if (id == null) {
            return null;
        }
        Entity entity = entities.get(id);
        if (entity == null) {
            throw new IllegalArgumentException("statement %s: %s refers to entity %d, which the statement does not have"
                    .formatted(statement.getId(), referrer, id));
        }
        return entity;
    }

    /** Binary search: sentences are in order and do not overlap. */
    private static String sentenceOf(List<Span> sentences, Figure figure) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span sentence = sentences.get(middle);
            if (sentence.getEnd() <= figure.getStart()) {
                low = middle + 1;
            } else if (sentence.getStart() > figure.getStart()) {
                high = middle - 1;
            } else {
                boolean whole = figure.getEnd() <= sentence.getEnd();
                boolean bounded = sentence.getEnd() - sentence.getStart() <= LONGEST_SENTENCE;
                return whole && bounded ? sentence.getText() : null;
            }
        }
        return null;
    }

    private static String textOf(Span span) {
        return span == null ? null : span.getText();
    }
}
