// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Qualifier;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import io.depeche.enrich.text.pieces.Vocabulary;
import io.depeche.enrich.text.pieces.WordSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What figures are told by in one language; immutable. */
final class FigureGrammar {

    /** Where the noun stands in what is counted. */
    enum Head {
        /** Behind adjectives that the language file lists: grands navires de guerre. */
        FIRST,
        /** At the end: Russian armoured vehicles. */
        LAST,
        /** The first word with a capital: verletzte Polizisten. */
        CAPITAL
    }

    final UnitTable units;
    final Trie<Qualifier> qualifiers;
    final Trie<Qualifier> qualifiersBehind;
    final Trie<List<String>> rangeConnectors;
    final Trie<String> rangeOpeners;
    final Trie<Boolean> coordinations;
    final Trie<Boolean> countLinkers;
    final Trie<Boolean> measureLinkers;
    final Trie<Boolean> fractionLinkers;

    /** With whether they need degrees before them: 12 negativos may be anything. */
    final Trie<Boolean> belowZero;

    final Trie<Boolean> proportions;
    final Trie<BigDecimal> scales;
    final Map<String, UnitPart> unitParts;
    final Trie<Boolean> ownerCues;
    final Trie<Boolean> ownerLinks;
    final Trie<Boolean> ageCues;
    final Trie<Boolean> yearAgeCues;
    final Trie<Boolean> bareAgeCues;
    final Trie<Boolean> ageCuesBehind;
    final Trie<Boolean> ageSubjects;
    final Trie<Boolean> ageClauses;
    final Trie<Boolean> noFigures;
    final Trie<Boolean> clockWords;
    final Trie<Boolean> numbered;
    final Trie<Boolean> streets;
    final Trie<Boolean> changes;
    final Trie<Boolean> months;
    final WordSet determiners;
    final WordSet phraseParticles;
    final WordSet functionWords;
    final WordSet angleCues;
    final WordSet oneDeterminers;
    final boolean oneCounts;
    final Map<String, String> families;
    final boolean partial;

    private final Head head;
    private final WordSet notCounted;
    private final WordSet prenominal;
    private final WordSet pluralNouns;
    private final List<String> prenominalEndings;
    private final List<String> pluralEndings;
    private final List<String> singularEndings;
    private final List<String> notCountedEndings;

    FigureGrammar(Lexicon lexicon, Lexicon common, Vocabulary vocabulary) {
        units = new UnitTable(lexicon, common, vocabulary);
        qualifiers = Trie.backwards(vocabulary);
        qualifiers.addAll(lexicon.map(Section.QUALIFIERS, FigureGrammar::qualifier));
        qualifiersBehind = Trie.of(lexicon, Section.QUALIFIERS_BEHIND, FigureGrammar::qualifier, vocabulary);
        rangeConnectors = new Trie<>(vocabulary, false);
        rangeOpeners = Trie.backwards(vocabulary);
        ranges(lexicon);
        coordinations = Trie.of(lexicon, Section.COORDINATIONS, vocabulary);
        countLinkers = Trie.of(lexicon, Section.COUNT_LINKERS, vocabulary);
        fractionLinkers = Trie.of(lexicon, Section.FRACTION_LINKERS, vocabulary);
        measureLinkers = Trie.of(lexicon, Section.MEASURE_LINKERS, vocabulary);
        belowZero = Trie.of(lexicon, Section.BELOW_ZERO, FigureGrammar::needsDegrees, vocabulary);
        proportions = new Trie<>(vocabulary, false);
        lexicon.entries(Section.PROPORTIONS).stream()
                .filter(entry -> entry.value().isEmpty())
                .forEach(entry -> proportions.add(entry.key(), true));
        scales = Trie.of(lexicon, Section.SCALES, FigureGrammar::scale, vocabulary);
        unitParts = UnitPart.of(common);
        ownerCues = Trie.of(lexicon, Section.OWNER_CUES, vocabulary);
        ownerLinks = Trie.of(lexicon, Section.OWNER_LINKS, vocabulary);
        ageCues = backwards(lexicon, Section.AGE_CUES, vocabulary);
        yearAgeCues = backwards(lexicon, Section.YEAR_AGE_CUES, vocabulary);
        bareAgeCues = backwards(lexicon, Section.BARE_AGE_CUES, vocabulary);
        ageSubjects = backwards(lexicon, Section.AGE_SUBJECTS, vocabulary);
        ageClauses = Trie.of(lexicon, Section.AGE_CLAUSES, vocabulary);
        ageCuesBehind = Trie.of(lexicon, Section.AGE_CUES_BEHIND, vocabulary);
        noFigures = Trie.of(lexicon, Section.NO_FIGURES, vocabulary);
        clockWords = Trie.of(lexicon, Section.CLOCK_WORDS, vocabulary);
        numbered = backwards(lexicon, Section.NUMBERED, vocabulary);
        months = months(lexicon, vocabulary);
        determiners = WordSet.of(lexicon, Section.DETERMINERS, vocabulary);
        phraseParticles = WordSet.of(lexicon, Section.PHRASE_PARTICLES, vocabulary);
        functionWords = WordSet.of(lexicon, Section.FUNCTION_WORDS, vocabulary);
        angleCues = WordSet.of(lexicon, Section.ANGLE_CUES, vocabulary);
        oneDeterminers = WordSet.of(lexicon, Section.ONE_DETERMINERS, vocabulary);
        oneCounts = lexicon.map(Section.ONE, value -> value).containsValue("COUNTS");
        partial = lexicon.words(Section.PARTIAL).contains(Layers.FIGURES.name());
        families = common.entries(Section.CURRENCY_FAMILIES).stream()
                .collect(Collectors.toUnmodifiableMap(Lexicon.Entry::key, Lexicon.Entry::value));
        head = lexicon.map(Section.NOUN_PHRASE, FigureGrammar::head).getOrDefault("head", Head.FIRST);
        notCounted = WordSet.of(lexicon, Section.NOT_COUNTED, vocabulary);
        prenominal = WordSet.of(lexicon, Section.PRENOMINAL, vocabulary);
        pluralNouns = WordSet.of(lexicon, Section.PLURAL_NOUNS, vocabulary);
        prenominalEndings = List.copyOf(lexicon.words(Section.PRENOMINAL_ENDINGS));
        notCountedEndings = List.copyOf(lexicon.words(Section.NOT_COUNTED_ENDINGS));
        pluralEndings = List.copyOf(lexicon.words(Section.PLURAL_ENDINGS));
        singularEndings = List.copyOf(lexicon.words(Section.SINGULAR_ENDINGS));
        streets = Trie.of(lexicon, Section.STREETS, vocabulary);
        changes = backwards(lexicon, Section.CHANGES, vocabulary);
    }

