// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.numbers.NumberGrammar.Scale;
import java.math.BigDecimal;

/** What number words add up to; refuses those that do not go on with the same number. For use by one thread. */
final class WordSum {

    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal LARGEST = new BigDecimal("1e24");
    private static final int BELOW_THOUSAND = 999;

    /** What the scales so far have made of the words before them. */
    private BigDecimal closed = BigDecimal.ZERO;

    /** What no scale has come for yet. */
    private BigDecimal open = BigDecimal.ZERO;

    private BigDecimal lastScale;

    /** Of the closed sum, what is above the last scale of a million or more, and that scale. */
    private BigDecimal above = BigDecimal.ZERO;

    private BigDecimal lastMillions;

    /** The largest number that the next word can add. */
    private int room = BELOW_THOUSAND;

    /** The one scale that came last, behind a single number. */
    private BigDecimal soleScale;

    private boolean started;
    private boolean scaled;
    private boolean hundreds;
    private boolean digits;

    BigDecimal value() {
        return closed.add(open);
    }

    boolean isStarted() {
        return started;
    }

    /** Whether the last word was a scale of a thousand or more. */
    boolean isScaled() {
        return scaled;
    }

    /** Whether what no scale has come for is less than twenty: quinze [cents], but not quarante-cinq [cents]. */
    boolean endsInTeens() {
        return open.compareTo(TWENTY) < 0;
    }

    /** Whether a number can follow that is smaller than the tens that came last. */
    boolean endsInTens() {
        return started && room > 0 && room < 99;
    }

    /** Whether a number can follow that is smaller than the hundreds or the scale that came last. */
    boolean endsInHundreds() {
        return started && room >= 99;
    }

    /** Whether it started with digits, and a scale was the last word. */
    boolean isScaledDigits() {
        return scaled && digits;
    }

    /** Starts with a number in digits, which only a scale can follow. */
    void start(BigDecimal digits) {
        this.digits = true;
        open = digits;
        started = true;
        room = 0;
    }

    /** How much the next word may add. */
    int room() {
        return room;
    }

    /** The last scale of a thousand or more, or null. */
    BigDecimal lastScale() {
        return lastScale;
    }

    /**
     * Adds a number of a thousand or more that is one word, behind a larger scale or nothing.
     *
     * @param roomBehind how much the next word may add to it
     * @param scale the last scale in it
     */
    boolean add(BigDecimal number, int roomBehind, BigDecimal scale) {
        boolean fits = !started || (scaled && open.signum() == 0 && number.compareTo(lastScale) < 0);
        if (fits) {
            // Left open, so that a further scale can multiply it: zweitausend Milliarden.
            open = open.add(number);
            room = roomBehind;
            hundreds = true;
            started = true;
            scaled = false;
            soleScale = null;
        }
        return fits;
    }

    /** The scale that the number is so and so many of, where it is nothing else: 2.3 million; else null. */
    BigDecimal soleScale() {
        return soleScale;
    }

    boolean fits(int number) {
        return !started || (number > 0 && number <= room);
    }

    /**
     * Adds a number below a thousand.
     *
     * @param roomBehind how much the next word may add to it
     */
    boolean add(int number, int roomBehind) {
        if (!fits(number)) {
            return false;
        }
        open = open.add(BigDecimal.valueOf(number));
        hundreds |= number >= 100;
        room = roomBehind;
        started = true;
        scaled = false;
        soleScale = null;
        return true;
    }

    /** Adds digits behind hundreds or a scale. */
    boolean add(BigDecimal digits) {
        boolean fits = digits.signum() > 0 && digits.compareTo(BigDecimal.valueOf(room)) <= 0;
        if (fits) {
            open = open.add(digits);
            room = 0;
            scaled = false;
            soleScale = null;
        }
        return fits;
    }

    /**
     * Adds a part of one, or of the last scale: three million [and a half].
     *
     * @param scale the scale that follows the fraction, or null
     */
    void addFraction(BigDecimal fraction, BigDecimal scale) {
        if (scaled) {
            closed = closed.add(fraction.multiply(scale == null ? lastScale : scale));
            scaled = scale != null;
        } else {
            open = open.add(fraction);
        }
        room = 0;
        started = true;
        soleScale = null;
    }

    boolean multiply(Scale scale) {
        return scale.value().compareTo(THOUSAND) < 0 ? multiplyByHundred(scale) : multiplyByThousands(scale);
    }

    private boolean multiplyByHundred(Scale scale) {
        if (hundreds) {
            return false;
        }
        if (open.signum() != 0) {
            open = open.multiply(scale.value());
        } else if (scale.alone() && fits(100)) {
            open = scale.value();
        } else {
            return false;
        }
        hundreds = true;
        room = 99;
        started = true;
        scaled = false;
        return true;
    }

    private boolean multiplyByThousands(Scale scale) {
        BigDecimal by = scale.value();
        boolean smaller = lastScale == null || lastScale.compareTo(by) > 0;
        BigDecimal sum;
        if (started && open.signum() != 0 && smaller) {
            sum = closed.add(open.multiply(by));
        } else if (scaled && !smaller && lastScale.compareTo(by) != 0) {
            // mille milliards, three lakh crore: the scales multiply.
            sum = closed.multiply(by);
        } else if (started && open.signum() != 0 && multipliesThousands(by)) {
            // dos mil trescientos millones: the thousands are millions too.
            sum = above.add(closed.subtract(above).add(open).multiply(by));
        } else if (scale.alone() && smaller && (!started || scaled)) {
            sum = closed.add(by);
        } else {
            return false;
        }
        if (sum.compareTo(LARGEST) > 0) {
            return false;
        }
        soleScale = closed.signum() == 0 ? by : null;
        closed = sum;
        open = BigDecimal.ZERO;
        lastScale = by;
        if (by.compareTo(MILLION) >= 0) {
            above = sum;
            lastMillions = by;
        }
        room = BELOW_THOUSAND;
        started = true;
        scaled = true;
        hundreds = false;
        return true;
    }

    /** Whether a scale multiplies the thousands before it as well as what is behind them: dos mil trescientos millones. */
    boolean multipliesThousands(BigDecimal by) {
        return lastScale != null
                && lastScale.compareTo(MILLION) < 0
                && by.compareTo(MILLION) >= 0
                && (lastMillions == null || lastMillions.compareTo(by) > 0);
    }
}
