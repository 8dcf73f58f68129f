// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.FigureKind;
import java.math.BigDecimal;

/**
 * What a word or sign beside a number makes of it.
 *
 * @param kind the figure's kind
 * @param code ISO 4217 code, that with {@code /100} of minor units, or UCUM unit; null where the word does not decide it
 * @param family what the word is of that does not decide the code; else null
 * @param large what the word means behind large numbers, where that is something else: 25 pounds, 25 million pounds
 * @param factor how many of the unit the word is: MEUR; one for almost all
 */
record Unit(FigureKind kind, String code, String family, Unit large, BigDecimal factor) {

    /** No unit: a count. */
    static final Unit NONE = of(FigureKind.CARDINAL, null);

    /** Degrees, of which the text around them tells whether they are temperatures or angles. */
    static final Unit DEGREE = new Unit(FigureKind.TEMPERATURE, null, "degree", null, BigDecimal.ONE);

    private static final String MINOR = "/100";

    static Unit of(FigureKind kind, String code) {
        return new Unit(kind, code, null, null, BigDecimal.ONE);
    }

    boolean isNone() {
        return kind == FigureKind.CARDINAL;
    }

    /** Whether it is a hundredth of a currency: cents. */
    boolean isMinor() {
        return (code != null && code.endsWith(MINOR)) || MINOR.equals(family);
    }

    /** Reads {@code MONEY EUR}, {@code MONEY ?dollar}, {@code MEASURE km}, {@code DEGREE}, or two with a bar between. */
    static Unit parse(String value) {
        int bar = value.indexOf(" | ");
        if (bar >= 0) {
            Unit small = parse(value.substring(0, bar));
            return new Unit(small.kind, small.code, small.family, parse(value.substring(bar + 3)), small.factor);
        }
        if (value.equals("DEGREE")) {
            return DEGREE;
        }
        String[] parts = value.split(" ", 2);
        FigureKind kind;
        try {
            kind = FigureKind.valueOf(parts[0]);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "expected MONEY, PERCENT, MEASURE or TEMPERATURE, then the ISO 4217 or UCUM code, or ? and a family");
        }
        if (parts.length == 1) {
            return of(kind, null);
        }
        if (parts[1].startsWith("?")) {
            return new Unit(kind, null, parts[1].substring(1), null, BigDecimal.ONE);
        }
        int times = parts[1].indexOf(" x");
        return times < 0
                ? of(kind, parts[1])
                : new Unit(
                        kind, parts[1].substring(0, times), null, null, new BigDecimal(parts[1].substring(times + 2)));
    }
}
