// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.speed;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import java.util.Set;

/**
 * Stands for the analyser of a layer whose value is known already, so that its work is not measured.
 *
 * @param layer the layer
 * @param value its value in the one document that this is for
 */
record Precomputed<T>(Layer<T> layer, T value) implements Analyser<T> {

    static <T> Precomputed<T> of(Layer<T> layer, Annotations annotations) {
        return new Precomputed<>(layer, annotations.get(layer));
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of();
    }

    @Override
    public String version() {
        return "precomputed";
    }

    @Override
    public Analysed<T> analyse(Document document) {
        return Analysed.ran(value);
    }
}
