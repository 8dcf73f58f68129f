// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.segment.Tokeniser;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Reads number words of one language: vingt-deux, deux cents, three hundred and five; immutable. */
final class NumberWords {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 12;

    private final Phrases<Integer> numbers;
    private final Map<String, Integer> parts;
    private final Map<String, BigDecimal> scales;
    private final Set<String> one;
    private final Set<String> oneBeforeScale;
    private final Set<String> connectors;

    NumberWords(Lexicon lexicon, Tokeniser tokeniser) {
        parts = lexicon.map(Section.NUMBERS, NumberWords::below100);
        numbers = new Phrases<>(parts, tokeniser);
        scales = lexicon.map(Section.SCALES, NumberWords::scale);
        one = lexicon.words(Section.ONE);
        oneBeforeScale = lexicon.words(Section.ONE_BEFORE_SCALE);
        connectors = lexicon.words(Section.NUMBER_CONNECTORS);
    }

    private static int below100(String value) {
        int number = Integer.parseInt(value);
        if (number < 0 || number > 99) {
            throw new IllegalArgumentException("expected a number from 0 to 99; larger ones are scales");
        }
        return number;
    }

    private static BigDecimal scale(String value) {
        return new BigDecimal(value);
    }

    /** The scale of at least a thousand that a word is, or null: million. */
    BigDecimal scaleAfterDigits(Token token) {
        BigDecimal scale = scales.get(token.folded());
        return scale == null || scale.compareTo(THOUSAND) < 0 ? null : scale;
    }

    /**
     * Reads the longest number from a token on.
     *
     * @return null where none starts there
     */
    Reading read(Tokens tokens, int from, int to) {
        if (!tokens.get(from).isWord()) {
            return null;
        }
        Sum sum = new Sum();
        int limit = Math.min(to, from + MOST_WORDS);
        int end = from;
        int next = from;
        while (next < limit) {
            if (next > from && connectors.contains(tokens.get(next).folded())) {
                next++;
                if (next == limit
                        || !sum.canConnect()
                        || scales.containsKey(tokens.get(next).folded())) {
                    break;
                }
            }
            int taken = take(tokens, next, limit, sum, next == from);
            if (taken == next) {
                break;
            }
            end = taken;
            next = taken;
        }
        return end == from ? null : new Reading(end, sum.value());
    }

    private int take(Tokens tokens, int at, int limit, Sum sum, boolean first) {
        Token token = tokens.get(at);
        if (!token.isWord() || token.end() - token.start() > LONGEST_WORD) {
            return at;
        }
        BigDecimal scale = scales.get(token.folded());
        if (scale != null) {
            return sum.multiply(scale) ? at + 1 : at;
        }
        Phrases.Match<Integer> number = numbers.longest(tokens, at, limit);
        if (number != null) {
            return sum.add(number.value()) ? number.to() : at;
        }
        if (first && (one.contains(token.folded()) || oneBeforeScale.contains(token.folded()))) {
            boolean beforeScale =
                    at + 1 < limit && scales.containsKey(tokens.get(at + 1).folded());
            return beforeScale && sum.add(1) ? at + 1 : at;
        }
        if (one.contains(token.folded())) {
            return sum.add(1) ? at + 1 : at;
        }
        return token.folded().indexOf('-') > 0 && hyphenated(token.folded().split("-", -1), sum) ? at + 1 : at;
    }

    /** Adds up the parts of a hyphenated number, or changes nothing. */
    private boolean hyphenated(String[] words, Sum sum) {
        Sum whole = sum.copy();
        for (int i = 0; i < words.length; ) {
            int taken = 0;
            for (int length = words.length - i; length > 0 && taken == 0; length--) {
                Integer number = parts.get(String.join("-", Arrays.asList(words).subList(i, i + length)));
                taken = number != null && whole.add(number) ? length : 0;
            }
            if (taken == 0) {
                BigDecimal scale = scales.get(words[i]);
                boolean understood = scale != null
                        ? whole.multiply(scale)
                        : i > 0 && (one.contains(words[i]) ? whole.add(1) : connectors.contains(words[i]));
                taken = understood ? 1 : 0;
            }
            if (taken == 0) {
                return false;
            }
            i += taken;
        }
        sum.set(whole);
        return true;
    }

    /**
     * A number that was read.
     *
     * @param to index behind its last token
     * @param value its value
     */
    record Reading(int to, BigDecimal value) {}

    /** What number words add up to; refuses those that do not go on with the same number. */
    private static final class Sum {

        private BigDecimal closed = BigDecimal.ZERO;
        private BigDecimal open = BigDecimal.ZERO;
        private BigDecimal lowestScale;
        private boolean started;

        BigDecimal value() {
            return closed.add(open);
        }

        Sum copy() {
            Sum copy = new Sum();
            copy.set(this);
            return copy;
        }

        void set(Sum other) {
            closed = other.closed;
            open = other.open;
            lowestScale = other.lowestScale;
            started = other.started;
        }

        /** Whether an "and" can follow: behind tens, hundreds and thousands. */
        boolean canConnect() {
            return open.remainder(BigDecimal.TEN).signum() == 0;
        }

        boolean add(int number) {
            BigDecimal rest = open.remainder(HUNDRED);
            boolean fits = rest.signum() == 0
                    ? !started || open.signum() != 0 || closed.signum() != 0
                    : number < 10 && number > 0 && isTens(rest);
            if (fits) {
                open = open.add(BigDecimal.valueOf(number));
                started = true;
            }
            return fits;
        }

        /** From twenty on; ten and five are not fifteen. */
        private static boolean isTens(BigDecimal number) {
            return number.compareTo(BigDecimal.TEN) > 0
                    && number.remainder(BigDecimal.TEN).signum() == 0;
        }

        boolean multiply(BigDecimal scale) {
            BigDecimal factor = open.signum() == 0 ? BigDecimal.ONE : open;
            if (scale.compareTo(HUNDRED) == 0) {
                if (open.compareTo(HUNDRED) >= 0) {
                    return false;
                }
                open = factor.multiply(scale);
            } else {
                if (lowestScale != null && scale.compareTo(lowestScale) >= 0) {
                    return false;
                }
                closed = closed.add(factor.multiply(scale));
                open = BigDecimal.ZERO;
                lowestScale = scale;
            }
            started = true;
            return true;
        }
    }
}
