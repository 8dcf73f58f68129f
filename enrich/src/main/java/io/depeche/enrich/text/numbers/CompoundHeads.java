// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.language.CalendarNames;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.pieces.Compounds;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What the second words of compounds may stand behind, as section [compounds] of a language file says. */
final class CompoundHeads {

    private CompoundHeads() {}

    /** The compounds of a language; none where its file has no such section. */
    static Compounds of(Lexicon lexicon, CompoundWords words) {
        Compounds compounds = new Compounds();
        if (lexicon.entries(Section.COMPOUNDS).isEmpty()) {
            return compounds;
        }
        CalendarNames calendar = new CalendarNames(lexicon);
        Set<String> numbers =
                folded(lexicon.map(Section.NUMBERS, NumberGrammar::small).keySet());
        numbers.addAll(folded(lexicon.map(Section.SCALES, NumberGrammar::scale).keySet()));
        numbers.addAll(
                folded(lexicon.map(Section.FRACTIONS, NumberGrammar::fraction).keySet()));
        numbers.addAll(folded(lexicon.words(Section.ONE)));
        Predicate<String> number = word -> numbers.contains(word) || words.isCardinal(word);
        Set<String> halves = new HashSet<>();
        lexicon.map(Section.FRACTIONS, NumberGrammar::fraction).forEach((word, fraction) -> {
            if (fraction.isHalf()) {
                halves.add(word.toLowerCase(Locale.ROOT));
            }
        });
        Set<String> weekdays = folded(calendar.weekdays().keySet());
        Set<String> months = folded(calendar.months().keySet());
        lexicon.map(Section.COMPOUNDS, value -> switch (value) {
                    case "NUMBER" -> number;
                    case "HALF" -> (Predicate<String>) halves::contains;
                    case "WEEKDAY" -> (Predicate<String>) weekdays::contains;
                    case "MONTH" -> (Predicate<String>) months::contains;
                    default -> throw new IllegalArgumentException("expected NUMBER, HALF, WEEKDAY or MONTH");
                })
                .forEach((word, first) -> compounds.add(word.toLowerCase(Locale.ROOT), first));
        return compounds;
    }

    private static Set<String> folded(Set<String> words) {
        Set<String> folded = new HashSet<>();
        words.forEach(word -> folded.add(word.toLowerCase(Locale.ROOT)));
        return folded;
    }
}
