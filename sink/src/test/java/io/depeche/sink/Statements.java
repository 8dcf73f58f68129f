// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import io.depeche.event.Analysis;
import io.depeche.event.Attribution;
import io.depeche.event.AttributionForm;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.Entity;
import io.depeche.event.EntityType;
import io.depeche.event.Figure;
import io.depeche.event.FigureKind;
import io.depeche.event.Origin;
import io.depeche.event.Owner;
import io.depeche.event.Span;
import io.depeche.event.SpeechAct;
import io.depeche.event.Timings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Statements as enrich writes them. */
final class Statements {

    static final Instant RECEIVED = Instant.parse("2022-12-14T09:00:00Z");
    static final Instant ENRICHED = Instant.parse("2022-12-14T09:00:01Z");

    /** The first character lies outside the Basic Multilingual Plane: code points and chars count differently. */
    static final String TEXT =
            "𝐋e blocus dure. Bakou a démenti que 12 véhicules du contingent russe soient passés. Et 3 camions.";

    private Statements() {}

    /** Two figures: one claimed and denied, with an owner that is an entity; one bare. */
    static EnrichedStatement withTwoFigures(String id) {
        return EnrichedStatement.newBuilder()
                .setId(id)
                .setSource("mfa-am")
                .setUrl("https://example.org/" + id)
                .setTitle("Blocus")
                .setText(TEXT)
                .setLanguage("fr")
                .setIssued("2022-12-14")
                .setReceivedAt(RECEIVED)
                .setOrigin(Origin.newBuilder().setFormat("text").build())
                .setRevision(2)
                .setSentences(list(
                        span("𝐋e blocus dure."),
                        span("Bakou a démenti que 12 véhicules du contingent russe soient passés."),
                        span("Et 3 camions.")))
                .setEntities(list(
                        entity(1, EntityType.LOCATION, "Azerbaïdjan", "country:AZ"),
                        entity(2, EntityType.ORGANISATION, "Contingent russe de maintien de la paix", null)))
                .setFigures(list(
                        figure("12")
                                .setCounted(span("véhicules"))
                                .setOwner(owner("contingent russe", 2))
                                .setAttribution(0)
                                .build(),
                        figure("3").setCounted(span("camions")).build()))
                .setAttributions(list(Attribution.newBuilder()
                        .setStart(start("Bakou"))
                        .setEnd(start(" Et 3"))
                        .setText("Bakou a démenti que 12 véhicules du contingent russe soient passés.")
                        .setSpeaker(1)
                        .setSpeakerText(span("Bakou"))
                        .setCue(span("a démenti"))
                        .setContent(span("12 véhicules du contingent russe soient passés"))
                        .setForm(AttributionForm.INDIRECT)
                        .setAct(SpeechAct.DENIED)
                        .build()))
                .setAnalysis(new Analysis("0.1", new java.util.HashMap<>()))
                .setTimings(new Timings(RECEIVED, ENRICHED, null))
                .build();
    }

    /** The first place of the words in the text, in code points. */
    static Span span(String words) {
        return new Span(start(words), start(words) + words.codePointCount(0, words.length()), words);
    }

    static Owner owner(String words, Integer entity) {
        Span span = span(words);
        return new Owner(span.getStart(), span.getEnd(), span.getText(), entity);
    }

    static Figure.Builder figure(String digits) {
        Span span = span(digits);
        return Figure.newBuilder()
                .setStart(span.getStart())
                .setEnd(span.getEnd())
                .setText(span.getText())
                .setKind(FigureKind.CARDINAL)
                .setValue(digits);
    }

    private static Entity entity(int id, EntityType type, String name, String link) {
        return Entity.newBuilder()
                .setId(id)
                .setType(type)
                .setName(name)
                .setLink(link)
                .build();
    }

    private static int start(String words) {
        return TEXT.codePointCount(0, TEXT.indexOf(words));
    }

    @SafeVarargs
    private static <T> List<T> list(T... items) {
        return new ArrayList<>(List.of(items));
    }
}
