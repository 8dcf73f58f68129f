// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a feast is.
 *
 * @param rule kind of rule: day of a month, days from Easter Sunday, nth weekday of a month
 * @param month from 1; of a feast by Easter 4, where most of them are
 * @param day day of the month, days from Easter, or weekday
 * @param nth which one of the weekdays; negative from the end of the month
 */
record Holiday(Rule rule, int month, int day, int nth) {

    private static final Pattern FIXED = Pattern.compile("(\\d\\d)-(\\d\\d)");
    private static final Pattern EASTER = Pattern.compile("EASTER([+-]\\d{1,3})?");
    private static final Pattern WEEKDAY = Pattern.compile("(\\d\\d)-W([1-7])#(-?[1-4])");
    private static final int BASE = 200;

    enum Rule {
        FIXED,
        EASTER,
        WEEKDAY
    }

    /**
     * Reads 12-25, EASTER+39 or 11-W4#4, the fourth Thursday of November; #-1 is the last.
     *
     * @return the feast as a number
     */
    static int parse(String text) {
        Matcher fixed = FIXED.matcher(text);
        if (fixed.matches()) {
            return new Holiday(Rule.FIXED, Integer.parseInt(fixed.group(1)), Integer.parseInt(fixed.group(2)), 0).packed();
        }
        Matcher easter = EASTER.matcher(text);
        if (easter.matches()) {
            return new Holiday(Rule.EASTER, 4, easter.group(1) == null ? 0 : Integer.parseInt(easter.group(1)), 0).packed();
        }
        Matcher weekday = WEEKDAY.matcher(text);
        if (weekday.matches()) {
            return new Holiday(
                            Rule.WEEKDAY,
                            Integer.parseInt(weekday.group(1)),
                            Integer.parseInt(weekday.group(2)),
                            Integer.parseInt(weekday.group(3)))
                    .packed();
        }
        throw new IllegalArgumentException("expected a day as 12-25, EASTER+39 or 11-W4#4");
    }

    static Holiday of(int packed) {
        return new Holiday(
                Rule.values()[packed % 3], packed / 3 % 13, packed / 39 % (2 * BASE) - BASE, packed / 39 / (2 * BASE) - 10);
    }

    private int packed() {
        return rule.ordinal() + 3 * (month + 13 * (day + BASE + 2 * BASE * (nth + 10)));
    }

    /** Whether it is on the same day each year. */
    boolean isFixed() {
        return rule == Rule.FIXED;
    }

    LocalDate in(int year) {
        return switch (rule) {
            case FIXED -> LocalDate.of(year, month, 1).plusDays(day - 1L);
            case EASTER -> Days.easter(year).plusDays(day);
            case WEEKDAY -> Days.nthWeekday(year, month, day, nth);
        };
    }
}
