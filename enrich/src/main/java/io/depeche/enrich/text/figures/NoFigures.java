// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.numbers.Numeral;
import io.depeche.enrich.text.numbers.Numerals;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import java.math.BigDecimal;
import java.util.BitSet;

/**
 * Tells the numbers of one sentence that are no figures: those of dates, telephones, versions, articles, lists, and those
 * that are a part of a name.
 */
final class NoFigures {

    private static final int CALL = 3;
    private static final int LAST_ITEM = 20;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final int LONGEST_STREET = 5;

    private final Pieces pieces;
    private final int from;
    private final int to;
    private final FigureGrammar grammar;
    private final BitSet taken;
    private final Trie.Match<Boolean> phrase = new Trie.Match<>();

    /** Value of the number that was asked for last. */
    private BigDecimal previous;

    /** Index behind the identifier that was asked for last: file no. [333]-277585. */
    private int behindNumbered = -1;

    /** @param dates the pieces that dates have taken */
    NoFigures(Pieces pieces, int from, int to, Numerals numerals, FigureGrammar grammar, BitSet dates) {
        this.pieces = pieces;
        this.from = from;
        this.to = to;
        this.grammar = grammar;
        taken = dates;
        telephones(numerals);
    }

    boolean isFree(int piece) {
        return !taken.get(piece);
    }

    /** Whether a number is no figure; to be asked for all numbers of the sentence in their order. */
    boolean covers(Numeral numeral) {
        boolean covered = isNoFigure(numeral);
        previous = numeral.value();
        return covered;
    }

    private boolean isNoFigure(Numeral numeral) {
        int start = numeral.from();
        int end = numeral.to();
        for (int i = start; i < end; i++) {
            if (taken.get(i)) {
                return true;
            }
        }
        if (isPhrase(start, end) || isJoined(start, end) || isListNumber(start, end)) {
            return true;
        }
        boolean day =
                numeral.digits() && end < to && numeral.wholeUpTo(31) > 0 && grammar.months.skip(pieces, end, to) > end;
        if (isNumbered(start, end) || isNote(start, end)) {
            behindNumbered = end;
            return true;
        }
        if (!numeral.digits() || numeral.kind() != Numeral.Kind.CARDINAL) {
            return day;
        }
        boolean leadingZero = pieces.firstChar(start) == '0' && pieces.length(start) > 1;
        return leadingZero && end == start + 1
                || day
                || isBracketedYear(numeral)
                || isBracketedItem(numeral)
                || isAddress(start, end)
                || isPostalCode(start, end)
                || repeats(numeral);
    }

