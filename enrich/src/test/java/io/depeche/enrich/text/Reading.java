// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.List;

/** What the standard annotator reads in a text, in the short form that tests compare. */
final class Reading {

    private static final Annotator ANNOTATOR = Annotator.standard();

    private final String text;
    private final Annotations annotations;

    private Reading(String text, Annotations annotations) {
        this.text = text;
        this.annotations = annotations;
    }

    static Reading of(String language, String issued, String text) {
        return new Reading(text, ANNOTATOR.annotate(Document.of(text, language, issued)));
    }

    Annotations annotations() {
        return annotations;
    }

    String at(Span span) {
        return span == null ? null : span.of(text);
    }

    List<String> sentences() {
        return annotations.get(Layers.SENTENCES).stream().map(this::at).toList();
    }

    /** "text: QUALIFIER value[..upper] [kind [unit]] [counted]" */
    List<String> figures() {
        return annotations.get(Layers.FIGURES).stream()
                .map(figure -> at(figure.span()) + ": " + figure.qualifier() + " " + figure.value()
                        + (figure.upper() == null ? "" : ".." + figure.upper())
                        + (figure.kind() == FigureKind.CARDINAL ? "" : " " + figure.kind())
                        + (figure.unit() == null ? "" : " " + figure.unit())
                        + (figure.counted() == null ? "" : " " + at(figure.counted())))
                .toList();
    }

    /** "speaker | cue | content" */
    List<String> said() {
        return annotations.get(Layers.ATTRIBUTIONS).stream()
                .map(said -> at(said.speakerSpan()) + " | " + at(said.cue()) + " | " + at(said.content()))
                .toList();
    }

    /** "text of owner", of the figures that have one */
    List<String> owned() {
        return annotations.get(Layers.FIGURES).stream()
                .filter(figure -> figure.owner() != null)
                .map(figure -> at(figure.span()) + " of " + at(figure.owner().span()))
                .toList();
    }

    /** "text: value [@ anchor]" */
    List<String> dates() {
        return annotations.get(Layers.DATES).stream()
                .map(date ->
                        at(date.span()) + ": " + date.value() + (date.anchor() == null ? "" : " @ " + date.anchor()))
                .toList();
    }

    /** "TYPE name [link]" */
    List<String> entities() {
        return annotations.get(Layers.ENTITIES).stream()
                .map(entity -> entity.type() + " " + entity.name() + (entity.link() == null ? "" : " " + entity.link()))
                .toList();
    }

    Entity entity(String name) {
        return annotations.get(Layers.ENTITIES).stream()
                .filter(entity -> entity.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No entity " + name + " in " + entities()));
    }

    /** "text KIND" */
    List<String> mentions(String name) {
        return entity(name).mentions().stream()
                .map(mention -> at(mention.span()) + " " + mention.kind())
                .toList();
    }

    List<String> roles(String name) {
        return entity(name).roles().stream().map(this::at).toList();
    }
}
