// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import java.util.List;

/** The seasons and the parts of the day by their codes in TIMEX3. */
final class Seasons {

    private static final List<String> SEASONS = List.of("SP", "SU", "FA", "WI");
    private static final List<String> PARTS = List.of("MO", "MI", "AF", "EV", "NI", "DT");

    private Seasons() {}

    static int season(String code) {
        return index(SEASONS, code, "season");
    }

    static int part(String code) {
        return index(PARTS, code, "part of the day");
    }

    private static int index(List<String> codes, String code, String what) {
        int index = codes.indexOf(code);
        if (index < 0) {
            throw new IllegalArgumentException("there is no such " + what + "; expected one of " + codes);
        }
        return index;
    }

    static String code(int season) {
        return SEASONS.get(season);
    }

    static String partCode(int part) {
        return PARTS.get(part);
    }

    /** The month that a season begins in. */
    static int firstMonth(int season) {
        return 3 * season + 3;
    }
}
