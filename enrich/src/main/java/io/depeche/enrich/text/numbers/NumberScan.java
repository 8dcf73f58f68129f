// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.numbers.NumberGrammar.Collective;
import io.depeche.enrich.text.numbers.NumberGrammar.Connector;
import io.depeche.enrich.text.numbers.NumberGrammar.Fraction;
import io.depeche.enrich.text.numbers.NumberGrammar.Position;
import io.depeche.enrich.text.numbers.NumberGrammar.Scale;
import io.depeche.enrich.text.numbers.NumberGrammar.ShortScale;
import io.depeche.enrich.text.numbers.NumberGrammar.Small;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import io.depeche.enrich.text.pieces.Vocabulary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.List;

/**
 * Reads the numbers of one sentence from left to right. Each number looks at no more than {@link #MOST_PIECES} pieces, or
 * at the digits that it consumes, so that a text takes linear time.
 */
final class NumberScan {

    private static final MathContext FRACTION_DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final int MOST_PIECES = 32;
    private static final int LARGEST_DENOMINATOR = 100;
    private static final int LARGEST_EXPONENT = 99;

    private final Pieces pieces;
    private final int from;
    private final int to;
    private final NumberGrammar grammar;
    private final DigitRuns digits;

    private final Trie.Match<Small> small = new Trie.Match<>();
    private final Trie.Match<Scale> scale = new Trie.Match<>();
    private final Trie.Match<BigDecimal> number = new Trie.Match<>();
    private final Trie.Match<Fraction> fraction = new Trie.Match<>();
    private final Trie.Match<Collective> collective = new Trie.Match<>();
    private final Trie.Match<Connector> connector = new Trie.Match<>();

    NumberScan(Pieces pieces, int from, int to, NumberGrammar grammar) {
        this.pieces = pieces;
        this.from = from;
        this.to = to;
        this.grammar = grammar;
        digits = new DigitRuns(pieces, grammar.format);
    }

