// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.pieces.Trie;
import io.depeche.enrich.text.pieces.Vocabulary;
import io.depeche.enrich.text.pieces.WordSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How one language writes numbers; immutable. */
final class NumberGrammar {

    /** What stands where in a number that is spelt out. */
    enum Position {
        /** Behind tens: vingt [et] un. */
        TENS,
        /** Behind hundreds and scales: two hundred [and] six. */
        HUNDREDS,
        /** Behind anything that a smaller number can follow: trinta [e] dois. */
        ANY,
        /** Between units and the tens behind them: ein[und]zwanzig. */
        UNITS,
        /** There and behind hundreds: hundert [und] eins. */
        UNITS_HUNDREDS
    }

    /**
     * A number word below a thousand.
     *
     * @param value its value
     * @param room how much the next word may add
     */
    record Small(int value, int room) {}

    /**
     * A word that a number is multiplied by.
     *
     * @param value its value
     * @param alone whether it is a number without another before it
     * @param words whether it stands behind words below twenty only: 50 cents are no number
     */
    record Scale(BigDecimal value, boolean alone, boolean words) {}

    /**
     * A scale that stands behind digits only.
     *
     * @param value its value
     * @param money whether only next to a currency
     * @param spelling as it has to be written where its capitals matter, or null
     */
    record ShortScale(BigDecimal value, boolean money, String spelling) {}

    /**
     * A noun for so and so many.
     *
     * @param value how many
     * @param about whether it says that the number is a round one
     * @param open whether it says nothing of how many without a number before it: thousands
     * @param one whether it is one of it behind a qualifier, though it is open
     */
    record Collective(BigDecimal value, boolean about, boolean open, boolean one) {}

    /**
     * A word inside a number.
     *
     * @param position where it may stand
     * @param before the numbers that may follow it; any where it is empty
     */
    record Connector(Position position, Set<Integer> before) {
        boolean canPrecede(int value) {
            return before.isEmpty() || before.contains(value);
        }
    }

    /**
     * A word for a fraction.
     *
     * @param numerator what is divided
     * @param denominator by what it is divided
     * @param alone whether it needs no number before it
     */
    record Fraction(BigDecimal numerator, BigDecimal denominator, boolean alone) {
        boolean isHalf() {
            return numerator.compareTo(BigDecimal.ONE) == 0 && denominator.compareTo(BigDecimal.valueOf(2)) == 0;
        }

        BigDecimal of(BigDecimal number) {
            return Quotient.of(number.multiply(numerator), denominator);
        }
    }

    final DigitFormat format;
    final Trie<Small> smalls;
    final Trie<Scale> scales;
    final Trie<List<ShortScale>> shortScales;
    final Trie<Collective> collectives;
    final Trie<Boolean> openNumbers;
    final Trie<Boolean> ones;
    final Trie<Boolean> articles;
    final Trie<Connector> connectors;
    final Trie<BigDecimal> ordinals;
    final Trie<Boolean> ordinalSuffixes;
    final Trie<Fraction> fractions;
    final Trie<BigDecimal> denominators;
    final Trie<Boolean> fractionConnectors;
    final Trie<Boolean> fractionLinkers;
    final Trie<Boolean> decimalWords;
    final Trie<Boolean> negatives;
    final WordSet negativeStoppers;

    /** With whether it is a division, which nothing is counted behind. */
    final Trie<Boolean> proportions;

    final Trie<Boolean> romanCues;
    final Set<String> romanSuffixes;
    final CompoundWords compounds;

    /** Whether all parts of an ordinal are ordinals: vigésimo quinto. */
    final boolean chainsOrdinals;

    final int hyphen;

