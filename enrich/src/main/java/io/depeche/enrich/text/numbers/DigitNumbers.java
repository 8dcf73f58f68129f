// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.numbers.NumberGrammar.Scale;
import io.depeche.enrich.text.numbers.NumberGrammar.ShortScale;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.List;

/** Reads what belongs to a number in digits: sign, power, fraction, suffix and scale, in one sentence. */
final class DigitNumbers {

    private static final int LARGEST_DENOMINATOR = 100;
    private static final int LARGEST_EXPONENT = 99;

    private final Pieces pieces;
    private final int from;
    private final int to;
    private final NumberGrammar grammar;
    private final NumberWords words;

    DigitNumbers(Pieces pieces, int from, int to, NumberGrammar grammar, NumberWords words) {
        this.pieces = pieces;
        this.from = from;
        this.to = to;
        this.grammar = grammar;
        this.words = words;
    }

    /**
     * Reads a number in digits.
     *
     * @param at index of the first piece of the digits
     * @param behind index behind the digits and the separators between them
     * @param read their value
     */
    Numeral read(int at, int behind, BigDecimal read) {
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
                return Numeral.cardinal(start, power, negative ? raised.negate() : raised);
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
            return Numeral.of(sum, start, shortEnd, negative);
        }
        int limit = Math.min(to, end + NumberScan.MOST_PIECES);
        int wordsEnd = words.goOn(words.mixedFraction(end, limit, sum), limit, sum);
        if (wordsEnd > end && words.endInOrdinal()) {
            return new Numeral(start, wordsEnd, Numeral.Kind.ORDINAL, sum.value(), false, false);
        }
        Numeral counted = words.withParts(start, wordsEnd, sum);
        if (counted != null) {
            return negative ? counted.negated(start) : counted;
        }
        if (wordsEnd > end) {
            return Numeral.of(sum, start, wordsEnd, negative);
        }
        return new Numeral(start, end, kind, signed(value, negative), false, plain);
    }

    private static BigDecimal signed(BigDecimal value, boolean negative) {
        return negative ? value.negate() : value;
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
            boolean alone = at == 1 && end == pieces.size() && pieces.length(0) <= 2;
            return alone
                    || end == at + 1
                            && end < to
                            && pieces.isWord(end)
                            && !pieces.isGlued(end)
                            && at - 1 > from
                            && pieces.length(at - 1) <= 3;
        }
        boolean ring = pieces.is(at, 'º') || pieces.is(at, '°');
        if (ring && end < to && pieces.length(end) == 1 && "CFcf".indexOf(pieces.firstChar(end)) >= 0) {
            // 30º C: Spanish and Portuguese type the sign of an ordinal for that of a degree, Italian does the reverse.
            return false;
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
            return negative ? Quotient.of(BigDecimal.ONE, raised) : raised.round(Quotient.DIGITS);
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
        boolean usual =
                denominator <= 10 || denominator == 16 || denominator == 32 || denominator == LARGEST_DENOMINATOR;
        return numerator > 0 && numerator < denominator && usual && pieces.firstChar(slash + 1) != '0'
                ? Quotient.of(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator))
                : null;
    }

    private int endOfMixed(int at) {
        if (isVulgarFraction(at)) {
            return at + 1;
        }
        return pieces.isDigits(at) && fractionInDigits(at, at + 1) != null ? at + 3 : at;
    }

    boolean isVulgarFraction(int at) {
        char sign = pieces.firstChar(at);
        return pieces.length(at) == 1
                && ((sign >= '\u00BC' && sign <= '\u00BE') || (sign >= '\u2150' && sign <= '\u215E'));
    }

    BigDecimal vulgarFraction(int at) {
        String[] quotient =
                Normalizer.normalize(pieces.text(at), Normalizer.Form.NFKD).split("\u2044", -1);
        return Quotient.of(new BigDecimal(quotient[0]), new BigDecimal(quotient[1]));
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
        return sum.multiply(new Scale(found.value(), false, false)) ? end : at;
    }

    private boolean matches(int at, String spelling) {
        return pieces.text().startsWith(spelling, pieces.start(at));
    }

    private boolean isCurrencySign(int at) {
        return Character.getType(pieces.firstChar(at)) == Character.CURRENCY_SYMBOL;
    }
}
