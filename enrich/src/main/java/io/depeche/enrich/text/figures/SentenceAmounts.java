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
import java.util.List;

/** Makes amounts of the numbers of one sentence: with units and qualifiers, two bounds of a range as one. */
final class SentenceAmounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Pieces pieces;
    private final int from;
    private final int to;
    private final Numerals numerals;
    private final FigureGrammar grammar;
    private final NoFigures noFigures;
    private final Ages ages;
    private final boolean angles;
    private final SentenceUnits units;
    private final MinorUnits minors;

    private final Trie.Match<String> word = new Trie.Match<>();
    private final Trie.Match<Boolean> phrase = new Trie.Match<>();
    private final Trie.Match<BigDecimal> scale = new Trie.Match<>();
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
        units = new SentenceUnits(pieces, from, to, grammar);
        minors = new MinorUnits(pieces, to, grammar, units);
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
            int before = behind;
            boolean joined =
                    next < numerals.size() && numerals.get(next).from() < to && minors.join(amount, numerals.get(next));
            if (joined) {
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
            qualify(amount, before);
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
        Unit prefix = units.before(numeral.from(), behind);
        if (prefix != null && noFigures.isFree(units.end())) {
            amount.first = units.end();
            amount.setUnit(prefix);
            amount.multiply(prefix.factor());
            precise(amount);
            amount.qualified = amount.first;
            return amount;
        }
        if (noFigures.isClock(amount.end)) {
            return null;
        }
        if (ages.claim(amount) || ages.claimBehindName(amount)) {
            return amount;
        }
        Unit found = units.behind(amount, amount.end);
        if (found == null || units.end() > to || !isFreeUnit(amount.end, units.end())) {
            belowZero(amount);
            return amount;
        }
        boolean large = found.large() != null && (numeral.scale() != null || SentenceUnits.isLarge(amount.value));
        found = large ? found.large() : found;
        amount.setUnit(found.equals(Unit.DEGREE) && angles ? Unit.of(FigureKind.MEASURE, "deg") : found);
        amount.end = units.end();
        amount.multiply(found.factor());
        precise(amount);
        rate(amount);
        minusBefore(amount);
        belowZero(amount);
        return amount;
    }

    /** $5 million US, CA$ 5 CAD, 5 $ USD: the second one says more. USD 75 million may have the code in between. */
    private void precise(Amount amount) {
        if (amount.kind != FigureKind.MONEY) {
            return;
        }
        boolean prefixed = amount.first < amount.numeral().from();
        if (amount.unit.code() == null || prefixed) {
            Unit precise = prefixed ? units.behind(amount, amount.end) : units.at(amount.end);
            boolean decides = precise != null
                    && precise.kind() == FigureKind.MONEY
                    && precise.code() != null
                    && (prefixed
                            || grammar.families.getOrDefault(precise.code(), "").equals(amount.unit.family()));
            if (decides) {
                amount.setUnit(precise);
                amount.end = units.end();
            }
        }
        boolean scaled = !prefixed
                && amount.numeral().digits()
                && amount.end < to
                && grammar.scales.longest(pieces, amount.end, to, scale);
        if (scaled) {
            amount.multiply(scale.value());
            amount.end = scale.to();
        }
    }

    /** Between - 20 and - 10 degrees: a minus sign with a space, as French typography has it. */
    private void minusBefore(Amount amount) {
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

    /** 10 degrees below zero, 10 degrees below zero Celsius, or just 10 below zero */
    private void belowZero(Amount amount) {
        boolean degrees = amount.kind == FigureKind.TEMPERATURE || amount.unit.isNone() && amount.isCount();
        boolean above = degrees && amount.value != null && amount.value.signum() > 0;
        boolean below = above && grammar.belowZero.longest(pieces, amount.end, to, phrase);
        if (!below || phrase.value() && amount.unit.isNone()) {
            return;
        }
        int behind = phrase.to();
        amount.value = amount.value.negate();
        amount.belowZero = true;
        amount.end = behind;
        if (amount.unit.code() == null) {
            Unit scaled = units.at(behind);
            boolean named = scaled != null && scaled.kind() == FigureKind.TEMPERATURE;
            amount.setUnit(named ? scaled : Unit.DEGREE);
            amount.end = named ? units.end() : behind;
        }
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

    /**
     * Makes a range of an amount and the next one, where that is its upper bound. Returns null where it is not; an amount
     * without a value where both are no figures, but a score.
     */
    private Amount upperBound(Amount lower, int next) {
        boolean possible = lower.value != null
                && lower.end < to
                && next < numerals.size()
                && numerals.get(next).from() < to;
        if (!possible || !grammar.rangeConnectors.longest(pieces, lower.end, to, connector)) {
            return null;
        }
        int behind = connector.to();
        Amount upper = amount(next, behind);
        boolean alike = upper != null
                && upper.first == behind
                && upper.value != null
                && (lower.kind == FigureKind.ORDINAL) == (upper.kind == FigureKind.ORDINAL);
        if (!alike) {
            return null;
        }
        if (upper.unit.isNone()) {
            ages.claim(upper, lower.first);
        }
        boolean opened = isOpened(lower, connector.value());
        boolean dash = !pieces.isWord(lower.end);
        if (lower.kind == FigureKind.ORDINAL) {
            return opened && isOrdinalRange(lower, upper) ? bounded(lower, upper, lower.value) : null;
        }
        if (!opened && !connector.value().contains("")) {
            return null;
        }
        if (upper.belowZero && lower.value.signum() > 0 && lower.value.compareTo(upper.value.negate()) < 0) {
            // Between 10 and 20 degrees below zero.
            BigDecimal coldest = upper.value;
            upper.value = lower.value.negate();
            lower.value = coldest;
        }
        if (!opened && !dash && isChange(lower)) {
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
        return bounded(lower, upper, low);
    }

    private static Amount bounded(Amount lower, Amount upper, BigDecimal low) {
        lower.value = low;
        lower.upper = upper.value;
        if (!upper.unit.isNone()) {
            lower.setUnit(upper.unit);
        }
        lower.end = upper.end;
        return upper;
    }

    /** From the 5th to the 7th floor; but between the first and the second round there is nothing. */
    private static boolean isOrdinalRange(Amount lower, Amount upper) {
        return upper.value.subtract(lower.value).compareTo(BigDecimal.ONE) > 0;
    }

    /** 1-3 with nothing that is counted behind it: a score, a vote, a chapter with its verse. */
    private boolean isScore(Amount lower, Amount upper) {
        boolean bare =
                lower.numeral().digits() && upper.numeral().digits() && upper.unit.isNone() && lower.unit.isNone();
        // 242-8721 is a telephone number.
        boolean code = pieces.is(lower.end, '-')
                && pieces.length(lower.numeral().from())
                        != pieces.length(upper.numeral().from());
        // NI 43-101 is a standard.
        boolean standard = bare && isCapitals(lower.first - 1);
        boolean small = bare && (upper.value.compareTo(HUNDRED) < 0 || code);
        return standard || small && !(upper.end < to && grammar.canStandBehindRange(pieces, upper.end));
    }

    private boolean isCapitals(int at) {
        if (at < from || !pieces.isWord(at) || pieces.length(at) < 2) {
            return false;
        }
        return pieces.text(at).chars().allMatch(Character::isUpperCase);
    }

    /** The shares fell 1.20 dollars to 45 dollars: by how much, and to where. */
    private boolean isChange(Amount lower) {
        boolean qualified = grammar.qualifiers.longestBefore(pieces, lower.first, from, qualifier);
        int start = qualified ? qualifier.to() : lower.first;
        return !lower.unit.isNone() && grammar.changes.longestBefore(pieces, start, from, phrase);
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
        if (found && !isPartOfArrow(qualifier.to())) {
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
        scaleBehindPlus(amount);
    }

    /** $33+ billion */
    private void scaleBehindPlus(Amount amount) {
        boolean plus = amount.end + 1 < to
                && amount.numeral().digits()
                && amount.upper == null
                && pieces.is(amount.end, '+')
                && pieces.isGlued(amount.end);
        if (plus && grammar.scales.longest(pieces, amount.end + 1, to, scale)) {
            amount.multiply(scale.value());
            amount.end = scale.to();
        }
    }

    /** The > of => and of <>, which say nothing of how much. */
    private boolean isPartOfArrow(int at) {
        return at > from
                && pieces.isGlued(at)
                && "<=>".indexOf(pieces.firstChar(at)) >= 0
                && "<=>".indexOf(pieces.firstChar(at - 1)) >= 0;
    }

    /** 12 or more, 12 au moins */
    void qualifyBehind(Amount amount, int at) {
        boolean found = at < to
                && grammar.qualifiersBehind.longest(pieces, at, to, qualifier)
                && !(qualifier.to() < to && pieces.isDigits(qualifier.to()));
        if (found) {
            amount.qualifier = both(amount.qualifier, qualifier.value());
        }
    }

    private static Qualifier both(Qualifier before, Qualifier behind) {
        return switch (before) {
            case EXACT, ABOUT -> behind;
            // Less than 5000 or equal.
            case MORE_THAN -> behind == Qualifier.EXACT ? Qualifier.AT_LEAST : before;
            case LESS_THAN -> behind == Qualifier.EXACT ? Qualifier.AT_MOST : before;
            case AT_LEAST, AT_MOST, NEARLY -> before;
        };
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
