// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Map;
import java.util.Objects;

/** All that was read out of a text; immutable. */
public final class Annotations {

    private final String text;
    private final Map<Layer<?>, Object> layers;
    private final Map<String, Coverage> coverage;
    private final Map<String, String> versions;

    Annotations(
            String text, Map<Layer<?>, Object> layers, Map<String, Coverage> coverage, Map<String, String> versions) {
        this.text = Objects.requireNonNull(text, "text");
        this.layers = Map.copyOf(layers);
        this.coverage = Map.copyOf(coverage);
        this.versions = versions;
    }

    /** The text that all spans refer to. */
    public String text() {
        return text;
    }

    /** The value of a layer: its empty value where no analyser produces it, or where the one that does failed. */
    @SuppressWarnings("unchecked") // the annotator puts under a layer what the layer's own analyser returned
    public <T> T get(Layer<T> layer) {
        return (T) layers.getOrDefault(layer, layer.empty());
    }

    /**
     * How much of its work the analyser of a layer did; {@link Coverage#NOT_FOR_THIS_LANGUAGE} where there is no such
     * analyser.
     *
     * @param layer the layer's name
     */
    public Coverage coverage(String layer) {
        return coverage.getOrDefault(layer, Coverage.NOT_FOR_THIS_LANGUAGE);
    }

    /** Name of each analyser that ran, with its version, ordered by name. */
    public Map<String, String> versions() {
        return versions;
    }
}