    static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, FRACTION_DIGITS);
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
                    : isVulgarFraction(at);
        }
        return true;
    }

    /** Numbers in digits that are no parts of a word or a code. */
    private int collectDigits(int at, List<Numeral> numerals) {
        int behind = digits.read(at, to);
        boolean partOfCode = pieces.isGlued(at) && at > from && !pieces.is(at - 1, '-') && isPartOfCode(at);
        if (partOfCode) {
            return behind;
        }
        if (digits.value() == null) {
            if (digits.isList()) {
                for (int i = at; i < behind; i += 2) {
                    if (pieces.length(i) <= DigitFormat.LONGEST) {
                        numerals.add(new Numeral(
                                i, i + 1, Numeral.Kind.CARDINAL, new BigDecimal(pieces.text(i)), false, true));
                    }
                }
            }
            return behind;
        }
        Numeral read = withProportion(behindDigits(at, behind, digits.value()));
        numerals.add(read);
        return Math.max(behind, read.to());
    }

    private boolean isPartOfCode(int at) {
        return pieces.isWord(at - 1) || pieces.is(at - 1, '_') || pieces.is(at - 1, '#') || pieces.is(at - 1, '@');
    }

    private Numeral behindDigits(int at, int behind, BigDecimal read) {
        int start = at;
        BigDecimal value = read;
        int end = behind;
        boolean whole = behind == at + 1;
        if (whole && isOrdinalSuffix(end)) {
            int suffixEnd = grammar.ordinalSuffixes.skip(pieces, end, to);
            return new Numeral(at, suffixEnd, Numeral.Kind.ORDINAL, value, false, true);
        }
        if (whole && isLeadingPoint(at - 1)) {
            value = new BigDecimal("0." + pieces.text(at));
            start = at - 1;
        }
        boolean negative = isMinus(start - 1);
        if (negative) {
            start--;
        }
        int power = endOfPower(end);
        if (power > end) {
            BigDecimal raised = power(value, end, power);
            if (raised != null) {
                return cardinal(start, power, negative ? raised.negate() : raised, false);
            }
        }
        Numeral.Kind kind = Numeral.Kind.CARDINAL;
        BigDecimal part = value.signum() == 0 && !whole ? null : fractionInDigits(at, end);
        if (part != null) {
            value = part;
            end += 2;
            kind = Numeral.Kind.FRACTION;
        } else if (end < to && whole) {
            int mixed = endOfMixed(end);
            if (mixed > end) {
                value = value.add(pieces.isDigits(end) ? fractionInDigits(end, end + 1) : vulgarFraction(end));
                end = mixed;
            }
        }
        boolean plain = end == behind && start == at;
        WordSum sum = new WordSum();
        sum.start(value);
        int shortEnd = shortScale(at, end, sum);
        if (shortEnd > end) {
            return scaled(start, shortEnd, signed(sum.value(), negative), sum);
        }
        int limit = Math.min(to, end + MOST_PIECES);
        int wordsEnd = goOn(mixedFraction(end, limit, sum), limit, sum);
        if (wordsEnd > end && ordinalAt < wordsEnd && ordinalAt >= end) {
            return new Numeral(start, wordsEnd, Numeral.Kind.ORDINAL, sum.value(), false, false);
        }
        Numeral counted = withParts(start, wordsEnd, sum);
        if (counted != null) {
            return negative
                    ? new Numeral(
                            start, counted.to(), counted.kind(), counted.value().negate(), counted.about(), false)
                    : counted;
        }
        if (wordsEnd > end) {
            return scaled(start, wordsEnd, signed(sum.value(), negative), sum);
        }
        return new Numeral(start, end, kind, signed(value, negative), false, plain);
    }

    private static BigDecimal signed(BigDecimal value, boolean negative) {
        return negative ? value.negate() : value;
    }

    private static Numeral scaled(int from, int to, BigDecimal value, WordSum sum) {
        return new Numeral(from, to, Numeral.Kind.CARDINAL, value, false, false, sum.soleScale());
    }

    private static Numeral cardinal(int from, int to, BigDecimal value, boolean digits) {
        return new Numeral(from, to, Numeral.Kind.CARDINAL, value, false, digits);
    }

    /** A minus sign belongs to the digits that it is glued to, unless it is glued to what is before it, or links it. */
    private boolean isMinus(int at) {
        if (at < from || !(pieces.is(at, '-') || pieces.is(at, '\u2212')) || !pieces.isGlued(at + 1)) {
            return false;
        }
        if (at == from) {
            return true;
        }
        boolean linked = pieces.isGlued(at) && (pieces.isWord(at - 1) || pieces.isDigits(at - 1));
        return !linked && !pieces.isDigits(at - 1) && !pieces.is(at - 1, ')');
    }

    /** .08 */
    private boolean isLeadingPoint(int at) {
        return at >= from
                && (pieces.is(at, '.') || pieces.is(at, grammar.format.decimal()))
                && pieces.isGlued(at + 1)
                && (at == from || !pieces.isGlued(at));
    }

    private boolean isOrdinalSuffix(int at) {
        if (at >= to || !pieces.isGlued(at) || !grammar.ordinalSuffixes.canStart(pieces.id(at))) {
            return false;
        }
        int end = grammar.ordinalSuffixes.skip(pieces, at, to);
        if (end == at) {
            return false;
        }
        for (int i = at + 1; i < end; i++) {
            if (!pieces.isGlued(i)) {
                return false;
            }
        }
        if (pieces.is(end - 1, '.')) {
            // German: 3. Platz, but neither the number that ends a sentence nor the one that counts a list.
            boolean alone = at - 1 == from && end == to && pieces.length(at - 1) <= 2;
            return alone
                    || end == at + 1
                    && end < to
                    && pieces.isWord(end)
                    && !pieces.isGlued(end)
                    && at - 1 > from
                    && pieces.length(at - 1) <= 3;
        }
        if (end == to || !pieces.isGlued(end)) {
            return true;
        }
        boolean exponent = end + 1 < to && (pieces.is(end, '-') || pieces.is(end, '+')) && pieces.isDigits(end + 1);
        return !exponent && !pieces.isWord(end) && !pieces.isDigits(end);
    }

    /** 1e10, 1.1^23, 6.23x10^-4 */
    private int endOfPower(int at) {
        int next = at;
        if (next + 1 >= to || !pieces.isGlued(next)) {
            return at;
        }
        boolean tens = isLetter(next, 'x') || pieces.is(next, '×');
        if (tens) {
            boolean ten = pieces.isDigits(next + 1) && pieces.length(next + 1) == 2 && pieces.number(next + 1) == 10;
            next += 2;
            if (!ten || next + 1 >= to) {
                return at;
            }
        }
        if (!pieces.is(next, '^') && (tens || !isLetter(next, 'e'))) {
            return at;
        }
        next++;
        while (next < to && pieces.isGlued(next) && (pieces.is(next, '+') || pieces.is(next, '-')) && next < at + 6) {
            next++;
        }
        return next < to && pieces.isGlued(next) && pieces.isDigits(next) && pieces.length(next) <= 2 ? next + 1 : at;
    }

    private BigDecimal power(BigDecimal base, int at, int end) {
        int exponent = pieces.number(end - 1);
        if (exponent > LARGEST_EXPONENT) {
            return null;
        }
        boolean negative = pieces.is(end - 2, '-') && !pieces.is(end - 3, '-');
        if (pieces.is(at, '^')) {
            if (base.signum() == 0) {
                return null;
            }
            BigDecimal raised = base.pow(exponent, MathContext.DECIMAL64);
            return negative ? divide(BigDecimal.ONE, raised) : raised.round(FRACTION_DIGITS);
        }
        return base.scaleByPowerOfTen(negative ? -exponent : exponent);
    }

    private boolean isLetter(int at, char letter) {
        return pieces.isWord(at) && pieces.length(at) == 1 && (pieces.firstChar(at) | 0x20) == letter;
    }

    /** 3/4; null where digits with a slash are something else, as in 5/17/2018 or 24/7. */
    private BigDecimal fractionInDigits(int at, int slash) {
        if (slash != at + 1 || slash + 1 >= to || !pieces.is(slash, '/') || !pieces.isDigits(slash + 1)) {
            return null;
        }
        boolean longer = slash + 2 < to && pieces.is(slash + 2, '/');
        boolean inChain = at > from && pieces.is(at - 1, '/');
        if (longer || inChain || pieces.length(at) > 2 || pieces.length(slash + 1) > 3) {
            return null;
        }
        int numerator = pieces.number(at);
        int denominator = pieces.number(slash + 1);
        boolean usual = denominator <= 10 || denominator == 16 || denominator == 32 || denominator == LARGEST_DENOMINATOR;
        return numerator > 0 && numerator < denominator && usual && pieces.firstChar(slash + 1) != '0'
                ? divide(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator))
                : null;
    }

    private int endOfMixed(int at) {
        if (isVulgarFraction(at)) {
            return at + 1;
        }
        return pieces.isDigits(at) && fractionInDigits(at, at + 1) != null ? at + 3 : at;
    }

    private boolean isVulgarFraction(int at) {
        char sign = pieces.firstChar(at);
        return pieces.length(at) == 1 && ((sign >= '\u00BC' && sign <= '\u00BE') || (sign >= '\u2150' && sign <= '\u215E'));
    }

    private BigDecimal vulgarFraction(int at) {
        String[] quotient = Normalizer.normalize(pieces.text(at), Normalizer.Form.NFKD)
                .split("\u2044", -1);
        return divide(new BigDecimal(quotient[0]), new BigDecimal(quotient[1]));
    }

    /** 10k, 3.5bn, $5m, 12 тыс. */
    private int shortScale(int digitsAt, int at, WordSum sum) {
        if (at >= to || !grammar.shortScales.canStart(pieces.id(at))) {
            return at;
        }
        Trie.Match<List<ShortScale>> match = new Trie.Match<>();
        if (!grammar.shortScales.longest(pieces, at, to, match)) {
            return at;
        }
        for (ShortScale candidate : match.value()) {
            int end = shortScale(digitsAt, at, match.to(), candidate, sum);
            if (end > at) {
                return end;
            }
        }
        return at;
    }

    private int shortScale(int digitsAt, int at, int end, ShortScale found, WordSum sum) {
        boolean cutShort = end < to && pieces.isGlued(end) && (pieces.isWord(end) || pieces.isDigits(end));
        boolean initial = !pieces.isGlued(at)
                && found.spelling() != null
                && (found.spelling().length() > 1 || (end < to && pieces.is(end, '.') && pieces.isGlued(end)));
        boolean spelt = found.spelling() == null || matches(at, found.spelling());
        if (cutShort || initial || !spelt) {
            return at;
        }
        boolean money = (digitsAt > from && isCurrencySign(digitsAt - 1)) || (end < to && isCurrencySign(end));
        if (found.money() && !money) {
            return at;
        }
        return sum.multiply(new Scale(found.value(), false)) ? end : at;
    }

    private boolean matches(int at, String spelling) {
        return pieces.text().startsWith(spelling, pieces.start(at));
    }

    private boolean isCurrencySign(int at) {
        return Character.getType(pieces.firstChar(at)) == Character.CURRENCY_SYMBOL;
    }

    /** Reads a number that does not start with digits; null where there is none. */
    private Numeral read(int at) {
        int limit = Math.min(to, at + MOST_PIECES);
        if (isVulgarFraction(at)) {
            return new Numeral(at, at + 1, Numeral.Kind.FRACTION, vulgarFraction(at), false, false);
        }
        int id = pieces.id(at);
        if (grammar.negatives.canStart(id)) {
            int behind = grammar.negatives.skip(pieces, at, limit);
            if (behind > at && behind < to && !grammar.negatives.canStart(pieces.id(behind))) {
                Numeral positive = pieces.isDigits(behind) ? digitsBehindMinus(behind) : read(behind);
                if (positive != null && isNumber(positive) && positive.value().signum() > 0) {
                    return new Numeral(
                            at, positive.to(), positive.kind(), positive.value().negate(), positive.about(), false);
                }
            }
        }
        if (grammar.openNumbers.canStart(id)) {
            int behind = grammar.openNumbers.skip(pieces, at, limit);
            int end = endOfScaleOrCollective(behind, limit);
            if (behind > at && end > behind) {
                return new Numeral(at, end, Numeral.Kind.OPEN, null, false, false);
            }
        }
        WordSum sum = new WordSum();
        ordinalAt = -1;
        int end = goOn(at, limit, sum);
        if (ordinalAt >= at) {
            return new Numeral(at, end, Numeral.Kind.ORDINAL, sum.value(), false, false);
        }
        if (sum.isStarted()) {
            Numeral counted = withParts(at, end, sum);
            return counted != null ? counted : scaled(at, end, sum.value(), sum);
        }
        Numeral other = fractionOrCollective(at, limit);
        if (other != null) {
            return other;
        }
        int one = grammar.ones.skip(pieces, at, limit);
        if (one > at) {
            sum.start(BigDecimal.ONE);
            int mixed = mixedFraction(one, limit, sum);
            return mixed > one
                    ? cardinal(at, goOn(mixed, limit, sum), sum.value(), false)
                    : new Numeral(at, one, Numeral.Kind.ONE, BigDecimal.ONE, false, false);
        }
        return id == Vocabulary.UNKNOWN || pieces.isCapitalised(at)
                ? RomanNumber.read(pieces, at, from, to, grammar)
                : null;
    }

    private static boolean isNumber(Numeral numeral) {
        return numeral.kind() == Numeral.Kind.CARDINAL
                || numeral.kind() == Numeral.Kind.FRACTION
                || numeral.kind() == Numeral.Kind.ONE;
    }

    private Numeral digitsBehindMinus(int at) {
        int behind = digits.read(at, to);
        return digits.value() == null ? null : behindDigits(at, behind, digits.value());
    }

    private int endOfScaleOrCollective(int at, int limit) {
        int end = grammar.scales.skip(pieces, at, limit);
        if (end > at) {
            int further = grammar.scales.skip(pieces, end, limit);
            return further > end ? further : end;
        }
        int behind = grammar.collectives.skip(pieces, at, limit);
        return behind > at ? grammar.scales.skip(pieces, behind, limit) : at;
    }

    /** Where the last ordinal word was read, or -1. */
    private int ordinalAt = -1;

    /** Adds number words to a sum as far as they go on with the same number; returns the index behind them. */
    private int goOn(int at, int limit, WordSum sum) {
        ordinalAt = -1;
        int end = at;
        while (end < limit) {
            int next = end;
            boolean joined = false;
            if (sum.isStarted()) {
                next = behindConnector(end, limit, sum);
                joined = next > end;
            }
            int taken = take(next, limit, sum, joined);
            if (taken == next) {
                break;
            }
            end = taken;
            if (ordinalAt >= 0) {
                break;
            }
            end = decimals(end, limit, sum);
            end = mixedFraction(end, limit, sum);
        }
        return end;
    }

    private int behindConnector(int at, int limit, WordSum sum) {
        int hyphen = isGluedHyphen(at, limit) ? at + 1 : at;
        if (!grammar.connectors.longest(pieces, at, limit, connector)) {
            return hyphen;
        }
        Connector found = connector.value();
        boolean here = switch (found.position()) {
            case TENS -> sum.endsInTens();
            case HUNDREDS, UNITS_HUNDREDS -> sum.endsInHundreds();
            case ANY -> sum.endsInTens() || sum.endsInHundreds();
            case UNITS -> false;
        };
        int behind = connector.to();
        if (!here
                || behind >= limit
                || grammar.scales.canStart(pieces.id(behind))
                || startsOther(behind, limit, sum)) {
            return hyphen;
        }
        if (!found.before().isEmpty()) {
            boolean one = grammar.ones.skip(pieces, behind, limit) > behind;
            int value = one ? 1 : grammar.smalls.longest(pieces, behind, limit, small) ? small.value().value() : -1;
            boolean ordinal = grammar.ordinals.longest(pieces, behind, limit, number)
                    && found.canPrecede(number.value().intValue());
            return found.canPrecede(value) || ordinal ? behind : hyphen;
        }
        return behind;
    }

    /** Five million and [three million]: a number of its own, since its scale is no smaller than the one before. */
    private boolean startsOther(int at, int limit, WordSum sum) {
        int end = at;
        while (end < limit && grammar.smalls.longest(pieces, end, limit, small)) {
            end = small.to();
        }
        return end > at
                && sum.lastScale() != null
                && grammar.scales.longest(pieces, end, limit, scale)
                && scale.value().value().compareTo(sum.lastScale()) >= 0;
    }

    private boolean isGluedHyphen(int at, int limit) {
        return at + 1 < limit && pieces.id(at) == grammar.hyphen && pieces.isGlued(at + 1) == pieces.isGlued(at);
    }

    private int take(int at, int limit, WordSum sum, boolean joined) {
        if (at >= limit) {
            return at;
        }
        if (pieces.isDigits(at)) {
            return takeDigits(at, limit, sum, joined);
        }
        int id = pieces.id(at);
        if (id == Vocabulary.UNKNOWN) {
            return takeCompound(at, sum);
        }
        boolean isSmall = grammar.smalls.longest(pieces, at, limit, small);
        boolean divides = sum.isStarted() && isDivisor(at, limit);
        if (!divides && grammar.ordinals.longest(pieces, at, limit, number) && (!isSmall || number.to() > small.to())) {
            int taken = takeOrdinal(at, sum);
            if (taken > at) {
                return taken;
            }
        }
        if (isSmall) {
            return sum.add(small.value().value(), small.value().room()) ? small.to() : at;
        }
        if (grammar.scales.longest(pieces, at, limit, scale)) {
            return sum.multiply(scale.value()) ? scale.to() : at;
        }
        int one = grammar.ones.skip(pieces, at, limit);
        boolean article = one == at;
        if (article && !sum.isStarted()) {
            one = grammar.articles.skip(pieces, at, limit);
        }
        if (one > at) {
            boolean beforeScale = one < limit && grammar.scales.longest(pieces, one, limit, scale);
            boolean inside = sum.isStarted() && sum.fits(1);
            return (beforeScale || (inside && !article)) && sum.add(1, 0) ? one : at;
        }
        return takeCompound(at, sum);
    }

    private int takeDigits(int at, int limit, WordSum sum, boolean joined) {
        if (!sum.isStarted() || !(sum.endsInHundreds() || joined)) {
            return at;
        }
        int behind = digits.read(at, to);
        BigDecimal value = digits.value();
        if (value == null || value.scale() > 0 || pieces.isGlued(at)) {
            return at;
        }
        boolean small = value.compareTo(BigDecimal.valueOf(99)) <= 0 && joined;
        boolean scaled = sum.isScaled()
                && grammar.scales.longest(pieces, behind, limit, scale)
                && scale.value().value().compareTo(sum.lastScale()) < 0;
        return (small && !scaledNext(behind, limit)) || scaled ? sum.add(value) ? behind : at : at;
    }

    private boolean scaledNext(int at, int limit) {
        return at < limit && grammar.scales.canStart(pieces.id(at));
    }

    private int takeOrdinal(int at, WordSum sum) {
        BigDecimal value = number.value();
        int end = number.to();
        boolean taken = value.compareTo(BigDecimal.valueOf(100)) >= 0
                ? sum.multiply(new Scale(value, true))
                : sum.add(value.intValue(), 0);
        if (taken) {
            ordinalAt = at;
        }
        return taken ? end : at;
    }

    private int takeCompound(int at, WordSum sum) {
        if (!pieces.isWord(at) || !grammar.compounds.canStart(pieces.firstChar(at))) {
            return at;
        }
        CompoundWords.Reading compound = grammar.compounds.read(pieces.text(at));
        if (compound == null) {
            return at;
        }
        int value = compound.value().compareTo(BigDecimal.valueOf(999)) > 0 ? -1 : compound.value().intValue();
        if (value < 0) {
            if (!sum.add(compound.value(), compound.room(), compound.scale())) {
                return at;
            }
        } else if (!sum.add(value, compound.room())) {
            return at;
        }
        if (compound.ordinal()) {
            ordinalAt = at;
        }
        return at + 1;
    }

    /** two hundred [point zero three] */
    private int decimals(int at, int limit, WordSum sum) {
        if (!grammar.decimalWords.canStart(pieces.id(Math.min(at, limit - 1))) || at >= limit || sum.isScaled()) {
            return at;
        }
        int next = grammar.decimalWords.skip(pieces, at, limit);
        if (next == at) {
            return at;
        }
        StringBuilder decimals = new StringBuilder();
        int end = next;
        while (end < limit) {
            int one = grammar.ones.skip(pieces, end, limit);
            if (one > end) {
                decimals.append('1');
                end = one;
            } else if (grammar.smalls.longest(pieces, end, limit, small) && small.value().value() < 10) {
                decimals.append(small.value().value());
                end = small.to();
            } else {
                break;
            }
        }
        if (decimals.length() == 0) {
            WordSum behind = new WordSum();
            end = goOn(next, limit, behind);
            if (!behind.isStarted() || ordinalAt >= 0 || behind.value().compareTo(BigDecimal.valueOf(999)) > 0) {
                ordinalAt = -1;
                return at;
            }
            decimals.append(behind.value().toPlainString());
        }
        sum.addFraction(new BigDecimal("0." + decimals), null);
        return end;
    }

    /** What can follow a number: a fraction that is added to it or that it counts, and nouns for so and so many. */
    private Numeral withParts(int at, int end, WordSum sum) {
        int limit = Math.min(to, end + MOST_PIECES);
        int next = isGluedHyphen(end, limit) ? end + 1 : end;
        if (next < limit && isDivisor(next, limit)) {
            return scaled(at, divisorEnd, limit, divide(sum.value(), divisor));
        }
        if (next < limit && grammar.fractions.longest(pieces, next, limit, fraction) && !isHyphenated(fraction.to())) {
            return scaled(at, fraction.to(), limit, fraction.value().of(sum.value()));
        }
        if (next < limit && grammar.collectives.longest(pieces, next, limit, collective)) {
            return new Numeral(
                    at,
                    collective.to(),
                    Numeral.Kind.CARDINAL,
                    sum.value().multiply(collective.value().value()),
                    collective.value().about(),
                    false);
        }
        return null;
    }

    /** Two hundred and [fifty-four] hundredths. */
    private int countOfParts(int at, int limit, WordSum count) {
        int end = at;
        while (end < limit && grammar.smalls.longest(pieces, end, limit, small)) {
            if (!count.add(small.value().value(), small.value().room())) {
                break;
            }
            end = small.to();
        }
        return end;
    }

    /** Looks for a word that divides the number before it; puts what it finds into the two fields below. */
    private boolean isDivisor(int at, int limit) {
        if (grammar.denominators.longest(pieces, at, limit, number)) {
            divisor = number.value();
            divisorEnd = number.to();
            return true;
        }
        boolean compound = at < limit && pieces.isWord(at) && grammar.compounds.canStart(pieces.firstChar(at));
        BigDecimal found = compound ? grammar.compounds.denominator(pieces.text(at)) : null;
        divisor = found == null ? divisor : found;
        divisorEnd = at + 1;
        return found != null;
    }

    private BigDecimal divisor = BigDecimal.ONE;
    private int divisorEnd;

    private boolean isHyphenated(int at) {
        return at + 1 < to && pieces.id(at) == grammar.hyphen && pieces.isGlued(at) && pieces.isGlued(at + 1);
    }

    private int mixedFraction(int at, int limit, WordSum sum) {
        int next = grammar.fractionConnectors.skip(pieces, at, limit);
        if (next == at || next >= limit) {
            return at;
        }
        BigDecimal part = null;
        int end = next;
        if (grammar.fractions.longest(pieces, next, limit, fraction)) {
            part = fraction.value().of(BigDecimal.ONE);
            end = fraction.to();
        } else {
            WordSum count = new WordSum();
            int one = grammar.ones.skip(pieces, next, limit);
            int behind = one;
            if (one > next) {
                count.add(1, 0);
            } else {
                int articleEnd = grammar.articles.skip(pieces, next, limit);
                behind = articleEnd;
                if (articleEnd > next) {
                    count.add(1, 0);
                } else {
                    behind = countOfParts(next, limit, count);
                }
            }
            if (count.isStarted() && isDivisor(behind, limit) && count.value().compareTo(divisor) < 0) {
                part = divide(count.value(), divisor);
                end = divisorEnd;
            } else if (count.isStarted() && grammar.fractions.longest(pieces, behind, limit, fraction)) {
                part = fraction.value().of(count.value());
                end = fraction.to();
            } else if (count.isStarted()
                    && count.value().equals(BigDecimal.ONE)
                    && grammar.ordinals.longest(pieces, behind, limit, number)
                    && number.value().compareTo(BigDecimal.valueOf(2)) > 0) {
                part = divide(BigDecimal.ONE, number.value());
                end = number.to();
            }
        }
        if (part == null || isHyphenated(end)) {
            return at;
        }
        if (sum.isScaled() && grammar.scales.longest(pieces, end, limit, scale)) {
            sum.addFraction(part, scale.value().value());
            return scale.to();
        }
        sum.addFraction(part, null);
        return end;
    }

    /** A half, two thirds of a million, une douzaine, thousands. */
    private Numeral fractionOrCollective(int at, int limit) {
        int one = grammar.ones.skip(pieces, at, limit);
        if (one == at) {
            one = grammar.articles.skip(pieces, at, limit);
        }
        boolean counted = one > at;
        if (counted && grammar.fractions.longest(pieces, at, limit, fraction) && fraction.to() > one) {
            return scaled(at, fraction.to(), limit, fraction.value().of(BigDecimal.ONE)); // одна пятая
        }
        int next = counted ? one : at;
        if (counted && isGluedHyphen(next, limit)) {
            next++;
        }
        if (next >= limit) {
            return null;
        }
        if (grammar.fractions.longest(pieces, next, limit, fraction) && !isHyphenatedBeforeNoun(fraction.to(), limit)) {
            Numeral scaled = scaled(at, fraction.to(), limit, fraction.value().of(BigDecimal.ONE));
            if (counted || fraction.value().alone() || scaled.kind() == Numeral.Kind.CARDINAL) {
                return scaled;
            }
        }
        if (counted && isDivisor(next, limit)) {
            return scaled(at, divisorEnd, limit, divide(BigDecimal.ONE, divisor));
        }
        if (counted
                && grammar.ordinals.longest(pieces, next, limit, number)
                && number.value().compareTo(BigDecimal.valueOf(2)) > 0
                && endsPhrase(number.to(), limit)) {
            return scaled(at, number.to(), limit, divide(BigDecimal.ONE, number.value()));
        }
        if (grammar.collectives.longest(pieces, next, limit, collective)) {
            Collective found = collective.value();
            if (!counted && found.open()) {
                BigDecimal single = found.one() ? found.value() : null;
                return new Numeral(at, collective.to(), Numeral.Kind.OPEN, null, false, false, single);
            }
            return new Numeral(at, collective.to(), Numeral.Kind.CARDINAL, found.value(), found.about(), false);
        }
        return null;
    }

    private boolean isHyphenatedBeforeNoun(int at, int limit) {
        return isHyphenated(at) && !grammar.scales.canStart(pieces.id(Math.min(at + 1, limit - 1)));
    }

    /** A fifth of: not the fifth person. */
    private boolean endsPhrase(int at, int limit) {
        return at >= limit || !pieces.isWord(at) || grammar.fractionLinkers.skip(pieces, at, limit) > at;
    }

    private Numeral scaled(int at, int end, int limit, BigDecimal value) {
        int next = isGluedHyphen(end, limit) ? end + 1 : end;
        int linked = grammar.fractionLinkers.skip(pieces, next, limit);
        for (int scaleAt = linked; scaleAt >= next; scaleAt = scaleAt > next ? next : -1) {
            if (scaleAt < limit && grammar.scales.longest(pieces, scaleAt, limit, scale)) {
                BigDecimal scaled = value.multiply(scale.value().value());
                return cardinal(at, scale.to(), scaled.round(FRACTION_DIGITS), false);
            }
            if (scaleAt < limit && grammar.collectives.longest(pieces, scaleAt, limit, collective)) {
                BigDecimal scaled = value.multiply(collective.value().value());
                return new Numeral(
                        at, collective.to(), Numeral.Kind.CARDINAL, scaled, collective.value().about(), false);
            }
        }
        return new Numeral(at, end, Numeral.Kind.FRACTION, value, false, false);
    }

    /** One out of five, un sur trois. */
    private Numeral withProportion(Numeral part) {
        if (!isNumber(part) || part.kind() == Numeral.Kind.FRACTION || part.value().signum() <= 0) {
            return part;
        }
        int limit = Math.min(to, part.to() + MOST_PIECES);
        int next = grammar.proportions.skip(pieces, part.to(), limit);
        if (next == part.to() || next >= limit) {
            return part;
        }
        Numeral whole;
        if (pieces.isDigits(next)) {
            int behind = digits.read(next, to);
            boolean year = pieces.length(next) == 4 && behind == next + 1;
            whole = digits.value() == null || year ? null : behindDigits(next, behind, digits.value());
        } else {
            whole = read(next);
        }
        boolean larger = whole != null
                && whole.kind() == Numeral.Kind.CARDINAL
                && whole.value().compareTo(part.value()) > 0;
        return larger
                ? new Numeral(
                        part.from(), whole.to(), Numeral.Kind.FRACTION, divide(part.value(), whole.value()), false, false)
                : part;
    }
}
