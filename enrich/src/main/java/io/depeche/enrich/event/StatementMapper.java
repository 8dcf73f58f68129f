// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.event;

import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Layers;
import io.depeche.event.Analysis;
import io.depeche.event.Attribution;
import io.depeche.event.AttributionForm;
import io.depeche.event.Coverage;
import io.depeche.event.DateExpression;
import io.depeche.event.DateType;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.Entity;
import io.depeche.event.EntityType;
import io.depeche.event.Figure;
import io.depeche.event.FigureChange;
import io.depeche.event.FigureKind;
import io.depeche.event.FigureValue;
import io.depeche.event.Mention;
import io.depeche.event.MentionKind;
import io.depeche.event.Owner;
import io.depeche.event.Qualifier;
import io.depeche.event.RawStatement;
import io.depeche.event.Span;
import io.depeche.event.SpeechAct;
import io.depeche.event.StatementStatus;
import io.depeche.event.Timings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes events of statements and their annotations.
 *
 * <p>This is the one place where spans turn from UTF-16 units into code points. Thread-safe.
 */
public final class StatementMapper {

    /** The keys of an event's coverage; what no analyser produces is declared too. */
    private static final List<String> COVERED =
            List.of("language", "sentences", "entities", "figures", "dates", "attributions");

    private final String version;

    /** @param version version of Depeche, for the events' analysis */
    public StatementMapper(String version) {
        this.version = version;
    }

    /**
     * The event of a statement that says something.
     *
     * @param annotations the annotations of the statement's text
     * @param publishedAt timestamp of the record that the statement came in
     * @param revision from 1
     * @param changes what differs from the last revision; empty in the first one
     * @throws IllegalArgumentException if the statement is WITHDRAWN, or the annotations are of another text
     */
    public EnrichedStatement enriched(
            RawStatement statement,
            Annotations annotations,
            Instant publishedAt,
            Instant enrichedAt,
            int revision,
            List<FigureChange> changes) {
        if (statement.getStatus() == StatementStatus.WITHDRAWN) {
            throw new IllegalArgumentException("Statement " + statement.getId()
                    + " is WITHDRAWN and has no annotations: make its event with withdrawn(…)");
        }
        if (!annotations.text().equals(statement.getText())) {
            throw new IllegalArgumentException("The annotations are not those of the text of statement "
                    + statement.getId() + ": annotate getText() as it is");
        }
        EnrichedStatement event = bare(statement, publishedAt, enrichedAt, revision, changes);
        var language = annotations.get(Layers.LANGUAGE);
        event.setLanguage(language.tag());
        event.setLanguageConfidence(language.confidence());
        CodePoints text = new CodePoints(statement.getText());
        event.setSentences(
                annotations.get(Layers.SENTENCES).stream().map(text::span).toList());
        event.setEntities(annotations.get(Layers.ENTITIES).stream()
                .map(entity -> entity(entity, text))
                .toList());
        List<io.depeche.enrich.text.Attribution> attributions = annotations.get(Layers.ATTRIBUTIONS);
        Claims claims = new Claims(attributions);
        event.setFigures(annotations.get(Layers.FIGURES).stream()
                .map(figure -> figure(figure, claims.of(figure.span()), text))
                .toList());
        event.setAttributions(attributions.stream()
                .map(attribution -> attribution(attribution, text))
                .toList());
        event.setDates(annotations.get(Layers.DATES).stream()
                .map(date -> date(date, text))
                .toList());
        event.setCoverage(coverage(annotations));
        event.setAnalysis(new Analysis(version, annotations.versions()));
        return event;
    }

    /**
     * The event of a statement that its source took back: without annotations.
     *
     * @param publishedAt timestamp of the record that the statement came in
     * @param revision from 1
     * @param changes what differs from the last revision
     */
    public EnrichedStatement withdrawn(
            RawStatement statement, Instant publishedAt, Instant enrichedAt, int revision, List<FigureChange> changes) {
        return bare(statement, publishedAt, enrichedAt, revision, changes);
    }

    /** The figures of a text as revisions are compared by them, in the order of the event's figures. */
    public static List<FigureValue> figureValues(Annotations annotations) {
        String text = annotations.text();
        return annotations.get(Layers.FIGURES).stream()
                .map(figure -> new FigureValue(
                        figure.span().of(text),
                        FigureKind.valueOf(figure.kind().name()),
                        figure.value(),
                        figure.upper(),
                        Qualifier.valueOf(figure.qualifier().name()),
                        figure.unit(),
                        figure.counted() == null ? null : figure.counted().of(text)))
                .toList();
    }

