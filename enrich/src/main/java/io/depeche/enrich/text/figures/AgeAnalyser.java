// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.numbers.Numerals;
import io.depeche.enrich.text.pieces.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells ages from lengths of time, before dates are looked for. Thread-safe. */
public final class AgeAnalyser implements Analyser<List<Span>> {

    private final FigureGrammars grammars;

    public AgeAnalyser(FigureGrammars grammars) {
        this.grammars = grammars;
    }

    @Override
    public Layer<List<Span>> layer() {
        return Layers.AGES;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.PIECES, Layers.NUMERALS, Layers.LANGUAGE, Layers.SENTENCES);
    }

    @Override
    public String version() {
        return "1 " + grammars.version();
    }

    @Override
    public Analysed<List<Span>> analyse(Document document) {
        FigureGrammar grammar = grammars.of(document.get(Layers.LANGUAGE).primary());
        if (grammar == null) {
            return Analysed.notForThisLanguage(Layers.AGES);
        }
        Pieces pieces = document.get(Layers.PIECES);
        Numerals numerals = document.get(Layers.NUMERALS);
        List<Span> ages = new ArrayList<>();
        int next = 0;
        for (Tokens.Range sentence : pieces.by(document.get(Layers.SENTENCES))) {
            Ages claims = new Ages(pieces, sentence.from(), sentence.to(), grammar);
            List<Amount> amounts = new ArrayList<>();
            for (; next < numerals.size() && numerals.get(next).from() < sentence.to(); next++) {
                Amount amount = new Amount(numerals.get(next));
                int start = claims.startOfRange(amounts, amount);
                if (!claims.claim(amount, start)) {
                    claims.claimBehindName(amount);
                }
                amounts.add(amount);
            }
            claims.share(amounts);
            amounts.stream()
                    .filter(Amount::isAge)
                    .map(amount -> pieces.span(amount.first, amount.end - 1))
                    .forEach(ages::add);
        }
        return Analysed.ran(List.copyOf(ages));
    }
}
