// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.FigureKind;

/**
 * What a word or sign beside a number makes of it.
 *
 * @param kind the figure's kind
 * @param code ISO 4217 code or UCUM unit, or null where the text does not decide it: $
 */
record Unit(FigureKind kind, String code) {

    /** No unit: a count. */
    static final Unit NONE = new Unit(FigureKind.CARDINAL, null);

    boolean isNone() {
        return equals(NONE);
    }

    /** Reads {@code MONEY EUR} or {@code MONEY}. */
    static Unit parse(String value) {
        String[] parts = value.split(" ", 2);
        try {
            return new Unit(FigureKind.valueOf(parts[0]), parts.length == 2 ? parts[1] : null);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("expected MONEY, PERCENT or MEASURE, then the ISO 4217 or UCUM code");
        }
    }
}
