// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of issue: ISO 8601, extended format, in any precision from the year on: {@code 2023}, {@code 2023-01},
 * {@code 2023-01-23}, {@code 2023-01-23T10:00}, {@code 2023-01-23T10:00:00.5+01:00}.
 */
public final class IssueDate {

    private static final Pattern SHAPE = Pattern.compile(
            "\\d{4}(?:-\\d{2}(?:-\\d{2}(?:T(?<time>\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?)?)?)?)?");
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int MINUTE = 3;
    private static final int SECOND = 6;

    private IssueDate() {}

    /** Whether it is a date that exists, in that notation. */
    public static boolean isValid(String date) {
        Matcher shape = SHAPE.matcher(date);
        return shape.matches() && exists(date, shape);
    }

    /** The shape is right, so only numbers are out of range. By fields, which is many times as fast as a formatter. */
    private static boolean exists(String date, Matcher shape) {
        try {
            if (date.length() > YEAR) {
                int day = date.length() > MONTH ? number(date, MONTH + 1) : 1;
                LocalDate.of(Integer.parseInt(date, 0, YEAR, 10), number(date, YEAR + 1), day);
            }
            String time = shape.group("time");
            if (time != null) {
                LocalTime.of(number(time, 0), number(time, MINUTE), time.length() > SECOND ? number(time, SECOND) : 0);
            }
            if (shape.group("zone") != null) {
                ZoneOffset.of(shape.group("zone"));
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(String digits, int from) {
        return Integer.parseInt(digits, from, from + 2, 10);
    }
}
