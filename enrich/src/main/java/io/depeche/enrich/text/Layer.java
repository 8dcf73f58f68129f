// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Objects;

/**
 * The typed key of what one analyser adds to a document; see {@link Layers}.
 *
 * @param name unique name; where the layer is published, its key in the coverage
 * @param empty value that stands for the layer where its analyser failed; immutable
 * @param <T> type of the value; immutable
 */
public record Layer<T>(String name, T empty) {

    public Layer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(empty, "empty");
    }
}
