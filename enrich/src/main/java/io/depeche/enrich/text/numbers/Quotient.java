// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Arithmetic on fractions, the only values that may have to be rounded: to 15 digits. */
final class Quotient {

    static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private Quotient() {}

    static BigDecimal of(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, DIGITS);
    }
}
