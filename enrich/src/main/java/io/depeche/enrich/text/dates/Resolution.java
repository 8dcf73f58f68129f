// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import io.depeche.enrich.text.IssueDate;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The TIMEX3 value of a date, and what it was resolved against.
 *
 * @param value TIMEX3 value (ISO 24617-1)
 * @param anchor ISO 8601 date, or null
 */
record Resolution(String value, String anchor) {

    /** A full date; empty where the calendar has no such day. */
    static Optional<Resolution> of(int year, int month, int day) {
        return date(year, month, day).map(date -> new Resolution(date.toString(), null));
    }

    /**
     * A date without a year: the one nearest to the issue date, and of the weekday where one is given and one of the
     * three years around the issue has it. The year stays open where the issue's month is not known.
     *
     * @param issued null where it is not known
     * @param weekday null where none is given
     */
    static Optional<Resolution> withoutYear(int month, int day, DayOfWeek weekday, IssueDate issued) {
        if (month < 1
                || month > 12
                || day < 1
                || day > MonthDay.of(month, 1).getMonth().maxLength()) {
            return Optional.empty();
        }
        if (issued == null || issued.month() == 0) {
            return Optional.of(new Resolution(String.format("XXXX-%02d-%02d", month, day), null));
        }
        LocalDate anchor = LocalDate.of(issued.year(), issued.month(), issued.day() == 0 ? 15 : issued.day());
        return IntStream.rangeClosed(issued.year() - 1, issued.year() + 1)
                .mapToObj(year -> date(year, month, day))
                .flatMap(Optional::stream)
                .min(Comparator.<LocalDate>comparingInt(
                                date -> weekday == null || date.getDayOfWeek() == weekday ? 0 : 1)
                        .thenComparingLong(date -> Math.abs(date.toEpochDay() - anchor.toEpochDay())))
                .map(date -> new Resolution(date.toString(), issued.iso()));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }
}
