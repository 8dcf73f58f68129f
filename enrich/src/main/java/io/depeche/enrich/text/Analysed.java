// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Objects;

/**
 * What an analyser found, and how much of its work that is.
 *
 * @param value what was found; immutable
 * @param coverage how much of its work the analyser did
 * @param <T> type of the layer's value
 */
public record Analysed<T>(T value, Coverage coverage) {

    public Analysed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(coverage, "coverage");
    }

    /** All that the analyser can do was done. */
    public static <T> Analysed<T> ran(T value) {
        return new Analysed<>(value, Coverage.RAN);
    }

    /** Only a part of the work was done. */
    public static <T> Analysed<T> partial(T value) {
        return new Analysed<>(value, Coverage.PARTIAL);
    }

    /** The analyser has nothing for the document's language. */
    public static <T> Analysed<T> notForThisLanguage(Layer<T> layer) {
        return new Analysed<>(layer.empty(), Coverage.NOT_FOR_THIS_LANGUAGE);
    }
}
