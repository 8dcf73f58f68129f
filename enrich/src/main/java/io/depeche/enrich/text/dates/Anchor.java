// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import io.depeche.enrich.text.IssueDate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;

/** The date of issue, in whatever precision it is known; immutable. */
final class Anchor {

    private static final int OPEN = Value.OPEN;

    private final IssueDate issued;

    /** @param issued null where it is not known */
    Anchor(IssueDate issued) {
        this.issued = issued;
    }

    /** The date as ISO 8601 writes it, with its time if that was needed, or null. */
    String iso(boolean withTime) {
        return issued == null ? null : withTime ? issued.isoWithTime() : issued.iso();
    }

    /** The day, or null. */
    LocalDate day() {
        return issued == null || issued.day() == 0 ? null : LocalDate.of(issued.year(), issued.month(), issued.day());
    }

    /** The day and its time, or null. */
    private LocalDateTime time() {
        return day() == null || issued.time() == null ? null : day().atTime(issued.time());
    }

    /** The month, or null. */
    YearMonth month() {
        return issued == null || issued.month() == 0 ? null : YearMonth.of(issued.year(), issued.month());
    }

    /** The year, or {@link Value#OPEN}. */
    int year() {
        return issued == null ? OPEN : issued.year();
    }

    /**
     * A day and month of a year that the text does not tell: open, except in the month of issue; with its weekday, the
     * year in which it is one, if that is the year of issue or one beside it.
     *
     * @param weekday from 1 to 7; {@link Value#OPEN} where the text gives none
     * @return null where the calendar has no such day
     */
    Value dayOfMonth(int month, int day, int weekday) {
        if (!Days.exists(OPEN, month, day)) {
            return null;
        }
        YearMonth issue = month();
        if (issue != null && weekday != OPEN) {
            LocalDate near = nearest(month, day, weekday, issue);
            if (near != null) {
                return Value.day(near).nearIssue();
            }
        }
        if (issue != null
                && weekday == OPEN
                && issue.getMonthValue() == month
                && Days.exists(issue.getYear(), month, day)) {
            return Value.day(issue.getYear(), month, day).nearIssue();
        }
        return Value.day(OPEN, month, day);
    }

    private LocalDate nearest(int month, int day, int weekday, YearMonth issue) {
        LocalDate middle = day() == null ? issue.atDay(15) : day();
        LocalDate nearest = null;
        for (int year = Math.max(1, issue.getYear() - 1); year <= issue.getYear() + 1; year++) {
            if (Days.exists(year, month, day)) {
                LocalDate date = LocalDate.of(year, month, day);
                boolean nearer = nearest == null || distance(date, middle) < distance(nearest, middle);
                if (date.getDayOfWeek().getValue() == weekday && nearer) {
                    nearest = date;
                }
            }
        }
        return nearest;
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(one.toEpochDay() - other.toEpochDay());
    }

    /** The date of issue moved by a length, as precise as both allow. */
    Value moved(Length length, int sign) {
        if (length.isOfClock()) {
            LocalDateTime moved = time() == null ? null : length.from(time(), sign);
            return moved == null ? null : Value.time(moved, length.hasSeconds()).anchored();
        }
        if (day() != null && length.isWholeDays()) {
            LocalDate moved = length.from(day(), sign);
            return moved == null ? null : Value.day(moved).anchored();
        }
        if (month() != null && length.isWholeMonths()) {
            LocalDate moved = length.from(month().atDay(1), sign);
            return moved == null
                    ? null
                    : Value.month(moved.getYear(), moved.getMonthValue()).anchored();
        }
        if (year() != OPEN && length.isWholeYears()) {
            LocalDate moved = length.from(LocalDate.of(year(), 1, 1), sign);
            return moved == null ? null : Value.year(moved.getYear()).anchored();
        }
        return open(length);
    }

    private static Value open(Length length) {
        return (length.isWholeYears()
                        ? Value.year(OPEN)
                        : length.isWholeMonths() ? Value.month(OPEN, OPEN) : Value.day(OPEN, OPEN, OPEN))
                .anchored();
    }