    private EnrichedStatement bare(
            RawStatement statement, Instant publishedAt, Instant enrichedAt, int revision, List<FigureChange> changes) {
        boolean stated = statement.getLanguage() != null;
        return EnrichedStatement.newBuilder()
                .setId(statement.getId())
                .setSource(statement.getSource())
                .setSourceItemId(statement.getSourceItemId())
                .setUrl(statement.getUrl())
                .setTitle(statement.getTitle())
                .setText(statement.getText())
                .setMediaType(statement.getMediaType())
                .setLanguage(stated ? statement.getLanguage() : "und")
                .setLanguageConfidence(stated ? 1 : 0)
                .setIssued(statement.getIssued())
                .setReceivedAt(statement.getReceivedAt())
                .setStatus(statement.getStatus())
                .setVersion(statement.getVersion())
                .setEmbargo(statement.getEmbargo())
                .setRights(statement.getRights())
                .setCategories(statement.getCategories())
                .setOrigin(statement.getOrigin())
                .setRevision(revision)
                .setChanges(changes)
                .setSentences(List.of())
                .setEntities(List.of())
                .setFigures(List.of())
                .setDates(List.of())
                .setAttributions(List.of())
                .setCoverage(Map.of())
                .setAnalysis(new Analysis(version, Map.of()))
                .setTimings(new Timings(publishedAt, enrichedAt, null))
                .build();
    }

    private static Map<String, Coverage> coverage(Annotations annotations) {
        Map<String, Coverage> coverage = new TreeMap<>();
        for (String layer : COVERED) {
            coverage.put(layer, Coverage.valueOf(annotations.coverage(layer).name()));
        }
        return coverage;
    }

    private static Entity entity(io.depeche.enrich.text.Entity entity, CodePoints text) {
        return new Entity(
                entity.id(),
                EntityType.valueOf(entity.type().name()),
                entity.name(),
                entity.link(),
                entity.roles().stream().map(text::span).toList(),
                entity.mentions().stream()
                        .map(mention -> mention(mention, text.span(mention.span())))
                        .toList());
    }

    private static Mention mention(io.depeche.enrich.text.Mention mention, Span span) {
        return new Mention(
                span.getStart(),
                span.getEnd(),
                span.getText(),
                MentionKind.valueOf(mention.kind().name()),
                mention.confidence());
    }

    private static Figure figure(io.depeche.enrich.text.Figure figure, Integer attribution, CodePoints text) {
        Span span = text.span(figure.span());
        return new Figure(
                span.getStart(),
                span.getEnd(),
                span.getText(),
                FigureKind.valueOf(figure.kind().name()),
                figure.value(),
                figure.upper(),
                Qualifier.valueOf(figure.qualifier().name()),
                figure.unit(),
                figure.counted() == null ? null : text.span(figure.counted()),
                figure.owner() == null ? null : owner(figure.owner(), text),
                attribution);
    }

    private static Attribution attribution(io.depeche.enrich.text.Attribution attribution, CodePoints text) {
        Span span = text.span(attribution.span());
        return new Attribution(
                span.getStart(),
                span.getEnd(),
                span.getText(),
                attribution.speaker(),
                attribution.speakerSpan() == null ? null : text.span(attribution.speakerSpan()),
                attribution.cue() == null ? null : text.span(attribution.cue()),
                text.span(attribution.content()),
                AttributionForm.valueOf(attribution.form().name()),
                SpeechAct.valueOf(attribution.act().name()),
                attribution.negated());
    }

    private static Owner owner(io.depeche.enrich.text.Figure.Owner owner, CodePoints text) {
        Span span = text.span(owner.span());
        return new Owner(span.getStart(), span.getEnd(), span.getText(), owner.entity());
    }

    private static DateExpression date(io.depeche.enrich.text.DateExpression date, CodePoints text) {
        Span span = text.span(date.span());
        return new DateExpression(
                span.getStart(),
                span.getEnd(),
                span.getText(),
                DateType.valueOf(date.type().name()),
                date.value(),
                date.anchor());
    }
}
