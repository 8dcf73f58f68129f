// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
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
    private static final int DAY = 10;

    private IssueDate() {}

    /** Whether it is a date that exists, in that notation. */
    public static boolean isValid(String date) {
        Matcher shape = SHAPE.matcher(date);
        return shape.matches() && exists(date, shape);
    }

    private static boolean exists(String date, Matcher shape) {
        try {
            if (date.length() == MONTH) {
                YearMonth.parse(date);
            } else if (date.length() > YEAR) {
                LocalDate.parse(date.substring(0, DAY));
            }
            if (shape.group("time") != null) {
                LocalTime.parse(shape.group("time"));
            }
            if (shape.group("zone") != null) {
                ZoneOffset.of(shape.group("zone"));
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