    /** The unit of the calendar that is so many after that of the date of issue: last week is -1. */
    Value unit(TimeUnit unit, int offset) {
        Value value = switch (unit) {
            case DAY, NIGHT, BUSINESS_DAY ->
                day() == null ? Value.day(OPEN, OPEN, OPEN) : Value.day(day().plusDays(offset));
            case WEEK, FORTNIGHT -> week(Value.Shape.WEEK, offset);
            case WEEKEND -> week(Value.Shape.WEEKEND, offset);
            case MONTH ->
                month() == null
                        ? Value.month(OPEN, OPEN)
                        : Value.month(
                                month().plusMonths(offset).getYear(),
                                month().plusMonths(offset).getMonthValue());
            case QUARTER -> part(Value.Shape.QUARTER, 3, offset);
            case HALF_YEAR -> part(Value.Shape.HALF, 6, offset);
            case YEAR -> Value.year(year() == OPEN ? OPEN : year() + offset);
            case DECADE ->
                year() == OPEN
                        ? Value.text(Value.Shape.REFERENCE, "XXX")
                        : Value.numbered(Value.Shape.DECADE, OPEN, year() / 10 + offset);
            case CENTURY ->
                year() == OPEN
                        ? Value.text(Value.Shape.REFERENCE, "XX")
                        : Value.numbered(Value.Shape.CENTURY, OPEN, year() / 100 + offset);
            default -> null;
        };
        return value == null ? null : value.anchored();
    }

    private Value week(Value.Shape shape, int offset) {
        return day() == null ? Value.numbered(shape, OPEN, OPEN) : Value.weekOf(day().plusWeeks(offset), shape);
    }

    private Value part(Value.Shape shape, int months, int offset) {
        if (month() == null) {
            return Value.numbered(shape, OPEN, OPEN);
        }
        YearMonth moved = month().plusMonths((long) months * offset);
        return Value.numbered(shape, moved.getYear(), (moved.getMonthValue() - 1) / months + 1);
    }

    /**
     * The period of so many units up to the date of issue, or from then on; a length where that is not known enough.
     *
     * @param fromToday whether the day of issue is a part of what comes
     */
    Value window(Length length, int sign, boolean fromToday) {
        int count = length.whole();
        TimeUnit unit = length.unit();
        Value window = null;
        if (length.isOfClock()) {
            LocalDateTime moved = time() == null ? null : length.from(time(), sign);
            if (moved == null) {
                return Value.duration(length).anchored();
            }
            Value now = Value.time(time(), length.hasSeconds());
            Value other = Value.time(moved, length.hasSeconds());
            return (sign > 0 ? Value.interval(now, other) : Value.interval(other, now)).anchored();
        }
        if (count > 0 && unit.index() >= TimeUnit.DECADE.index() && year() != OPEN) {
            window = years(count * unit.count(), unit.count(), sign);
        } else if (count > 0 && unit == TimeUnit.WEEKEND) {
            return Value.duration(length).anchored();
        } else if (count > 0 && month() != null && (unit == TimeUnit.QUARTER || unit == TimeUnit.HALF_YEAR)) {
            // Books are closed by the calendar: "the past two quarters" are two whole ones.
            window = Value.interval(unit(unit, sign > 0 ? 1 : -count), unit(unit, sign > 0 ? count : -1));
        } else if (day() != null && length.isWholeDays()) {
            LocalDate first = sign > 0 ? day().plusDays(fromToday ? 0 : 1) : length.from(day(), -1);
            LocalDate last = sign > 0 ? length.from(unit == TimeUnit.BUSINESS_DAY ? day() : first, 1) : day();
            if (unit == TimeUnit.BUSINESS_DAY && last != null && sign > 0) {
                last = last.plusDays(1);
            }
            window = first == null || last == null ? null : Value.interval(Value.day(first), Value.day(last));
        } else if (count > 0 && month() != null && length.isWholeMonths()) {
            int months = (int) Math.min(
                    100_000L,
                    (long) count * unit.count() * (unit.chrono().equals(java.time.temporal.ChronoUnit.YEARS) ? 12 : 1));
            YearMonth first = month().plusMonths(sign > 0 ? 1 : -months);
            YearMonth last = month().plusMonths(sign > 0 ? months : -1);
            window = first.getYear() < 1
                    ? null
                    : Value.interval(
                            Value.month(first.getYear(), first.getMonthValue()),
                            Value.month(last.getYear(), last.getMonthValue()));
        } else if (count > 0 && year() != OPEN && length.isWholeYears()) {
            window = sign > 0
                    ? Value.interval(Value.year(year() + 1), Value.year(year() + count))
                    : year() - count < 1 ? null : Value.interval(Value.year(year() - count), Value.year(year() - 1));
        }
        return window == null ? Value.duration(length).anchored() : window.anchored();
    }

    /** The time from that of issue to the end of its day; null where it is not known. */
    Value restOfDay() {
        return time() == null
                ? null
                : Value.interval(Value.time(time(), false), Value.day(day())).anchored();
    }

    private Value years(int count, int step, int sign) {
        int here = year() / step * step;
        int first = sign > 0 ? here + step : here - count;
        return first < 1 ? null : Value.interval(Value.year(first), Value.year(first + count));
    }
}
