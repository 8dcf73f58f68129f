// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.DateExpression;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Figure;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.numbers.Numerals;
import io.depeche.enrich.text.pieces.Pieces;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which numbers are figures, and makes figures of them: with unit, qualifier and range, with what they count, and
 * whose they are. Thread-safe.
 */
public final class FigureAnalyser implements Analyser<List<Figure>> {

    private final FigureGrammars grammars;

    public FigureAnalyser(FigureGrammars grammars) {
        this.grammars = grammars;
    }

    @Override
    public Layer<List<Figure>> layer() {
        return Layers.FIGURES;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.PIECES, Layers.NUMERALS, Layers.LANGUAGE, Layers.SENTENCES, Layers.DATES, Layers.ENTITIES);
    }

    @Override
    public String version() {
        return "2 " + grammars.version();
    }

    @Override
    public Analysed<List<Figure>> analyse(Document document) {
        FigureGrammar grammar = grammars.of(document.get(Layers.LANGUAGE).primary());
        if (grammar == null) {
            return Analysed.notForThisLanguage(Layers.FIGURES);
        }
        Pieces pieces = document.get(Layers.PIECES);
        Numerals numerals = document.get(Layers.NUMERALS);
        BitSet dates = pieces.in(
                document.get(Layers.DATES).stream().map(DateExpression::span).toList());
        Places names = new Places();
        document.get(Layers.ENTITIES)
                .forEach(entity -> entity.mentions().forEach(mention -> names.add(mention.span(), entity.id())));
        List<FigureDraft> drafts = new ArrayList<>();
        for (Tokens.Range sentence : pieces.by(document.get(Layers.SENTENCES))) {
            new SentenceFigures(pieces, sentence.from(), sentence.to(), numerals, grammar, dates, names)
                    .collect(drafts);
        }
        List<Figure> figures = List.copyOf(FigureDraft.settle(drafts, grammar.families));
        return grammar.partial ? Analysed.partial(figures) : Analysed.ran(figures);
    }
}