    private static Trie<Boolean> backwards(Lexicon lexicon, Section section, Vocabulary vocabulary) {
        Trie<Boolean> trie = Trie.backwards(vocabulary);
        lexicon.words(section).forEach(phrase -> trie.add(phrase, true));
        return trie;
    }

    private static Trie<Boolean> months(Lexicon lexicon, Vocabulary vocabulary) {
        Trie<Boolean> months = Trie.of(lexicon, Section.MONTHS, vocabulary);
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(lexicon.language()));
        for (String month : symbols.getMonths()) {
            months.add(month, true);
        }
        return months;
    }

    private void ranges(Lexicon lexicon) {
        Map<String, List<String>> openersOf = new HashMap<>();
        for (Lexicon.Entry entry : lexicon.entries(Section.RANGES)) {
            String[] words = lexicon.read(entry, bare -> range(entry.key()));
            openersOf.computeIfAbsent(words[1], connector -> new ArrayList<>()).add(words[0]);
        }
        openersOf.forEach((connector, openers) -> {
            rangeConnectors.add(connector, List.copyOf(openers));
            openers.stream().filter(opener -> !opener.isEmpty()).forEach(opener -> rangeOpeners.add(opener, opener));
        });
    }

    private static String[] range(String pattern) {
        String[] around = (pattern + " ").split("_", -1);
        if (around.length != 3 || !around[2].isBlank() || around[1].isBlank()) {
            throw new IllegalArgumentException("expected two places for numbers, as in \"between _ and _\"");
        }
        return new String[] {around[0].strip(), around[1].strip()};
    }

    private static boolean needsDegrees(String value) {
        if (!value.isEmpty() && !value.equals("DEGREES")) {
            throw new IllegalArgumentException("expected nothing, or DEGREES");
        }
        return !value.isEmpty();
    }

    private static BigDecimal scale(String value) {
        return new BigDecimal(value.split(" ", 2)[0]);
    }

    private static Qualifier qualifier(String value) {
        try {
            return Qualifier.valueOf(value);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("expected one of " + List.of(Qualifier.values()));
        }
    }

    private static Head head(String value) {
        try {
            return Head.valueOf(value);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("expected one of " + List.of(Head.values()));
        }
    }

    Head head() {
        return head;
    }

    /** Whether a capital tells a name from a noun. */
    boolean namesHaveCapitals() {
        return head != Head.CAPITAL;
    }

    /** Whether a piece can be a part of what is counted. */
    boolean canBeCounted(Pieces pieces, int at) {
        int id = pieces.id(at);
        return pieces.isWord(at)
                && pieces.length(at) > 1
                && !functionWords.contains(id)
                && !notCounted.contains(id)
                && !endsWith(pieces, at, notCountedEndings);
    }

    boolean isPrenominal(Pieces pieces, int at) {
        boolean noun = head == Head.CAPITAL && pieces.isCapitalised(at);
        return !noun && (prenominal.contains(pieces.id(at)) || isAdjective(pieces, at));
    }

    /** Whether a word ends as adjectives do, and is no noun for all that. */
    boolean isAdjective(Pieces pieces, int at) {
        int id = pieces.id(at);
        return !prenominalEndings.isEmpty()
                && !pluralNouns.contains(id)
                && !notCounted.contains(id)
                && !functionWords.contains(id)
                && pieces.isWord(at)
                && endsWith(pieces, at, prenominalEndings);
    }

    /** Whether a word behind two numbers with a dash between them makes a range of them, and no score. */
    boolean canStandBehindRange(Pieces pieces, int at) {
        return pieces.isWord(at) && pieces.length(at) > 1 && !functionWords.contains(pieces.id(at));
    }

    /** Whether nouns in the plural can be told from other words. */
    boolean tellsPlurals() {
        return !pluralEndings.isEmpty();
    }

    boolean isPlural(Pieces pieces, int at) {
        return pluralNouns.contains(pieces.id(at))
                || endsWith(pieces, at, pluralEndings) && !endsWith(pieces, at, singularEndings);
    }

    private static boolean endsWith(Pieces pieces, int at, List<String> endings) {
        for (String ending : endings) {
            int start = pieces.end(at) - ending.length();
            if (start > pieces.start(at) && pieces.text().regionMatches(true, start, ending, 0, ending.length())) {
                return true;
            }
        }
        return false;
    }
}
