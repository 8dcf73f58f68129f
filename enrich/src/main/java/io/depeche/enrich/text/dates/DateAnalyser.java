// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.DateExpression;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Vocabularies;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds dates, times, lengths of time and recurring times, and gives them their TIMEX3 values, by the rules of the
 * language files; relative ones against the date of issue. Thread-safe.
 */
public final class DateAnalyser implements Analyser<List<DateExpression>> {

    /** In the section [partial] of a language file. */
    private static final String PARTIAL = "dates";

    private final Map<String, DateGrammar> grammars;
    private final Set<String> partial;
    private final String version;

    public DateAnalyser(Lexicons lexicons, Vocabularies vocabularies) {
        grammars = lexicons.tables(
                lexicon -> new DateGrammar(lexicon, vocabularies.of(lexicon.language())),
                Section.DATE_RULES,
                Section.PERIOD_RULES,
                Section.TIME_UNITS);
        partial = lexicons.all().stream()
                .filter(lexicon -> lexicon.words(Section.PARTIAL).contains(PARTIAL))
                .map(lexicon -> lexicon.language())
                .collect(Collectors.toUnmodifiableSet());
        version = "2 " + lexicons.version();
    }

    @Override
    public Layer<List<DateExpression>> layer() {
        return Layers.DATES;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.PIECES, Layers.NUMERALS, Layers.AGES, Layers.MONEY, Layers.LANGUAGE, Layers.SENTENCES);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Analysed<List<DateExpression>> analyse(Document document) {
        String language = document.get(Layers.LANGUAGE).primary();
        DateGrammar grammar = grammars.get(language);
        if (grammar == null) {
            return Analysed.notForThisLanguage(Layers.DATES);
        }
        Pieces pieces = document.get(Layers.PIECES);
        DateScan scan = new DateScan(
                pieces,
                document.get(Layers.NUMERALS),
                pieces.in(document.get(Layers.AGES)),
                pieces.in(document.get(Layers.MONEY)),
                grammar,
                document.issued().orElse(null));
        List<DateExpression> dates = scan.run(pieces.by(document.get(Layers.SENTENCES)));
        return partial.contains(language) ? Analysed.partial(dates) : Analysed.ran(dates);
    }
}
