// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.pieces;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import java.util.Set;

/** Cuts a text into pieces, with the numbers that its words have in the vocabulary of its language. Thread-safe. */
public final class PieceAnalyser implements Analyser<Pieces> {

    private final Vocabularies vocabularies;

    public PieceAnalyser(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    @Override
    public Layer<Pieces> layer() {
        return Layers.PIECES;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.TOKENS, Layers.LANGUAGE);
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Analysed<Pieces> analyse(Document document) {
        Vocabulary vocabulary =
                vocabularies.existing(document.get(Layers.LANGUAGE).primary());
        return Analysed.ran(Cutter.cut(document.text(), document.get(Layers.TOKENS), vocabulary));
    }
}
