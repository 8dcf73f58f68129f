// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** Arithmetic with days of the calendar that java.time lacks. */
final class Days {

    private Days() {}

    /** Whether the calendar has a day; of 29 February, where the year is open, too. */
    static boolean exists(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return false;
        }
        int leap = 2000;
        return day <= YearMonth.of(year < 1 ? leap : year, month).lengthOfMonth();
    }

    /** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int day = h + l - 7 * m + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }

    /** The nth such weekday of a month, from its end where n is negative; null where it has not so many. */
    static LocalDate nthWeekday(int year, int month, int weekday, int nth) {
        if (nth == 0 || nth > 5 || nth < -5) {
            return null;
        }
        LocalDate day = LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.of(weekday)));
        return day.getMonthValue() == month ? day : null;
    }

    static LocalDate plusBusinessDays(LocalDate day, int count) {
        LocalDate moved = day;
        int step = count < 0 ? -1 : 1;
        // Longer ones are weeks and months in any text; the bound keeps this from being slow.
        for (int left = Math.min(Math.abs(count), 400); left > 0; ) {
            moved = moved.plusDays(step);
            if (moved.getDayOfWeek() != DayOfWeek.SATURDAY && moved.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return moved;
    }
}
