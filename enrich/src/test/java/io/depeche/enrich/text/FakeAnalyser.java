// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Set;
import java.util.function.Function;

/** Makes a layer of a document as a test wants it. */
public record FakeAnalyser(Layer<String> layer, Set<Layer<?>> needs, Function<Document, String> reads)
        implements Analyser<String> {

    /** One that needs no other layer. */
    public FakeAnalyser(Layer<String> layer, Function<Document, String> reads) {
        this(layer, Set.of(), reads);
    }

    @Override
    public String version() {
        return "7";
    }

    @Override
    public Analysed<String> analyse(Document document) {
        return Analysed.ran(reads.apply(document));
    }
}
