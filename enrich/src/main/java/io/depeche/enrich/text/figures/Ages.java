// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.FigureKind;
import io.depeche.enrich.text.Qualifier;
import io.depeche.enrich.text.numbers.Numeral;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import java.util.List;

/** Tells which numbers of one sentence are ages. */
final class Ages {

    private static final int OLDEST = 120;
    private static final String YEAR = "a";

    private final Pieces pieces;
    private final int from;
    private final int to;
    private final FigureGrammar grammar;

    private final Trie.Match<String> word = new Trie.Match<>();
    private final Trie.Match<Boolean> phrase = new Trie.Match<>();
    private final Trie.Match<Qualifier> qualifier = new Trie.Match<>();

    Ages(Pieces pieces, int from, int to, FigureGrammar grammar) {
        this.pieces = pieces;
        this.from = from;
        this.to = to;
        this.grammar = grammar;
    }

    /** Index of the number before an amount where both are the bounds of a range; else that of the amount. */
    int startOfRange(List<Amount> amounts, Amount amount) {
        Amount last = amounts.isEmpty() ? null : amounts.get(amounts.size() - 1);
        boolean linked = last != null
                && last.end < amount.first
                && grammar.rangeConnectors.skip(pieces, last.end, to) == amount.first;
        return linked ? last.first : amount.first;
    }

    /** 29 years old, âgé de 29 ans, aged 29 */
    boolean claim(Amount amount) {
        return claim(amount, amount.first);
    }

    /** John Smith, 45, or (45), or 72 ans, */
    boolean claimBehindName(Amount amount) {
        int mark = amount.first - 1;
        boolean named = mark > from
                && (pieces.is(mark, ',') ? isPerson(mark - 1) : pieces.is(mark, '(') && pieces.isCapitalised(mark - 1))
                && amount.numeral().digits()
                && amount.numeral().wholeUpTo(OLDEST) > 0;
        if (!named) {
            return false;
        }
        String time = grammar.units.time(pieces, amount.end, to, word);
        int end = time == null ? amount.end : word.to();
        boolean closed = end < to
                && (pieces.is(mark, '(') ? pieces.is(end, ')') : pieces.is(end, ',') || time != null && isMark(end));
        if (!closed || !(time == null || time.equals(YEAR))) {
            return false;
        }
        // 3, 5, 7: a list goes on with numbers.
        if (time == null && end + 1 < to && pieces.isDigits(end + 1)) {
            return false;
        }
        amount.setUnit(Unit.of(FigureKind.AGE, YEAR));
        amount.end = end;
        return true;
    }

    /** A name, or a noun in the singular: the driver, 45, was arrested. */
    private boolean isPerson(int at) {
        return pieces.isCapitalised(at)
                || grammar.tellsPlurals() && grammar.canBeCounted(pieces, at) && !grammar.isPlural(pieces, at);
    }

    /** @param start index of the piece that a word before the age stands before: of a range, that of the lower bound */
    boolean claim(Amount amount, int start) {
        int at = amount.end;
        boolean hyphen = at + 1 < to && pieces.is(at, '-') && pieces.isGlued(at);
        int unitAt = hyphen ? at + 1 : at;
        if (!amount.numeral().digits()) {
            // Une quarantaine d'années.
            unitAt = grammar.countLinkers.skip(pieces, unitAt, to);
        }
        String time = unitAt < to ? grammar.units.time(pieces, unitAt, to, word) : null;
        if (time == null) {
            boolean bare = amount.numeral().wholeUpTo(OLDEST) > 0
                    && amount.isCount()
                    && (grammar.bareAgeCues.longestBefore(pieces, amount.first, from, phrase) || isOfPerson(amount));
            if (bare) {
                amount.setUnit(Unit.of(FigureKind.AGE, YEAR));
            }
            return bare;
        }
        int behind = word.to();
        int cue = behind + 1 < to && pieces.is(behind, '-') && pieces.isGlued(behind) ? behind + 1 : behind;
        int old = grammar.ageCuesBehind.skip(pieces, cue, to);
        int cued = startOfRange(startOfQualifier(start));
        // He has three years of experience.
        boolean ofSomething = grammar.countLinkers.skip(pieces, behind, to) > behind;
        boolean cuedBefore =
                isCued(grammar.ageCues, start, cued) || (time.equals(YEAR) && isCued(grammar.yearAgeCues, start, cued));
        boolean before = (!ofSomething && cuedBefore) || isCued(grammar.bareAgeCues, start, cued);
        if (old == cue && !before) {
            return false;
        }
        amount.setUnit(Unit.of(FigureKind.AGE, time));
        amount.end = old > cue ? old : behind;
        return true;
    }

    /** He was 13 when; but not 13 metres away. */
    private boolean isOfPerson(Amount amount) {
        int end = amount.end;
        boolean cued = amount.numeral().kind() == Numeral.Kind.CARDINAL
                && grammar.ageSubjects.longestBefore(pieces, startOfQualifier(amount.first), from, phrase);
        return cued
                && (end == to
                        || ".,;:!?)\"\u201D".indexOf(pieces.firstChar(end)) >= 0
                        || grammar.ageClauses.skip(pieces, end, to) > end);
    }

    /** Whether a cue stands before a number, or before what qualifies it. */
    private boolean isCued(Trie<Boolean> cues, int start, int qualified) {
        return cues.longestBefore(pieces, start, from, phrase) || cues.longestBefore(pieces, qualified, from, phrase);
    }

    private int startOfRange(int at) {
        return grammar.rangeOpeners.longestBefore(pieces, at, from, word) ? startOfQualifier(word.to()) : at;
    }

    private int startOfQualifier(int at) {
        return grammar.qualifiers.longestBefore(pieces, at, from, qualifier) ? qualifier.to() : at;
    }

    /** Aged 17, 18 and 20; men of 24 and 25 years */
    void share(List<Amount> amounts) {
        shareForwards(amounts);
        int first = 0;
        for (int i = 1; i < amounts.size(); i++) {
            Amount before = amounts.get(i - 1);
            Amount here = amounts.get(i);
            boolean goesOn = before.isCount()
                    && here.isCount()
                    && before.end < to
                    && grammar.coordinations.skip(pieces, before.end, to) == here.first
                    && here.first > before.end;
            if (!goesOn) {
                first = i;
            } else if (claim(here, amounts.get(first).first)) {
                amounts.subList(first, i).forEach(amount -> amount.setUnit(here.unit));
                first = i;
            }
        }
    }

    private void shareForwards(List<Amount> amounts) {
        for (int i = 0; i + 1 < amounts.size(); i++) {
            Amount here = amounts.get(i);
            Amount next = amounts.get(i + 1);
            boolean shares = here.kind == FigureKind.AGE
                    && next.isCount()
                    && here.end < to
                    && grammar.coordinations.skip(pieces, here.end, to) == next.first
                    && next.first > here.end;
            if (shares) {
                String time = grammar.units.time(pieces, next.end, to, word);
                boolean closed = next.end == to
                        || isMark(next.end)
                        || grammar.coordinations.skip(pieces, next.end, to) > next.end;
                if (time == null && !closed) {
                    continue;
                }
                next.setUnit(Unit.of(FigureKind.AGE, time == null ? here.unit.code() : time));
                next.end = time == null ? next.end : word.to();
            }
        }
    }

    private boolean isMark(int at) {
        return !pieces.isWord(at) && !pieces.isDigits(at);
    }
}
