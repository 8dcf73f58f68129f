// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Figure;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds numbers in digits and words with scale, unit and qualifier, what they count, and whose they are.
 *
 * <p>Left out: ordinals, ranges, ages, open values ("several hundred"), and numbers that are a part of dates, times,
 * identifiers and names; hence {@link io.depeche.enrich.text.Coverage#PARTIAL}. Thread-safe.
 */
public final class FigureAnalyser implements Analyser<List<Figure>> {

    private final Map<String, FigureWords> words;
    private final String version;

    public FigureAnalyser(Lexicons lexicons, Tokeniser tokeniser) {
        words = lexicons.tables(
                lexicon -> new FigureWords(lexicon, tokeniser), Section.NUMBER_FORMAT, Section.NUMBERS, Section.SCALES);
        version = "1 " + lexicons.version();
    }

    @Override
    public Layer<List<Figure>> layer() {
        return Layers.FIGURES;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.TOKENS, Layers.LANGUAGE, Layers.SENTENCES, Layers.DATES, Layers.ENTITIES);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Analysed<List<Figure>> analyse(Document document) {
        FigureWords known = words.get(document.get(Layers.LANGUAGE).primary());
        if (known == null) {
            return Analysed.notForThisLanguage(Layers.FIGURES);
        }
        Tokens tokens = document.get(Layers.TOKENS);
        Places dates = new Places();
        document.get(Layers.DATES).forEach(date -> dates.add(date.span(), 0));
        Places names = new Places();
        document.get(Layers.ENTITIES)
                .forEach(entity -> entity.mentions().forEach(mention -> names.add(mention.span(), entity.id())));
        List<Figure> figures = new ArrayList<>();
        for (Tokens.Range sentence : tokens.by(document.get(Layers.SENTENCES))) {
            new SentenceFigures(document.text(), tokens, sentence, known, dates, names).collect(figures);
        }
        return Analysed.partial(List.copyOf(figures));
    }
}
