// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;

/** The units of time that language files name, and what TIMEX3 writes for each. */
enum TimeUnit {
    SECOND("S", 1, ChronoUnit.SECONDS),
    MINUTE("M", 1, ChronoUnit.MINUTES),
    HOUR("H", 1, ChronoUnit.HOURS),
    DAY("D", 1, ChronoUnit.DAYS),
    NIGHT("D", 1, ChronoUnit.DAYS),
    BUSINESS_DAY("BD", 1, ChronoUnit.DAYS),
    WEEK("W", 1, ChronoUnit.WEEKS),
    FORTNIGHT("W", 2, ChronoUnit.WEEKS),
    WEEKEND("WE", 1, ChronoUnit.WEEKS),
    MONTH("M", 1, ChronoUnit.MONTHS),
    QUARTER("M", 3, ChronoUnit.MONTHS),
    HALF_YEAR("M", 6, ChronoUnit.MONTHS),
    YEAR("Y", 1, ChronoUnit.YEARS),
    DECADE("Y", 10, ChronoUnit.YEARS),
    CENTURY("Y", 100, ChronoUnit.YEARS),
    MILLENNIUM("Y", 1000, ChronoUnit.YEARS);

    private final String code;
    private final int factor;
    private final ChronoUnit chrono;

    TimeUnit(String code, int factor, ChronoUnit chrono) {
        this.code = code;
        this.factor = factor;
        this.chrono = chrono;
    }

    /** Its letter in a TIMEX3 duration. */
    String code() {
        return code;
    }

    /** How many of the units of the letter it is. */
    BigDecimal factor() {
        return BigDecimal.valueOf(factor);
    }

    /** How many of the units of {@link #chrono()} it is. */
    int count() {
        return factor;
    }

    /** The unit of java.time that the letter stands for. */
    ChronoUnit chrono() {
        return chrono;
    }

    /** Whether it is shorter than a day. */
    boolean isOfClock() {
        return ordinal() < DAY.ordinal();
    }

    /** Whether only a month or a year is needed to reckon with it. */
    boolean isOfMonths() {
        return ordinal() >= MONTH.ordinal();
    }
}
