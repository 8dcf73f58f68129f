// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.DateExpression;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds calendar dates: days with the month's name, with weekday and year where given, months with a year, bare years
 * behind a preposition, and ISO 8601 dates.
 *
 * <p>Left out: times, durations, recurring times, and what is relative to the issue ("yesterday", a bare weekday);
 * hence {@link io.depeche.enrich.text.Coverage#PARTIAL}. Thread-safe.
 */
public final class DateAnalyser implements Analyser<List<DateExpression>> {

    private final Map<String, CalendarWords> words;
    private final String version;

    public DateAnalyser(Lexicons lexicons, Tokeniser tokeniser) {
        words = lexicons.tables(lexicon -> new CalendarWords(lexicon, tokeniser), Section.YEAR_CUES);
        version = "1 " + lexicons.version();
    }

    @Override
    public Layer<List<DateExpression>> layer() {
        return Layers.DATES;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.TOKENS, Layers.LANGUAGE);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Analysed<List<DateExpression>> analyse(Document document) {
        CalendarWords known = words.get(document.get(Layers.LANGUAGE).primary());
        if (known == null) {
            return Analysed.notForThisLanguage(Layers.DATES);
        }
        Tokens tokens = document.get(Layers.TOKENS);
        return Analysed.partial(new DateScan(tokens, known, document.issued().orElse(null)).run());
    }
}
