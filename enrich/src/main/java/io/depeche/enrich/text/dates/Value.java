// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import io.depeche.enrich.text.DateType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.IsoFields;

/**
 * What a date expression means, as far as it is known. Whoever makes one fills its fields before handing it on; nobody
 * changes it afterwards, but makes a {@link #copy()}.
 */
final class Value {

    /** A field that the text leaves open. */
    static final int OPEN = -1;

    /** What the day or period is; the fields that it has. */
    enum Shape {
        /** No day or period: a time of any day. */
        NONE,
        /** No date expression at all: an age, a name. */
        NOTHING,
        /** year, month, day */
        DAY,
        /** number: the weekday from 1 to 7 of an open week */
        WEEKDAY,
        /** year, month, day: the weekday, number: which one of the month, from 1 */
        NTH_WEEKDAY,
        /** year, number: the week */
        WEEK,
        /** year, number: the week */
        WEEKEND,
        /** year, month */
        MONTH,
        /** year, number */
        QUARTER,
        /** year, number */
        HALF,
        /** year, text: its letters */
        SEASON,
        /** year */
        YEAR,
        /** year */
        FISCAL_YEAR,
        /** number: the year without its last digit; OPEN where the century is, with the digit in month */
        DECADE,
        /** number: the year without its last two digits */
        CENTURY,
        /** text */
        REFERENCE,
        /** length */
        DURATION,
        /** text */
        SET,
        /** from, to */
        INTERVAL,
    }

    Shape shape = Shape.NONE;
    int year = OPEN;
    int month = OPEN;
    int day = OPEN;
    int number = OPEN;
    String text;
    Length length;
    Value from;
    Value to;

    int hour = OPEN;
    int minute = OPEN;
    int second = OPEN;
    /** A part of the day: MO, AF, … */
    String part;
    /** Whether the hour can't be one of the other half of the day. */
    boolean halfKnown;
    /** Whether the text says which half of the day it is, in more than the hour itself: pm, in the evening. */
    boolean halfStated;

    /** Whether the text itself says which year it is. */
    boolean yearStated;
    /** Whether the date of issue was needed, or would have been. */
    boolean anchored;
    /** Whether the time of issue was needed. */
    boolean fromTime;
    /** By how much it is away from the date that the text named last; 0 where it does not depend on it. */
    int daysFromLast;

    static Value of(Shape shape) {
        Value value = new Value();
        value.shape = shape;
        return value;
    }

    static Value day(int year, int month, int day) {
        Value value = of(Shape.DAY);
        value.year = year;
        value.month = month;
        value.day = day;
        return value;
    }

