// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.FigureKind;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.numbers.Numeral;
import io.depeche.enrich.text.numbers.Numerals;
import io.depeche.enrich.text.pieces.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells money from years and lengths of time, before dates are looked for: a loan of 2000 euros. Thread-safe. */
public final class MoneyAnalyser implements Analyser<List<Span>> {

    private static final int LAST_YEAR = 9999;

    private final FigureGrammars grammars;

    public MoneyAnalyser(FigureGrammars grammars) {
        this.grammars = grammars;
    }

    @Override
    public Layer<List<Span>> layer() {
        return Layers.MONEY;
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
            return Analysed.notForThisLanguage(Layers.MONEY);
        }
        Pieces pieces = document.get(Layers.PIECES);
        Numerals numerals = document.get(Layers.NUMERALS);
        List<Span> money = new ArrayList<>();
        int next = 0;
        for (Tokens.Range sentence : pieces.by(document.get(Layers.SENTENCES))) {
            SentenceUnits units = new SentenceUnits(pieces, sentence.from(), sentence.to(), grammar);
            int behind = sentence.from();
            for (; next < numerals.size() && numerals.get(next).from() < sentence.to(); next++) {
                Numeral numeral = numerals.get(next);
                int from = from(numeral, behind, units);
                int to = to(numeral, units);
                if (from < numeral.from() || to > numeral.to()) {
                    money.add(pieces.span(from, to - 1));
                }
                behind = to;
            }
        }
        return Analysed.ran(List.copyOf(money));
    }

    /** Index of the sign before a number: [$]14 million last year. */
    private static int from(Numeral numeral, int behind, SentenceUnits units) {
        Unit before = numeral.kind() == Numeral.Kind.ORDINAL ? null : units.before(numeral.from(), behind);
        return isMoney(before) ? units.end() : numeral.from();
    }

    /** Index behind the currency that follows what could be a year: 2000 [euros]. */
    private static int to(Numeral numeral, SentenceUnits units) {
        boolean year = numeral.kind() == Numeral.Kind.CARDINAL && numeral.wholeUpTo(LAST_YEAR) > 0;
        return year && isMoney(units.at(numeral.to())) ? units.end() : numeral.to();
    }

    private static boolean isMoney(Unit unit) {
        return unit != null && unit.kind() == FigureKind.MONEY;
    }
}
