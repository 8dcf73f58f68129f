// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A date in the reduced precision of ISO 8601: a year, a month, a day, or a day with its time.
 *
 * @param year from 1 to 9999
 * @param month from 1 to 12; 0 where only the year is known
 * @param day day of the month; 0 where only the year or the month is known
 * @param time time of the day where it was written, in whatever zone that is; null where it is not known
 */
public record IssueDate(int year, int month, int day, LocalTime time) {

    private static final int HOURS_AND_MINUTES = 5;
    private static final int WITH_SECONDS = 8;

    /**
     * Reads 2023, 2023-01, 2023-01-23 or 2023-01-23T10:00:00Z. Fractions of a second and the zone are left out, and so is
     * a time that is none.
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
                    Optional.of(new IssueDate(Integer.parseInt(date), 0, 0, null))
                            .filter(read -> read.year > 0);
                case 7 -> {
                    YearMonth month = YearMonth.parse(date);
                    yield Optional.of(new IssueDate(month.getYear(), month.getMonthValue(), 0, null));
                }
                case 10 -> {
                    LocalDate day = LocalDate.parse(date);
                    LocalTime read =
                            time < 0 ? null : time(issued.substring(time + 1).strip());
                    yield Optional.of(new IssueDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), read));
                }
                default -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException notADate) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String written) {
        boolean seconds = written.length() >= WITH_SECONDS && written.charAt(HOURS_AND_MINUTES) == ':';
        int length = seconds ? WITH_SECONDS : HOURS_AND_MINUTES;
        if (written.length() < length) {
            return null;
        }
        try {
            return LocalTime.parse(written.substring(0, length));
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    /** The date in ISO 8601, in its own precision, without the time. */
    public String iso() {
        if (month == 0) {
            return String.format("%04d", year);
        }
        return day == 0 ? String.format("%04d-%02d", year, month) : String.format("%04d-%02d-%02d", year, month, day);
    }

    /** The date in ISO 8601 with the time, as far as that is known, to the minute or the second: 2023-01-23T10:00. */
    public String isoWithTime() {
        return time == null ? iso() : iso() + "T" + time.truncatedTo(ChronoUnit.SECONDS);
    }
}
