// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.FigureKind;
import io.depeche.enrich.text.Qualifier;
import io.depeche.enrich.text.numbers.Numeral;
import io.depeche.enrich.text.numbers.Numerals;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Makes amounts of the numbers of one sentence: with units and qualifiers, two bounds of a range as one. */
final class SentenceAmounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LARGE = BigDecimal.valueOf(100_000);

    private final Pieces pieces;
    private final int from;
    private final int to;
    private final Numerals numerals;
    private final FigureGrammar grammar;
    private final NoFigures noFigures;
    private final Ages ages;
    private final boolean angles;
    private final BitSet closingQuotes;

    private final Trie.Match<UnitSpellings> unit = new Trie.Match<>();
    private final Trie.Match<String> word = new Trie.Match<>();
    private final Trie.Match<Qualifier> qualifier = new Trie.Match<>();
    private final Trie.Match<List<String>> connector = new Trie.Match<>();

    SentenceAmounts(Pieces pieces, int from, int to, Numerals numerals, FigureGrammar grammar, NoFigures noFigures) {
        this.pieces = pieces;
        this.from = from;
        this.to = to;
        this.numerals = numerals;
        this.grammar = grammar;
        this.noFigures = noFigures;
        ages = new Ages(pieces, from, to, grammar);
        angles = hasAngleCue();
        closingQuotes = closingQuotes();
    }

    private boolean hasAngleCue() {
        for (int i = from; i < to; i++) {
            if (grammar.angleCues.contains(pieces.id(i))) {
                return true;
            }
        }
        return false;
    }

    /** The amounts of the sentence, in order. */
    List<Amount> read() {
        List<Amount> amounts = new ArrayList<>();
        int behind = from;
        int next = numerals.firstFrom(from);
        while (next < numerals.size() && numerals.get(next).from() < to) {
            Amount amount = amount(next, behind);
            next++;
            if (amount == null) {
                continue;
            }
            int minor = behindMinor(amount, next);
            if (minor > amount.end) {
                amount.end = minor;
                next++;
            } else {
                Amount bound = upperBound(amount, next);
                if (bound != null) {
                    next++;
                    behind = amount.end;
                    if (bound.value == null) {
                        continue;
                    }
                }
            }
            qualify(amount, behind);
            amounts.add(amount);
            behind = amount.end;
        }
        linkSeries(amounts);
        ages.share(amounts);
        return amounts;
    }

    private Amount amount(int index, int behind) {
        Numeral numeral = numerals.get(index);
        if (noFigures.covers(numeral) || numeral.from() < behind) {
            return null;
        }
        Amount amount = new Amount(numeral);
        if (numeral.kind() == Numeral.Kind.ORDINAL) {
            return noFigures.isClock(amount.end) ? null : amount;
        }
        Unit prefix = grammar.units.before(pieces, numeral.from(), behind, unit);
        if (prefix != null && noFigures.isFree(unit.to())) {
            amount.setUnit(prefix);
            amount.first = unit.to();
            amount.value = amount.value == null ? null : amount.value.multiply(prefix.factor());
            Unit precise = unitBehind(amount, amount.end);
            if (precise != null && precise.kind() == FigureKind.MONEY && precise.code() != null) {
                // $5 million US, CA$ 5 CAD: the second one says more.
                amount.setUnit(precise);
                amount.end = unit.to();
            }
            amount.qualified = amount.first;
            return amount;
        }
        if (noFigures.isClock(amount.end)) {
            return null;
        }
        if (ages.claim(amount) || ages.claimBehindName(amount)) {
            return amount;
        }
        Unit found = unitBehind(amount, amount.end);
        if (found == null || unit.to() > to || !isFreeUnit(amount.end, unit.to())) {
            return amount;
        }
        boolean large = found.large() != null && (numeral.scale() != null || isLarge(amount.value));
        found = large ? found.large() : found;
        amount.setUnit(found.equals(Unit.DEGREE) && angles ? Unit.of(FigureKind.MEASURE, "deg") : found);
        amount.end = unit.to();
        amount.value = amount.value == null ? null : amount.value.multiply(found.factor());
        rate(amount);
        belowZero(amount);
        return amount;
    }

    /** Between - 20 and - 10 degrees: a minus sign with a space, as French typography has it. */
    private void belowZero(Amount amount) {
        int sign = amount.first - 1;
        boolean minus = amount.kind == FigureKind.TEMPERATURE
                && sign > from
                && (pieces.is(sign, '-') || pieces.is(sign, '\u2212') || pieces.is(sign, '\u2013'))
                && pieces.isWord(sign - 1)
                && amount.value != null
                && amount.value.signum() > 0;
        if (minus) {
            amount.value = amount.value.negate();
            amount.first = sign;
            amount.qualified = sign;
        }
    }

    private static boolean isLarge(BigDecimal value) {
        return value == null || value.compareTo(LARGE) >= 0;
    }

    /** Looks for a unit behind a number: 5 km, 5-km, 2 millions [d']euros, 20 (kg). */
    private Unit unitBehind(Amount amount, int at) {
        if (at >= to) {
            return null;
        }
        boolean gluedHyphen = pieces.is(at, '-') && pieces.isGlued(at) && at + 1 < to && pieces.isGlued(at + 1);
        int next = gluedHyphen ? at + 1 : at;
        Unit found = unitAt(next);
        if (found == null && gluedHyphen) {
            found = unitAt(at);
        }
        if (found != null) {
            return found;
        }
        boolean part = amount.numeral().kind() == Numeral.Kind.FRACTION;
        int linked = (part ? grammar.fractionLinkers : grammar.countLinkers).skip(pieces, at, to);
        boolean inWords = !amount.numeral().digits();
        if (linked > at && (inWords || isLarge(amount.value))) {
            return unitAt(linked);
        }
        return bracketed(at);
    }

    private Unit unitAt(int at) {
        if (at >= to) {
            return null;
        }
        Unit found = grammar.units.behind(pieces, at, to, unit);
        if (found == null) {
            return null;
        }
        int end = unit.to();
        boolean elided = end < to && pieces.length(end - 1) == 1 && pieces.is(end, '\'') && pieces.isGlued(end);
        boolean apostrophe = end < to && pieces.length(end - 1) == 1 && pieces.is(end, '\u2019');
        boolean cutShort = end < to
                && pieces.isGlued(end)
                && (pieces.isDigits(end) || pieces.isWord(end))
                && pieces.isWord(end - 1);
        boolean initial = end < to && pieces.length(end - 1) == 1 && pieces.is(end, '.') && pieces.isGlued(end);
        if (closingQuotes.get(end - 1) || isVerb(at, end)) {
            return null;
        }
        boolean code = end + 1 < to && pieces.is(end, '-') && pieces.isGlued(end) && pieces.isDigits(end + 1);
        return elided || apostrophe || cutShort || code || (initial && isGluedWord(end + 1)) ? null : found;
    }

    /** Nel 2005 ha avviato: hectares only where no verb can follow. */
    private boolean isVerb(int at, int end) {
        return end == at + 1
                && pieces.length(at) > 1
                && grammar.functionWords.contains(pieces.id(at))
                && end < to
                && pieces.isWord(end)
                && grammar.countLinkers.skip(pieces, end, to) == end;
    }

    /** "Apollo 13" is no length of 13 inches; 5" opens no quotation. */
    private BitSet closingQuotes() {
        BitSet closing = new BitSet();
        boolean open = false;
        for (int i = from; i < to; i++) {
            if (pieces.is(i, '"') && (open || !pieces.isGlued(i) || !pieces.isDigits(i - 1))) {
                closing.set(i, open);
                open = !open;
            }
        }
        return closing;
    }

    private boolean isGluedWord(int at) {
        return at < to && pieces.isGlued(at) && pieces.isWord(at);
    }

    private Unit bracketed(int at) {
        if (at + 2 >= to || "([{<".indexOf(pieces.firstChar(at)) < 0) {
            return null;
        }
        Unit found = unitAt(at + 1);
        if (found == null || unit.to() >= to || ")]}>".indexOf(pieces.firstChar(unit.to())) < 0) {
            return null;
        }
        // The bracket that closes belongs to the unit's place in the text.
        grammar.units.behind(pieces, at + 1, to, unit);
        return found;
    }

    private boolean isFreeUnit(int at, int end) {
        for (int i = at; i < end; i++) {
            if (!noFigures.isFree(i)) {
                return false;
            }
        }
        return true;
    }

    /** 188 miles an hour */
    private void rate(Amount amount) {
        if (amount.kind != FigureKind.MEASURE || amount.unit.code() == null) {
            return;
        }
        int per = grammar.units.behindRate(pieces, amount.end, to);
        if (per > amount.end && per < to) {
            String time = grammar.units.time(pieces, per, to, word);
            if (time != null) {
                amount.setUnit(Unit.of(FigureKind.MEASURE, amount.unit.code() + "/" + time));
                amount.end = word.to();
            }
        }
    }

    /** 15 dollars and 50 cents, 15 euros 50: the index behind the minor unit, or that of the amount's end. */
    private int behindMinor(Amount amount, int next) {
        if (amount.kind != FigureKind.MONEY || amount.unit.isMinor() || next >= numerals.size()) {
            return amount.end;
        }
        Numeral minor = numerals.get(next);
        if (minor.from() >= to) {
            // The next sentence's.
            return amount.end;
        }
        int cents = minor.wholeUpTo(99);
        int start = amount.end;
        boolean linked =
                start < to && pieces.isWord(start) && grammar.coordinations.skip(pieces, start, to) == minor.from();
        if (cents < 0 || amount.value == null || amount.value.scale() > 0 || !(start == minor.from() || linked)) {
            return amount.end;
        }
        Unit found = unitBehind(new Amount(minor), minor.to());
        boolean named = found != null && found.isMinor();
        boolean bare = minor.digits() == amount.numeral().digits()
                && found == null
                && (minor.to() == to || !pieces.isWord(minor.to()))
                && amount.first == amount.numeral().from();
        if (!named && !bare) {
            return amount.end;
        }
        amount.value = amount.value.add(BigDecimal.valueOf(cents).divide(HUNDRED));
        return named ? unit.to() : minor.to();
    }

    /**
     * Makes a range of an amount and the next one, where that is its upper bound. Returns null where it is not; an amount
     * without a value where both are no figures, but a score.
     */
    private Amount upperBound(Amount lower, int next) {
        boolean possible = lower.kind != FigureKind.ORDINAL
                && lower.value != null
                && lower.end < to
                && next < numerals.size()
                && numerals.get(next).from() < to;
        if (!possible || !grammar.rangeConnectors.longest(pieces, lower.end, to, connector)) {
            return null;
        }
        int behind = connector.to();
        Amount upper = amount(next, behind);
        if (upper == null || upper.first != behind || upper.value == null || upper.kind == FigureKind.ORDINAL) {
            return null;
        }
        if (upper.unit.isNone()) {
            ages.claim(upper, lower.first);
        }
        boolean opened = isOpened(lower, connector.value());
        boolean dash = !pieces.isWord(lower.end);
        if (!opened && !connector.value().contains("")) {
            return null;
        }
        boolean sameUnit = lower.unit.isNone() || upper.unit.isNone() || lower.kind == upper.kind;
        if (!sameUnit) {
            return null;
        }
        BigDecimal low = lower.value;
        BigDecimal scale = upper.numeral().scale();
        boolean shares = scale != null
                && lower.numeral().scale() == null
                && low.multiply(scale).compareTo(upper.value) < 0
                && low.compareTo(HUNDRED.multiply(BigDecimal.TEN)) < 0;
        low = shares ? low.multiply(scale) : low;
        int order = low.compareTo(upper.value);
        if (order >= 0 && !(opened && order == 0)) {
            if (!opened && lower.numeral().digits() && upper.numeral().digits() && upper.unit.isNone()) {
                Amount score = new Amount(upper.numeral());
                score.value = null;
                lower.end = upper.end;
                return score;
            }
            return null;
        }
        if (dash && !opened && isScore(lower, upper)) {
            Amount score = new Amount(upper.numeral());
            score.value = null;
            lower.end = upper.end;
            return score;
        }
        lower.value = low;
        lower.upper = upper.value;
        if (!upper.unit.isNone()) {
            lower.setUnit(upper.unit);
        }
        lower.end = upper.end;
        return upper;
    }

    /** 1-3 with nothing that is counted behind it: a score, a vote, a chapter with its verse. */
    private boolean isScore(Amount lower, Amount upper) {
        boolean bare =
                lower.numeral().digits() && upper.numeral().digits() && upper.unit.isNone() && lower.unit.isNone();
        // 242-8721 is a telephone number.
        boolean code = pieces.is(lower.end, '-')
                && pieces.length(lower.numeral().from())
                        != pieces.length(upper.numeral().from());
        boolean small = bare && (upper.value.compareTo(HUNDRED) < 0 || code);
        return small && !(upper.end < to && grammar.canStandBehindRange(pieces, upper.end));
    }

    private boolean isOpened(Amount lower, List<String> openers) {
        int start = lower.first;
        if (grammar.rangeOpeners.longestBefore(pieces, start, from, word) && openers.contains(word.value())) {
            return true;
        }
        boolean qualified = grammar.qualifiers.longestBefore(pieces, start, from, qualifier);
        return qualified
                && grammar.rangeOpeners.longestBefore(pieces, qualifier.to(), from, word)
                && openers.contains(word.value());
    }

    private void qualify(Amount amount, int behind) {
        if (amount.kind == FigureKind.ORDINAL) {
            return;
        }
        int start = amount.first;
        boolean found = grammar.qualifiers.longestBefore(pieces, start, behind, qualifier);
        if (!found && start > behind && grammar.determiners.contains(pieces.id(start - 1))) {
            found = grammar.qualifiers.longestBefore(pieces, start - 1, behind, qualifier);
        }
        if (found) {
            amount.qualifier = qualifier.value();
            amount.qualified = qualifier.to();
        } else if (amount.numeral().about()) {
            amount.qualifier = Qualifier.ABOUT;
        }
        if (found && amount.numeral().kind() == Numeral.Kind.OPEN) {
            // The genitive singular is written as the plural: тысячи, around one thousand.
            amount.value = amount.numeral().scale();
        }
        qualifyBehind(amount, amount.end);
    }

    /** 12 or more, 12 au moins */
    void qualifyBehind(Amount amount, int at) {
        boolean open = amount.qualifier == Qualifier.EXACT || amount.qualifier == Qualifier.ABOUT;
        if (open
                && at < to
                && grammar.qualifiersBehind.longest(pieces, at, to, qualifier)
                && !(qualifier.to() < to && pieces.isDigits(qualifier.to()))) {
            amount.qualifier = qualifier.value();
        }
    }

    /** Index behind what qualifies an amount from behind; that of the amount's end where nothing does. */
    int behindQualifier(Amount amount) {
        return Math.max(amount.end, grammar.qualifiersBehind.skip(pieces, amount.end, to));
    }

    private void linkSeries(List<Amount> amounts) {
        for (int i = amounts.size() - 2; i >= 0; i--) {
            Amount here = amounts.get(i);
            Amount next = amounts.get(i + 1);
            boolean alike = here.kind == FigureKind.CARDINAL && here.upper == null && next.kind != FigureKind.ORDINAL;
            int behind = here.end < to ? grammar.coordinations.skip(pieces, here.end, to) : here.end;
            if (!alike || behind == here.end || behind != next.qualified || behind != next.first) {
                continue;
            }
            here.sharesNext = true;
            BigDecimal scale = next.numeral().scale();
            boolean sharesScale = scale != null
                    && next.value != null
                    && here.value != null
                    && here.numeral().scale() == null
                    && here.value.multiply(scale).compareTo(next.value) < 0
                    && here.value.compareTo(HUNDRED) < 0;
            if (sharesScale) {
                here.value = here.value.multiply(scale);
            }
            if (!next.unit.isNone() && next.first == next.numeral().from()) {
                here.setUnit(next.unit);
            }
        }
    }
}
