// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text with what is known of it beforehand and the layers that analysers have added so far; immutable, as long as the
 * layers' values are.
 */
public final class Document {

    private final String text;
    private final String statedLanguage;
    private final IssueDate issued;
    private final Map<Layer<?>, Object> layers;

    private Document(String text, String statedLanguage, IssueDate issued, Map<Layer<?>, Object> layers) {
        this.text = text;
        this.statedLanguage = statedLanguage;
        this.issued = issued;
        this.layers = layers;
    }

    /**
     * A document without layers.
     *
     * @param text the text; any string
     * @param statedLanguage language as the source says, a BCP 47 tag, or null
     * @param issued date of issue in ISO 8601, in any precision from the year on, or null; what can't be read as such a
     *     date counts as none
     */
    public static Document of(String text, String statedLanguage, String issued) {
        return new Document(
                Objects.requireNonNull(text, "text"),
                statedLanguage,
                IssueDate.parse(issued).orElse(null),
                Map.of());
    }

    Document with(Map<Layer<?>, Object> visible) {
        return new Document(text, statedLanguage, issued, visible);
    }

    /** Another text of the same issue, in a language that is known. */
    Document in(String language, String other) {
        return new Document(other, language, issued, Map.of());
    }

    /** The text that all spans refer to. */
    public String text() {
        return text;
    }

    /** Language as the source says, unchecked. */
    public Optional<String> statedLanguage() {
        return Optional.ofNullable(statedLanguage);
    }

    /** When the text was issued. */
    public Optional<IssueDate> issued() {
        return Optional.ofNullable(issued);
    }

    /**
     * The value of a layer.
     *
     * @throws IllegalArgumentException if the analyser that asks has not declared that it needs the layer
     */
    @SuppressWarnings("unchecked") // with(…) is only called by the annotator, with values of the layers' own analysers
    public <T> T get(Layer<T> layer) {
        Object value = layers.get(layer);
        if (value == null) {
            Set<String> names = layers.keySet().stream().map(Layer::name).collect(Collectors.toSet());
            throw new IllegalArgumentException("The layer " + layer.name() + " was read, but only " + names
                    + " are declared: add it to the needs() of the analyser that reads it");
        }
        return (T) value;
    }
}
