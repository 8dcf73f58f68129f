// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.FigureKind;
import io.depeche.enrich.text.Qualifier;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.numbers.Numeral;
import java.math.BigDecimal;

/** A number on its way to a figure; for use by one thread. */
final class Amount {

    private final Numeral numeral;

    /** Index of the first piece, the sign of a currency before the number included. */
    int first;

    /** Index behind the last piece, that of the unit included. */
    int end;

    FigureKind kind;
    BigDecimal value;
    BigDecimal upper;
    Unit unit = Unit.NONE;
    Qualifier qualifier = Qualifier.EXACT;

    /** Index of the first piece of what qualifies it. */
    int qualified;

    /** Whether the next amount has a unit, and what is counted, for this one too: 3 or 4 dead. */
    boolean sharesNext;

    /** Whether words behind it make it a temperature below zero. */
    boolean belowZero;

    Span counted;

    Amount(Numeral numeral) {
        this.numeral = numeral;
        first = numeral.from();
        end = numeral.to();
        qualified = first;
        value = numeral.value();
        kind = numeral.kind() == Numeral.Kind.ORDINAL ? FigureKind.ORDINAL : FigureKind.CARDINAL;
    }

    Numeral numeral() {
        return numeral;
    }

    boolean isCount() {
        return kind == FigureKind.CARDINAL;
    }

    boolean isAge() {
        return kind == FigureKind.AGE;
    }

    void multiply(BigDecimal factor) {
        value = value == null ? null : value.multiply(factor);
    }

    void setUnit(Unit unit) {
        this.unit = unit;
        kind = unit.kind();
    }
}
