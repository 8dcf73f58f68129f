// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import io.depeche.enrich.text.pieces.Vocabulary;
import java.math.BigDecimal;
import java.util.List;

/**
 * Reads the numbers of one sentence from left to right. Each number looks at no more than {@link #MOST_PIECES} pieces, or
 * at the digits that it consumes, so that a text takes linear time.
 */
final class NumberScan {

    static final int MOST_PIECES = 48;

    private final Pieces pieces;
    private final int from;
    private final int to;
    private final NumberGrammar grammar;
    private final DigitRuns runs;
    private final NumberWords words;
    private final DigitNumbers digits;
    private final Trie.Match<Boolean> proportion = new Trie.Match<>();

    NumberScan(Pieces pieces, int from, int to, NumberGrammar grammar) {
        this.pieces = pieces;
        this.from = from;
        this.to = to;
        this.grammar = grammar;
        runs = new DigitRuns(pieces, grammar.format);
        words = new NumberWords(pieces, from, to, grammar, runs);
        digits = new DigitNumbers(pieces, from, to, grammar, words);
    }

    void collect(List<Numeral> numerals) {
        int at = from;
        while (at < to) {
            if (pieces.isDigits(at)) {
                at = collectDigits(at, numerals);
            } else {
                Numeral read = canStart(at) ? read(at) : null;
                if (read == null) {
                    at++;
                } else {
                    numerals.add(withProportion(read));
                    at = numerals.get(numerals.size() - 1).to();
                }
            }
        }
    }

    private boolean canStart(int at) {
        int id = pieces.id(at);
        if (id == Vocabulary.UNKNOWN) {
            return pieces.isWord(at)
                    ? grammar.compounds.canStart(pieces.firstChar(at)) || RomanNumber.canStart(pieces.firstChar(at))
                    : digits.isVulgarFraction(at);
        }
        return true;
    }

    /** Numbers in digits that are no parts of a word or a code. */
    private int collectDigits(int at, List<Numeral> numerals) {
        int behind = runs.read(at, to);
        boolean partOfCode = pieces.isGlued(at) && at > from && isPartOfCode(at) && !isCurrencyCode(at - 1);
        if (partOfCode) {
            return behind;
        }
        if (runs.value() == null) {
            if (runs.isList()) {
                for (int i = at; i < behind; i += 2) {
                    if (pieces.length(i) <= DigitFormat.LONGEST) {
                        numerals.add(new Numeral(
                                i, i + 1, Numeral.Kind.CARDINAL, new BigDecimal(pieces.text(i)), false, true));
                    }
                }
            }
            return behind;
        }
        Numeral read = withProportion(digits.read(at, behind, runs.value()));
        boolean whole = read.from() == 1 && read.to() == pieces.size() && pieces.is(0, '-') && read.counts();
        // A dash with a space behind it starts the item of a list, but nobody lists one number.
        numerals.add(whole ? read.negated(0) : read);
        return Math.max(behind, read.to());
    }

    private boolean isPartOfCode(int at) {
        return pieces.isWord(at - 1) || pieces.is(at - 1, '_') || pieces.is(at - 1, '#') || pieces.is(at - 1, '@');
    }

    /** USD50; that the grammars know the word tells it from a code. */
    private boolean isCurrencyCode(int at) {
        return pieces.isWord(at)
                && pieces.length(at) == 3
                && pieces.id(at) != Vocabulary.UNKNOWN
                && pieces.text(at).chars().allMatch(Character::isUpperCase);
    }

    /** 2000 over 3, and not over 3 years. */
    private boolean endsPhrase(int at) {
        return at >= to || ".,;:!?)".indexOf(pieces.firstChar(at)) >= 0;
    }

    /** Reads a number that does not start with digits; null where there is none. */
    private Numeral read(int at) {
        int limit = Math.min(to, at + MOST_PIECES);
        if (digits.isVulgarFraction(at)) {
            return new Numeral(at, at + 1, Numeral.Kind.FRACTION, digits.vulgarFraction(at), false, false);
        }
        int id = pieces.id(at);
        boolean stopped = at > from && grammar.negativeStoppers.contains(pieces.id(at - 1));
        if (grammar.negatives.canStart(id) && !stopped) {
            int behind = grammar.negatives.skip(pieces, at, limit);
            if (behind > at && behind < to && !grammar.negatives.canStart(pieces.id(behind))) {
                Numeral positive = pieces.isDigits(behind) ? digitsBehindMinus(behind) : read(behind);
                if (positive != null && positive.counts() && positive.value().signum() > 0) {
                    return positive.negated(at);
                }
            }
        }
        if (grammar.openNumbers.canStart(id)) {
            // Plusieurs centaines de milliers: where the longest phrase has no scale behind it, a shorter one may.
            for (int behind = grammar.openNumbers.skip(pieces, at, limit);
                    behind > at;
                    behind = grammar.openNumbers.skip(pieces, at, behind - 1)) {
                int end = words.endOfScaleOrCollective(behind, limit);
                if (end > behind) {
                    return new Numeral(at, end, Numeral.Kind.OPEN, null, false, false);
                }
            }
        }
        Numeral read = words.read(at, limit);
        if (read != null) {
            return read;
        }
        return id == Vocabulary.UNKNOWN || pieces.isCapitalised(at)
                ? RomanNumber.read(pieces, at, from, to, grammar)
                : null;
    }

    private Numeral digitsBehindMinus(int at) {
        int behind = runs.read(at, to);
        return runs.value() == null ? null : digits.read(at, behind, runs.value());
    }

    /** One out of five, un sur trois. */
    private Numeral withProportion(Numeral part) {
        if (!part.counts()
                || part.kind() == Numeral.Kind.FRACTION
                || part.value().signum() == 0) {
            return part;
        }
        int limit = Math.min(to, part.to() + MOST_PIECES);
        if (!grammar.proportions.longest(pieces, part.to(), limit, proportion) || proportion.to() >= limit) {
            return part;
        }
        boolean division = proportion.value();
        int next = proportion.to();
        Numeral whole;
        if (pieces.isDigits(next)) {
            int behind = runs.read(next, to);
            boolean year = pieces.length(next) == 4 && behind == next + 1;
            whole = runs.value() == null || year ? null : digits.read(next, behind, runs.value());
        } else {
            whole = read(next);
        }
        boolean fits = whole != null
                && whole.kind() == Numeral.Kind.CARDINAL
                && (division
                        ? whole.value().signum() > 0 && endsPhrase(whole.to())
                        : part.value().signum() > 0 && whole.value().compareTo(part.value()) > 0);
        return fits
                ? new Numeral(
                        part.from(),
                        whole.to(),
                        Numeral.Kind.FRACTION,
                        Quotient.of(part.value(), whole.value()),
                        false,
                        false)
                : part;
    }
}
