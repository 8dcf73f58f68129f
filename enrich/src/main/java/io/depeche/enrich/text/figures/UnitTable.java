// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import io.depeche.enrich.text.FigureKind;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import io.depeche.enrich.text.pieces.Vocabulary;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The units that one language writes beside numbers: those of its file, those that all languages share, and the names of
 * measures and currencies that the CLDR has for it, in this order; immutable.
 */
final class UnitTable {

    private static final String[] PLURALS = {"one", "few", "many", "other"};

    private static final Pattern SIGN = Pattern.compile("\\p{Sc}");
    private static final Pattern SPACES = Pattern.compile(" +");

    private final Trie<UnitSpellings> behind;
    private final Trie<UnitSpellings> before;
    private final Trie<String> times;
    private final Trie<Boolean> rates;

    UnitTable(Lexicon lexicon, Lexicon common, Vocabulary vocabulary) {
        ULocale locale = ULocale.forLanguageTag(lexicon.language());
        MeasureNames measures = new MeasureNames(locale);
        behind = new Trie<>(vocabulary, false);
        before = Trie.backwards(vocabulary);
        Map<String, UnitSpellings> units = new TreeMap<>();
        Map<String, UnitSpellings> prefixes = new TreeMap<>();
        for (Lexicon source : new Lexicon[] {lexicon, common}) {
            source.entries(Section.UNITS).forEach(entry -> add(units, entry.key(), source.read(entry, Unit::parse)));
            source.entries(Section.UNIT_PREFIXES)
                    .forEach(entry -> add(prefixes, entry.key(), source.read(entry, Unit::parse)));
        }
        common.map(Section.MEASURES, Unit::parse)
                .forEach((id, unit) -> measures.of(id).forEach(name -> add(units, name, unit)));
        currencies(locale, (name, code) -> add(units, name, Unit.of(FigureKind.MONEY, code)));
        units.forEach(behind::add);
        prefixes.forEach(before::add);

        times = new Trie<>(vocabulary, false);
        common.map(Section.TIME_MEASURES, value -> value)
                .forEach((id, code) -> measures.of(id).forEach(name -> times.add(name, code)));
        lexicon.map(Section.TIME_MEASURES, value -> value).forEach(times::add);
        rates = Trie.of(lexicon, Section.RATES, vocabulary);
    }

    private static void add(Map<String, UnitSpellings> units, String name, Unit unit) {
        // C$ and c $ are the same pieces.
        String key =
                SIGN.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" $0 ").strip();
        units.computeIfAbsent(SPACES.matcher(key).replaceAll(" "), spelt -> new UnitSpellings())
                .add(name, unit);
    }

    private static void currencies(ULocale locale, BiConsumer<String, String> names) {
        for (Currency currency : Currency.getAvailableCurrencies()) {
            for (String plural : PLURALS) {
                String name = currency.getName(locale, Currency.PLURAL_LONG_NAME, plural, null);
                // (1992–2012) and the like: nobody writes these.
                if (name != null && name.indexOf('(') < 0 && !name.equals(currency.getCurrencyCode())) {
                    names.accept(name, currency.getCurrencyCode());
                }
            }
        }
    }

    /** The unit that starts at a piece, or null; the index behind it goes into the match. */
    Unit behind(Pieces pieces, int at, int to, Trie.Match<UnitSpellings> match) {
        int limit = to;
        while (behind.longest(pieces, at, limit, match)) {
            Unit unit = match.value().unit(pieces.span(at, match.to() - 1).of(pieces.text()));
            if (unit != null) {
                return unit;
            }
            // The capitals are those of another unit, but a shorter one may stand there.
            limit = match.to() - 1;
        }
        return null;
    }

    /** The unit that ends before a piece, or null; the index of its first piece goes into the match. */
    Unit before(Pieces pieces, int at, int from, Trie.Match<UnitSpellings> match) {
        int limit = from;
        while (before.longestBefore(pieces, at, limit, match)) {
            Unit unit = match.value().unit(pieces.span(match.to(), at - 1).of(pieces.text()));
            if (unit != null) {
                return unit;
            }
            limit = match.to() + 1;
        }
        return null;
    }

    /** The UCUM code of the unit of time that starts at a piece, or null; the index behind it goes into the match. */
    String time(Pieces pieces, int at, int to, Trie.Match<String> match) {
        return times.longest(pieces, at, to, match) ? match.value() : null;
    }

    /** Index behind the word that makes a speed of a length and a time; the index itself where there is none. */
    int behindRate(Pieces pieces, int at, int to) {
        return rates.skip(pieces, at, to);
    }
}