    NumberGrammar(Lexicon lexicon, Vocabulary vocabulary) {
        format = DigitFormat.of(lexicon);
        smalls = new Trie<>(vocabulary, true);
        smalls.addAll(lexicon.map(Section.NUMBERS, NumberGrammar::small));
        scales = Trie.of(lexicon, Section.SCALES, NumberGrammar::scale, vocabulary);
        shortScales = new Trie<>(vocabulary, false);
        shortScales.addAll(shortScales(lexicon));
        collectives = Trie.of(lexicon, Section.COLLECTIVES, NumberGrammar::collective, vocabulary);
        openNumbers = Trie.of(lexicon, Section.OPEN_NUMBERS, vocabulary);
        ones = Trie.of(lexicon, Section.ONE, vocabulary);
        articles = Trie.of(lexicon, Section.ONE_BEFORE_SCALE, vocabulary);
        connectors = Trie.of(lexicon, Section.NUMBER_CONNECTORS, NumberGrammar::connector, vocabulary);
        ordinals = new Trie<>(vocabulary, true);
        ordinals.addAll(lexicon.map(Section.ORDINALS, BigDecimal::new));
        ordinalSuffixes = Trie.of(lexicon, Section.ORDINAL_SUFFIXES, vocabulary);
        fractions = Trie.of(lexicon, Section.FRACTIONS, NumberGrammar::fraction, vocabulary);
        denominators = new Trie<>(vocabulary, true);
        denominators.addAll(lexicon.map(Section.DENOMINATORS, BigDecimal::new));
        fractionConnectors = Trie.of(lexicon, Section.FRACTION_CONNECTORS, vocabulary);
        fractionLinkers = Trie.of(lexicon, Section.FRACTION_LINKERS, vocabulary);
        decimalWords = Trie.of(lexicon, Section.DECIMAL_WORDS, vocabulary);
        negatives = Trie.of(lexicon, Section.NEGATIVES, vocabulary);
        negativeStoppers = WordSet.of(lexicon, Section.NEGATIVE_STOPPERS, vocabulary);
        proportions = Trie.of(lexicon, Section.PROPORTIONS, NumberGrammar::isDivision, vocabulary);
        romanCues = Trie.of(lexicon, Section.ROMAN_CUES, vocabulary);
        romanSuffixes = lexicon.words(Section.ORDINAL_SUFFIXES);
        compounds = CompoundWords.of(lexicon);
        vocabulary.cut(CompoundHeads.of(lexicon, compounds));
        chainsOrdinals = "chained"
                .equals(lexicon.map(Section.NUMBER_FORMAT, value -> value).get("ordinals"));
        hyphen = vocabulary.intern("-");
    }

    private static Map<String, List<ShortScale>> shortScales(Lexicon lexicon) {
        Map<String, List<ShortScale>> scales = new HashMap<>();
        for (Lexicon.Entry entry : lexicon.entries(Section.SHORT_SCALES)) {
            scales.computeIfAbsent(entry.key().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(lexicon.read(entry, value -> shortScale(entry.key(), value)));
        }
        return scales;
    }

    static Small small(String value) {
        String[] parts = value.split(" ", -1);
        int number = Integer.parseInt(parts[0]);
        if (number < 0 || number > 999) {
            throw new IllegalArgumentException("expected a number from 0 to 999; larger ones are scales");
        }
        if (parts.length == 1) {
            return new Small(number, roomBehind(number));
        }
        if (parts.length > 2 || !parts[1].startsWith("+")) {
            throw new IllegalArgumentException("expected a number and, where another than usual can follow, +N");
        }
        return new Small(number, Integer.parseInt(parts[1].substring(1)));
    }

    private static int roomBehind(int number) {
        if (number == 0 || number % 10 != 0 || number == 10) {
            return 0;
        }
        return number % 100 == 0 ? 99 : 9;
    }

    static Scale scale(String value) {
        List<String> parts = List.of(value.split(" ", -1));
        boolean words = parts.size() == 2 && parts.get(1).equals("WORDS");
        return new Scale(new BigDecimal(parts.get(0)), !words && flag(parts, "ALONE"), words);
    }

    private static ShortScale shortScale(String key, String value) {
        List<String> parts = List.of(value.split(" ", -1));
        boolean capitals = !key.equals(key.toLowerCase(Locale.ROOT)) || key.length() == 1;
        return new ShortScale(new BigDecimal(parts.get(0)), flag(parts, "MONEY"), capitals ? key : null);
    }

    private static Collective collective(String value) {
        List<String> parts = List.of(value.split(" ", -1));
        boolean one = parts.size() == 3 && parts.get(2).equals("ONE");
        if ((parts.size() == 2 || one) && parts.get(1).equals("OPEN")) {
            return new Collective(new BigDecimal(parts.get(0)), false, true, one);
        }
        return new Collective(new BigDecimal(parts.get(0)), flag(parts, "ABOUT"), false, false);
    }

    static Fraction fraction(String value) {
        List<String> parts = List.of(value.split(" ", -1));
        String[] quotient = parts.get(0).split("/", -1);
        if (quotient.length != 2) {
            throw new IllegalArgumentException("expected a quotient as 1/2");
        }
        return new Fraction(new BigDecimal(quotient[0]), new BigDecimal(quotient[1]), flag(parts, "ALONE"));
    }

    private static boolean isDivision(String value) {
        if (!value.isEmpty() && !value.equals("DIVISION")) {
            throw new IllegalArgumentException("expected nothing, or DIVISION");
        }
        return !value.isEmpty();
    }

    private static boolean flag(List<String> parts, String name) {
        if (parts.size() > 2 || (parts.size() == 2 && !parts.get(1).equals(name))) {
            throw new IllegalArgumentException("expected a number, or a number and " + name);
        }
        return parts.size() == 2;
    }

    static Connector connector(String value) {
        String[] parts = value.split(" ", -1);
        Set<Integer> before = new HashSet<>();
        for (int i = 1; i < parts.length; i++) {
            before.add(Integer.valueOf(parts[i]));
        }
        try {
            return new Connector(Position.valueOf(parts[0]), Set.copyOf(before));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("expected one of " + List.of(Position.values())
                    + ", and the numbers that may follow where only some may");
        }
    }
}