    static Value day(LocalDate date) {
        return day(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** A day and a time of it, to the minute or the second. */
    static Value time(LocalDateTime time, boolean seconds) {
        Value value = day(time.toLocalDate());
        value.hour = time.getHour();
        value.minute = time.getMinute();
        value.second = seconds ? time.getSecond() : OPEN;
        value.halfKnown = true;
        value.fromTime = true;
        return value;
    }

    static Value month(int year, int month) {
        Value value = of(Shape.MONTH);
        value.year = year;
        value.month = month;
        return value;
    }

    static Value year(int year) {
        Value value = of(Shape.YEAR);
        value.year = year;
        return value;
    }

    static Value numbered(Shape shape, int year, int number) {
        Value value = of(shape);
        value.year = year;
        value.number = number;
        return value;
    }

    static Value weekOf(LocalDate date, Shape shape) {
        return numbered(shape, date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    static Value duration(Length length) {
        Value value = of(Shape.DURATION);
        value.length = length;
        return value;
    }

    static Value text(Shape shape, String text) {
        Value value = of(shape);
        value.text = text;
        return value;
    }

    static Value interval(Value from, Value to) {
        Value value = of(Shape.INTERVAL);
        value.from = from;
        value.to = to;
        value.anchored = from.anchored || to.anchored;
        value.fromTime = from.fromTime || to.fromTime;
        return value;
    }

    Value copy() {
        Value copy = of(shape);
        copy.year = year;
        copy.month = month;
        copy.day = day;
        copy.number = number;
        copy.text = text;
        copy.length = length;
        copy.from = from;
        copy.to = to;
        copy.hour = hour;
        copy.minute = minute;
        copy.second = second;
        copy.part = part;
        copy.halfKnown = halfKnown;
        copy.halfStated = halfStated;
        copy.yearStated = yearStated;
        copy.anchored = anchored;
        copy.fromTime = fromTime;
        copy.daysFromLast = daysFromLast;
        return copy;
    }

    /** Says that the date of issue decides it: its year as well, unless that is open. */
    Value anchored() {
        anchored = true;
        yearStated = year != OPEN;
        return this;
    }

    /** Says that its year is that nearest to the date of issue, which another date beside it may know better. */
    Value nearIssue() {
        anchored = true;
        return this;
    }

    Value stated() {
        yearStated = true;
        return this;
    }

    /** Whether the date that the text named last is needed to tell it. */
    boolean dependsOnLast() {
        return shape == Shape.INTERVAL ? from.dependsOnLast() || to.dependsOnLast() : daysFromLast != 0;
    }

    /** Whether it is as far as a length from the date that the text named last. */
    boolean isLengthFromLast() {
        return daysFromLast != 0 && length != null;
    }

    boolean hasTime() {
        return hour != OPEN || part != null;
    }

    /** Whether the hour itself is told as one of 24: 17:00. */
    boolean isOf24Hours() {
        return hour > 12 && !halfStated;
    }

    boolean isWhole() {
        return shape == Shape.DAY && year != OPEN && month != OPEN && day != OPEN;
    }

    /** Whether it is a day of whatever openness. */
    boolean isDay() {
        return shape == Shape.DAY || shape == Shape.WEEKDAY || shape == Shape.NTH_WEEKDAY;
    }

    /** Whether it has a year, known or open, that another date beside it can tell. */
    boolean hasYear() {
        return switch (shape) {
            case DAY, NTH_WEEKDAY, WEEK, WEEKEND, MONTH, QUARTER, HALF, SEASON, YEAR, FISCAL_YEAR -> true;
            default -> false;
        };
    }

    /** The day; only where it {@link #isWhole()}. */
    LocalDate date() {
        return LocalDate.of(year, month, day);
    }

    /** The first day of it; null where that is open. */
    LocalDate firstDay() {
        if (year == OPEN) {
            return null;
        }
        try {
            return switch (shape) {
                case DAY -> isWhole() ? date() : null;
                case MONTH -> month == OPEN ? null : LocalDate.of(year, month, 1);
                case QUARTER -> number == OPEN ? null : LocalDate.of(year, 3 * number - 2, 1);
                case HALF -> number == OPEN ? null : LocalDate.of(year, 6 * number - 5, 1);
                case YEAR -> LocalDate.of(year, 1, 1);
                case WEEK ->
                    number == OPEN
                            ? null
                            : LocalDate.of(year, 1, 4)
                                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number)
                                    .with(java.time.DayOfWeek.MONDAY);
                default -> null;
            };
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }

    DateType type() {
        return switch (shape) {
            case DURATION -> DateType.DURATION;
            case SET -> DateType.SET;
            case INTERVAL -> from.hour != OPEN && to.hour != OPEN ? DateType.TIME : DateType.DATE;
            default -> hasTime() ? DateType.TIME : DateType.DATE;
        };
    }

    /** The TIMEX3 value. */
    String timex() {
        return switch (shape) {
            case INTERVAL -> from.timex() + "/" + to.timex();
            case SET -> text;
            default -> datePart() + timePart();
        };
    }

    private String datePart() {
        return switch (shape) {
            case DAY -> four(year) + "-" + two(month) + "-" + two(day);
            case WEEKDAY -> "XXXX-WXX-" + number;
            case NTH_WEEKDAY -> four(year) + "-" + two(month) + "-WXX-" + day + "-" + number;
            case WEEK -> four(year) + "-W" + two(number);
            case WEEKEND -> four(year) + "-W" + two(number) + "-WE";
            case MONTH -> four(year) + "-" + two(month);
            case QUARTER -> four(year) + "-Q" + one(number);
            case HALF -> four(year) + "-H" + one(number);
            case SEASON -> four(year) + "-" + text;
            case YEAR -> four(year);
            case FISCAL_YEAR -> "FY" + four(year);
            case DECADE -> number != OPEN ? String.format("%03d", number) : "XX" + one(month);
            case CENTURY -> two(number);
            case REFERENCE -> text;
            case DURATION -> length.timex();
            case NONE, NOTHING, SET, INTERVAL -> "";
        };
    }

    private String timePart() {
        if (part != null && hour == OPEN) {
            return "T" + part;
        }
        if (hour == OPEN) {
            return "";
        }
        String time = "T" + two(hour);
        if (minute != OPEN) {
            time += ":" + two(minute);
            if (second != OPEN) {
                time += ":" + two(second);
            }
        }
        return time;
    }

    private static String four(int number) {
        return number == OPEN ? "XXXX" : padded(number, 4);
    }

    private static String two(int number) {
        return number == OPEN ? "XX" : padded(number, 2);
    }

    private static String one(int number) {
        return number == OPEN ? "X" : String.valueOf(number);
    }

    private static String padded(int number, int width) {
        String digits = String.valueOf(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
