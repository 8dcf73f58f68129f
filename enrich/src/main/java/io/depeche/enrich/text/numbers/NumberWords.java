// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.numbers.NumberGrammar.Collective;
import io.depeche.enrich.text.numbers.NumberGrammar.Connector;
import io.depeche.enrich.text.numbers.NumberGrammar.Fraction;
import io.depeche.enrich.text.numbers.NumberGrammar.Scale;
import io.depeche.enrich.text.numbers.NumberGrammar.Small;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import io.depeche.enrich.text.pieces.Vocabulary;
import java.math.BigDecimal;

/** Reads number words, and the fractions and nouns for so and so many that stand with them, in one sentence. */
final class NumberWords {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

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

    /** Where the last ordinal word was read, or -1. */
    private int ordinalAt = -1;

    /** What the word divides by that was found last, and the index behind it. */
    private BigDecimal divisor = BigDecimal.ONE;

    private int divisorEnd;

    NumberWords(Pieces pieces, int from, int to, NumberGrammar grammar, DigitRuns digits) {
        this.pieces = pieces;
        this.from = from;
        this.to = to;
        this.grammar = grammar;
        this.digits = digits;
    }

    /** Whether the words that were read last end in an ordinal. */
    boolean endInOrdinal() {
        return ordinalAt >= 0;
    }

    /** Reads the number in words that starts at a piece; null where there is none. */
    Numeral read(int at, int limit) {
        WordSum sum = new WordSum();
        int end = goOn(at, limit, sum);
        if (endInOrdinal()) {
            return new Numeral(at, end, Numeral.Kind.ORDINAL, sum.value(), false, false);
        }
        if (sum.isStarted()) {
            Numeral counted = withParts(at, end, sum);
            return counted != null ? counted : Numeral.of(sum, at, end, false);
        }
        Numeral other = fractionOrCollective(at, limit);
        if (other != null) {
            return other;
        }
        int one = grammar.ones.skip(pieces, at, limit);
        if (one == at) {
            return null;
        }
        sum.start(BigDecimal.ONE);
        int mixed = mixedFraction(one, limit, sum);
        return mixed > one
                ? Numeral.cardinal(at, goOn(mixed, limit, sum), sum.value())
                : new Numeral(at, one, Numeral.Kind.ONE, BigDecimal.ONE, false, false);
    }

