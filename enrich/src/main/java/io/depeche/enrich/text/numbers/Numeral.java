// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A number in the text, before anything is known of what it means.
 *
 * @param from index of its first piece
 * @param to index behind its last piece
 * @param kind what kind of number it is
 * @param value its value, not rounded, except that of a fraction, which has 15 digits; null where the text leaves it open
 * @param about whether the word itself says that the number is a round one: dizaine
 * @param digits whether it is written in digits alone, without scale or words
 * @param scale the one scale behind it, which the number before it in a range can share: 5 to 7 [million]; of an open
 *     number, its value if something qualifies it: около [тысячи]; or null
 */
public record Numeral(int from, int to, Kind kind, BigDecimal value, boolean about, boolean digits, BigDecimal scale) {

    /** What kind of number it is. */
    public enum Kind {
        /** How many. */
        CARDINAL,
        /** Which one. */
        ORDINAL,
        /** A part: half, two thirds, 3/4. */
        FRACTION,
        /** The word for one by itself, which may be an article or a pronoun too. */
        ONE,
        /** A number that the text does not tell: several hundred. */
        OPEN
    }

    public Numeral {
        Objects.requireNonNull(kind, "kind");
        if ((value == null) != (kind == Kind.OPEN)) {
            throw new IllegalArgumentException("Only an open number has no value, got " + kind + " " + value);
        }
    }

    Numeral(int from, int to, Kind kind, BigDecimal value, boolean about, boolean digits) {
        this(from, to, kind, value, about, digits, null);
    }

    /** A cardinal. */
    static Numeral cardinal(int from, int to, BigDecimal value) {
        return new Numeral(from, to, Kind.CARDINAL, value, false, false);
    }

    /** What number words, and the digits among them, add up to. */
    static Numeral of(WordSum sum, int from, int to, boolean negative) {
        BigDecimal value = negative ? sum.value().negate() : sum.value();
        return new Numeral(from, to, Kind.CARDINAL, value, false, false, sum.soleScale());
    }

    /** The same below zero. */
    Numeral negated(int start) {
        Kind negative = kind == Kind.ONE ? Kind.CARDINAL : kind;
        return new Numeral(start, to, negative, value.negate(), about, false, scale);
    }

    /** This one as a part of another that follows: one [Italian] in three. */
    public Numeral outOf(Numeral whole) {
        return new Numeral(from, whole.to, Kind.FRACTION, Quotient.of(value, whole.value), about, false);
    }

    /** Whether it says how many, not which one. */
    boolean counts() {
        return kind == Kind.CARDINAL || kind == Kind.FRACTION || kind == Kind.ONE;
    }

    /** The value, if it is a whole number up to the limit; else -1. */
    public int wholeUpTo(int limit) {
        if (value == null || value.signum() < 0 || value.compareTo(BigDecimal.valueOf(limit)) > 0) {
            return -1;
        }
        int whole = value.intValue();
        return value.compareTo(BigDecimal.valueOf(whole)) == 0 ? whole : -1;
    }
}
