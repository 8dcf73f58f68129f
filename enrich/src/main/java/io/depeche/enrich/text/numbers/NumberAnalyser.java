// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Vocabularies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads all numbers of a text, in digits and words, whatever they turn out to be. Thread-safe. */
public final class NumberAnalyser implements Analyser<Numerals> {

    private final Map<String, NumberGrammar> grammars;
    private final String version;

    public NumberAnalyser(Lexicons lexicons, Vocabularies vocabularies) {
        grammars = lexicons.tables(
                lexicon -> new NumberGrammar(lexicon, vocabularies.of(lexicon.language())),
                Section.NUMBER_FORMAT,
                Section.NUMBERS,
                Section.SCALES);
        version = "1 " + lexicons.version();
    }

    @Override
    public Layer<Numerals> layer() {
        return Layers.NUMERALS;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.PIECES, Layers.LANGUAGE, Layers.SENTENCES);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Analysed<Numerals> analyse(Document document) {
        NumberGrammar grammar = grammars.get(document.get(Layers.LANGUAGE).primary());
        if (grammar == null) {
            return Analysed.notForThisLanguage(Layers.NUMERALS);
        }
        Pieces pieces = document.get(Layers.PIECES);
        List<Numeral> numerals = new ArrayList<>();
        for (Tokens.Range sentence : pieces.by(document.get(Layers.SENTENCES))) {
            new NumberScan(pieces, sentence.from(), sentence.to(), grammar).collect(numerals);
        }
        return Analysed.ran(new Numerals(numerals));
    }
}