    /** Adds number words to a sum as far as they go on with the same number; returns the index behind them. */
    int goOn(int at, int limit, WordSum sum) {
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
        if (!here || behind >= limit || grammar.scales.canStart(pieces.id(behind)) || startsOther(behind, limit, sum)) {
            return hyphen;
        }
        if (!found.before().isEmpty()) {
            boolean one = grammar.ones.skip(pieces, behind, limit) > behind;
            int value = one
                    ? 1
                    : grammar.smalls.longest(pieces, behind, limit, small)
                            ? small.value().value()
                            : -1;
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
                && scale.value().value().compareTo(sum.lastScale()) >= 0
                && !sum.multipliesThousands(scale.value().value());
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
        if (divides && isSmall && !joined && divisorEnd > small.to()) {
            // a hundred thirty-fifths
            return at;
        }
        if (!divides && grammar.ordinals.longest(pieces, at, limit, number) && (!isSmall || number.to() > small.to())) {
            if (!sum.isStarted()
                    && grammar.fractions.longest(pieces, at, limit, fraction)
                    && fraction.to() > number.to()) {
                // la tercera parte: a third, not the third one.
                return at;
            }
            int taken = takeOrdinal(at, limit, sum, joined);
            if (taken > at) {
                return taken;
            }
        }
        if (isSmall
                && sum.isScaledDigits()
                && !joined
                && !grammar.scales.canStart(pieces.id(Math.min(small.to(), limit - 1)))) {
            // 1.7 million four years ago
            return at;
        }
        if (isSmall) {
            return sum.add(small.value().value(), small.value().room()) ? small.to() : at;
        }
        if (grammar.scales.longest(pieces, at, limit, scale)) {
            boolean behindDigits = at > from && pieces.isDigits(at - 1);
            boolean other = scale.value().words() && (behindDigits || !sum.endsInTeens());
            return !other && sum.multiply(scale.value()) ? scale.to() : at;
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
        boolean hundreds = sum.isScaled()
                && sum.lastScale().compareTo(THOUSAND) == 0
                && behind == at + 1
                && pieces.length(at) == 3
                && pieces.firstChar(at) != '0'
                && !(grammar.scales.longest(pieces, behind, limit, scale)
                        && scale.value().value().compareTo(THOUSAND) <= 0);
        return (small && !scaledNext(behind, limit)) || scaled || hundreds ? sum.add(value) ? behind : at : at;
    }

    private boolean scaledNext(int at, int limit) {
        return at < limit && grammar.scales.canStart(pieces.id(at));
    }

    private int takeOrdinal(int at, int limit, WordSum sum, boolean joined) {
        BigDecimal value = number.value();
        int end = number.to();
        boolean otherNumber =
                sum.isScaledDigits() || (sum.isScaled() && sum.lastScale().compareTo(THOUSAND) > 0);
        if (otherNumber && !joined && value.compareTo(BigDecimal.valueOf(100)) < 0) {
            // $ 280 million first mortgage notes; but две тысячи шестнадцатый
            return at;
        }
        boolean taken = addOrdinal(value, sum);
        if (taken) {
            ordinalAt = at;
        }
        while (taken
                && grammar.chainsOrdinals
                && end < limit
                && grammar.ordinals.longest(pieces, end, limit, number)
                && addOrdinal(number.value(), sum)) {
            // centésimo vigésimo quinto
            end = number.to();
        }
        return taken ? end : at;
    }

    private boolean addOrdinal(BigDecimal value, WordSum sum) {
        if (value.compareTo(BigDecimal.valueOf(100)) >= 0) {
            return sum.multiply(new Scale(value, true, false));
        }
        boolean tens = grammar.chainsOrdinals && value.intValue() % 10 == 0;
        return sum.add(value.intValue(), tens ? 9 : 0);
    }

    private int takeCompound(int at, WordSum sum) {
        if (!pieces.isWord(at) || !grammar.compounds.canStart(pieces.firstChar(at))) {
            return at;
        }
        CompoundWords.Reading compound = grammar.compounds.read(pieces.text(at));
        if (compound == null) {
            return at;
        }
        int value = compound.value().compareTo(BigDecimal.valueOf(999)) > 0
                ? -1
                : compound.value().intValue();
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
            } else if (grammar.smalls.longest(pieces, end, limit, small)
                    && small.value().value() < 10) {
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
    Numeral withParts(int at, int end, WordSum sum) {
        int limit = Math.min(to, end + NumberScan.MOST_PIECES);
        int next = isGluedHyphen(end, limit) ? end + 1 : end;
        if (next < limit && isDivisor(next, limit)) {
            return scaled(at, divisorEnd, limit, Quotient.of(sum.value(), divisor));
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
            if (count.endsInTens() && isGluedHyphen(end, limit)) {
                end++;
            }
        }
        return end;
    }

    /** Whether a word divides the number before it; puts by what into {@link #divisor}, where it ends beside it. */
    private boolean isDivisor(int at, int limit) {
        if (grammar.denominators.longest(pieces, at, limit, number)) {
            divisor = number.value();
            divisorEnd = number.to();
            return true;
        }
        boolean compound = at < limit && pieces.isWord(at) && grammar.compounds.canStart(pieces.firstChar(at));
        BigDecimal found = compound ? grammar.compounds.denominator(pieces.text(at)) : null;
        if (found == null) {
            return false;
        }
        divisor = found;
        divisorEnd = at + 1;
        return true;
    }

    private boolean isHyphenated(int at) {
        return at + 1 < to && pieces.id(at) == grammar.hyphen && pieces.isGlued(at) && pieces.isGlued(at + 1);
    }

    int mixedFraction(int at, int limit, WordSum sum) {
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
                part = Quotient.of(count.value(), divisor);
                end = divisorEnd;
            } else if (count.isStarted() && grammar.fractions.longest(pieces, behind, limit, fraction)) {
                part = fraction.value().of(count.value());
                end = fraction.to();
            } else if (count.isStarted()
                    && count.value().equals(BigDecimal.ONE)
                    && grammar.ordinals.longest(pieces, behind, limit, number)
                    && number.value().compareTo(BigDecimal.valueOf(2)) > 0) {
                part = Quotient.of(BigDecimal.ONE, number.value());
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
            int behind = fraction.to();
            boolean ordinal = grammar.ordinals.skip(pieces, next, limit) == behind && !endsPhrase(behind, limit);
            Numeral scaled = scaled(at, behind, limit, fraction.value().of(BigDecimal.ONE));
            if (ordinal && scaled.kind() == Numeral.Kind.FRACTION) {
                // A third defeat.
                return null;
            }
            if (counted || fraction.value().alone() || scaled.kind() == Numeral.Kind.CARDINAL) {
                return scaled;
            }
        }
        if (counted && isDivisor(next, limit)) {
            return scaled(at, divisorEnd, limit, Quotient.of(BigDecimal.ONE, divisor));
        }
        if (counted) {
            WordSum ordinal = new WordSum();
            int end = goOn(next, limit, ordinal);
            boolean divides = ordinalAt >= next && ordinal.value().compareTo(BigDecimal.valueOf(2)) > 0;
            ordinalAt = -1;
            if (divides && endsPhrase(end, limit)) {
                return scaled(at, end, limit, Quotient.of(BigDecimal.ONE, ordinal.value()));
            }
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
                return Numeral.cardinal(at, scale.to(), scaled.round(Quotient.DIGITS));
            }
            if (scaleAt < limit && grammar.collectives.longest(pieces, scaleAt, limit, collective)) {
                BigDecimal scaled = value.multiply(collective.value().value());
                return new Numeral(
                        at,
                        collective.to(),
                        Numeral.Kind.CARDINAL,
                        scaled,
                        collective.value().about(),
                        false);
            }
        }
        return new Numeral(at, end, Numeral.Kind.FRACTION, value, false, false);
    }

    /** Index behind the scales or the noun for so and so many at a piece; the index itself where there are none. */
    int endOfScaleOrCollective(int at, int limit) {
        int end = grammar.scales.skip(pieces, at, limit);
        if (end > at) {
            int further = grammar.scales.skip(pieces, end, limit);
            return further > end ? further : end;
        }
        int behind = grammar.collectives.skip(pieces, at, limit);
        return behind > at ? grammar.scales.skip(pieces, behind, limit) : at;
    }
}
