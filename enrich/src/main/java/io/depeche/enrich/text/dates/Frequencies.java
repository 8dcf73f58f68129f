// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import java.util.List;

/** How often something recurs, as a language file says it: the length from one time to the next. */
final class Frequencies {

    private static final List<String> LENGTHS = List.of(
            "PT1H", "P1D", "P2D", "P3D", "P1W", "P2W", "P3W", "P1M", "P2M", "P3M", "P4M", "P6M", "P1Y", "P2Y", "P3Y", "P4Y",
            "P5Y", "P10Y", "P100Y", "PT12H");

    private Frequencies() {}

    static int parse(String length) {
        int index = LENGTHS.indexOf(length);
        if (index < 0) {
            throw new IllegalArgumentException("there is no such frequency; expected one of " + LENGTHS);
        }
        return index;
    }

    static String timex(int frequency) {
        return LENGTHS.get(frequency);
    }
}