    /** Article 5, phase 2b, articles 5 and 6, file no. 333-277585 */
    private boolean isNumbered(int start, int end) {
        if (!pieces.isDigits(start)) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if (!pieces.isGlued(i)) {
                return false;
            }
        }
        return grammar.numbered.longestBefore(pieces, start, from, phrase)
                || behindNumbered > from && behindNumbered < start && goesOn(behindNumbered) == start;
    }

    /** [12], [12, 13] */
    private boolean isNote(int start, int end) {
        return pieces.isDigits(start)
                && start > from
                && pieces.is(start - 1, '[')
                && end < to
                && (pieces.is(end, ']') || pieces.is(end, ',') || pieces.is(end, '-'));
    }

    /** Resolution 1325 (2000) */
    private boolean isBracketedYear(Numeral numeral) {
        int start = numeral.from();
        return start > from
                && pieces.is(start - 1, '(')
                && numeral.to() < to
                && pieces.is(numeral.to(), ')')
                && pieces.length(start) == 4
                && numeral.wholeUpTo(LAST_YEAR) >= FIRST_YEAR;
    }

    private int goesOn(int at) {
        int behind = grammar.coordinations.skip(pieces, at, to);
        return behind > at ? behind : grammar.rangeConnectors.skip(pieces, at, to);
    }

    /** (1) first, (2) second */
    private boolean isBracketedItem(Numeral numeral) {
        int start = numeral.from();
        int end = numeral.to();
        return start > from
                && pieces.is(start - 1, '(')
                && end + 1 < to
                && pieces.is(end, ')')
                && pieces.isWord(end + 1)
                && numeral.wholeUpTo(LAST_ITEM) > 0
                && !(start - 1 > from && pieces.isCapitalised(start - 2));
    }

    /** 75001 Paris */
    private boolean isPostalCode(int start, int end) {
        return grammar.namesHaveCapitals()
                && end == start + 1
                && pieces.length(start) == 5
                && pieces.number(start) % 100 != 0
                && end < to
                && pieces.isCapitalised(end)
                && !startsUnit(end);
    }

    /** 590 Madison Avenue, 12 rue de Rivoli, 12, rue de Rivoli */
    private boolean isAddress(int start, int end) {
        if (end != start + 1) {
            return false;
        }
        int at = end < to && pieces.is(end, ',') ? end + 1 : end;
        int limit = Math.min(to, at + LONGEST_STREET);
        boolean named = grammar.head() != FigureGrammar.Head.LAST;
        while (at < limit) {
            int behind = grammar.streets.skip(pieces, at, to);
            if (behind > at && named) {
                return !(behind < to && !pieces.isCapitalised(behind) && grammar.canBeCounted(pieces, behind));
            }
            if (!pieces.isCapitalised(at) && !pieces.is(at, '.')) {
                return false;
            }
            named = true;
            at++;
        }
        return false;
    }

    /** Premier ministre, first lady: the phrase may start a few words before the number. */
    private boolean isPhrase(int start, int end) {
        for (int i = Math.max(from, start - 2); i <= start; i++) {
            if (grammar.noFigures.skip(pieces, i, to) >= end) {
                return true;
            }
        }
        return false;
    }

    boolean isClock(int end) {
        return grammar.clockWords.skip(pieces, end, to) > end;
    }

    /** Whether the digits are glued to more of the same, which makes a code, a score, a ratio or a time of them. */
    private boolean isJoined(int start, int end) {
        if (start > from && pieces.isGlued(start)) {
            char before = pieces.firstChar(start - 1);
            boolean further = start - 1 > from && pieces.isGlued(start - 1);
            boolean joint =
                    "/:_\\#@=&".indexOf(before) >= 0 || ((before == '.' || before == '-' || before == '+') && further);
            // Article 8(1)
            boolean clause = before == '(' && further && pieces.isDigits(start - 2);
            if (clause) {
                return true;
            }
            if (joint && (further || "#@_".indexOf(before) >= 0) && !isRangeDash(start)) {
                return true;
            }
        }
        if (end >= to || !pieces.isGlued(end)) {
            return false;
        }
        char behind = pieces.firstChar(end);
        boolean further = end + 1 < to && pieces.isGlued(end + 1);
        if (pieces.isWord(end)) {
            return pieces.isDigits(end - 1) && !startsUnit(end);
        }
        boolean letters = further && (pieces.isDigits(end + 1) || pieces.isWord(end + 1));
        boolean clause = behind == '(' && further && pieces.isWord(end + 1) && pieces.length(end + 1) == 1;
        return clause
                || isCodeBehind(end)
                || (behind == '/' && letters && !isPer(end))
                || ((behind == ':' || behind == '&') && further && pieces.isDigits(end + 1))
                || ("_\\@#".indexOf(behind) >= 0 && further)
                || ((behind == '°' || behind == 'º') && !startsUnit(end));
    }

    /** 1-800-AHA-USA1 */
    private boolean isCodeBehind(int dash) {
        return dash + 2 < to
                && pieces.is(dash, '-')
                && pieces.isDigits(dash + 1)
                && pieces.isGlued(dash + 1)
                && pieces.is(dash + 2, '-')
                && pieces.isGlued(dash + 2);
    }

    private boolean isPer(int slash) {
        return slash + 1 < to && pieces.isWord(slash + 1);
    }

    /** 10-12 */
    private boolean isRangeDash(int start) {
        int lower = start - 2;
        if (lower > from && pieces.isWord(lower) && pieces.isGlued(lower)) {
            // 5k-20k
            lower--;
        }
        boolean joined =
                lower - 1 >= from && pieces.isGlued(lower) && (pieces.is(lower - 1, '-') || pieces.isWord(lower - 1));
        boolean further = start + 1 < to && pieces.is(start + 1, '-') && pieces.isGlued(start + 1);
        return lower >= from && pieces.is(start - 1, '-') && pieces.isDigits(lower) && !joined && !further;
    }

    private boolean startsUnit(int at) {
        Trie.Match<UnitSpellings> match = new Trie.Match<>();
        Trie.Match<String> time = new Trie.Match<>();
        boolean unit = grammar.units.behind(pieces, at, to, match) != null;
        int end = unit ? match.to() : grammar.units.time(pieces, at, to, time) != null ? time.to() : -1;
        return end > at && !(end < to && pieces.isGlued(end) && pieces.isDigits(end));
    }

    private boolean isListNumber(int start, int end) {
        boolean mark = end < to
                && (pieces.is(end, '.') || pieces.is(end, ')'))
                && pieces.isGlued(end)
                && (end + 1 == to || !pieces.isGlued(end + 1));
        // The only number of a text numbers nothing.
        return start == from && mark && pieces.isDigits(start) && end + 1 < pieces.size();
    }

    /** sixteen (16) */
    private boolean repeats(Numeral numeral) {
        int start = numeral.from();
        return start - 1 > from
                && pieces.is(start - 1, '(')
                && numeral.to() < to
                && pieces.is(numeral.to(), ')')
                && pieces.isWord(start - 2)
                && previous != null
                && previous.compareTo(numeral.value()) == 0;
    }

    /** Three numbers or more in digits with nothing but spaces, hyphens, points and brackets between them. */
    private void telephones(Numerals numerals) {
        int index = numerals.firstFrom(from);
        while (index < numerals.size() && numerals.get(index).from() < to) {
            int last = index;
            while (last + 1 < numerals.size()
                    && numerals.get(last).digits()
                    && numerals.get(last + 1).digits()
                    && numerals.get(last + 1).from() < to
                    && isCallGap(numerals.get(last).to(), numerals.get(last + 1).from())) {
                last++;
            }
            int first = numerals.get(index).from();
            boolean plus = first > from && pieces.is(first - 1, '+');
            boolean area = pieces.firstChar(first) == '0' && pieces.length(first) >= CALL;
            if (last - index + 1 >= CALL || ((plus || area) && last > index)) {
                taken.set(first, numerals.get(last).to());
            }
            index = last + 1;
        }
    }

    private boolean isCallGap(int start, int end) {
        if (end - start > 2) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if ("-./()".indexOf(pieces.firstChar(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
