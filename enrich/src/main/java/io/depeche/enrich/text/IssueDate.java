// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A date in the reduced precision of ISO 8601: a year, a month or a day.
 *
 * @param year from 1 to 9999
 * @param month from 1 to 12; 0 where only the year is known
 * @param day day of the month; 0 where only the year or the month is known
 */
public record IssueDate(int year, int month, int day) {

    /**
     * Reads 2023, 2023-01, 2023-01-23 or 2023-01-23T10:00:00Z; the time is left out.
     *
     * @param issued the date or null
     * @return empty if it is null or no such date
     */
    public static Optional<IssueDate> parse(String issued) {
        if (issued == null) {
            return Optional.empty();
        }
        int time = issued.indexOf('T');
        String date = (time < 0 ? issued : issued.substring(0, time)).strip();
        try {
            return switch (date.length()) {
                case 4 ->
                    Optional.of(new IssueDate(Integer.parseInt(date), 0, 0)).filter(read -> read.year > 0);
                case 7 -> {
                    YearMonth month = YearMonth.parse(date);
                    yield Optional.of(new IssueDate(month.getYear(), month.getMonthValue(), 0));
                }
                case 10 -> {
                    LocalDate day = LocalDate.parse(date);
                    yield Optional.of(new IssueDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
                }
                default -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException notADate) {
            return Optional.empty();
        }
    }

    /** The date in ISO 8601, in its own precision. */
    public String iso() {
        if (month == 0) {
            return String.format("%04d", year);
        }
        return day == 0 ? String.format("%04d-%02d", year, month) : String.format("%04d-%02d-%02d", year, month, day);
    }
}
