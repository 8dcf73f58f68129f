// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

/** Numbers as the suite writes them: {@code 0.25}, {@code 0,25} in languages with a decimal comma, {@code 1E-12}, {@code 5%}. */
final class Decimal {

    /** The suite rounds to 15 digits. */
    private static final double TOLERANCE = 1e-9;

    private Decimal() {}

    /** Whether two numbers are the same but for rounding; what is null or no number is the same as none. */
    static boolean same(String one, String other) {
        if (one == null || other == null) {
            return false;
        }
        try {
            double a = read(one);
            double b = read(other);
            return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static double read(String number) {
        return Double.parseDouble(number.replace("%", "").replace(',', '.').strip());
    }
}
