// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import static io.depeche.enrich.text.dates.Value.OPEN;

import io.depeche.enrich.text.dates.Value.Shape;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Periods from one date or time to another, each of which may say what the other leaves out. */
final class Ranges {

    private static final int MINUTES_A_DAY = 24 * 60;

    private Ranges() {}

    static Value read(Found found, Anchor issue) {
        Value from = dated(found.value(0), issue);
        Value to = dated(found.value(1), issue);
        if (found.has(Slot.NUMERIC_DAY) && found.second(Slot.MONTH) != Found.NONE) {
            Value first = issue.dayOfMonth(found.get(Slot.MONTH), found.get(Slot.DAY), OPEN);
            Value last = issue.dayOfMonth(found.second(Slot.MONTH), found.second(Slot.DAY), OPEN);
            if (first == null || last == null) {
                return null;
            }
            if (found.has(Slot.YEAR)) {
                last.year = found.get(Slot.YEAR);
                last.yearStated = true;
                last.anchored = false;
                if (!Days.exists(last.year, last.month, last.day)) {
                    return null;
                }
            }
            return between(first, last);
        }
        if (found.has(Slot.NUMERIC_DAY) && from != null) {
            Value first = issue.dayOfMonth(found.get(Slot.MONTH), found.get(Slot.DAY), OPEN);
            return first == null || !from.isDay() ? null : between(first, from);
        }
        if (from != null && from.isDay() && found.second(Slot.HOUR) != Found.NONE) {
            return hoursOfDay(found, from);
        }
        if (from != null && from.shape == Shape.WEEK && found.second(Slot.WEEKDAY) != Found.NONE) {
            return daysOfWeek(from, found.get(Slot.WEEKDAY), found.second(Slot.WEEKDAY));
        }
        if (from != null && to != null) {
            if (found.has(Slot.HALF)) {
                return null;
            }
            return between(from, to);
        }
        if (from != null && from.hour != OPEN && !found.has(Slot.HOUR) && found.second(Slot.HOUR) != Found.NONE) {
            Value last = Value.of(Shape.NONE);
            last.hour = found.second(Slot.HOUR);
            return between(from, last);
        }
        if (found.has(Slot.HOUR)) {
            return hours(found, from);
        }
        if (found.second(Slot.DAY) != Found.NONE) {
            return days(found, issue);
        }
        if (found.has(Slot.DAY) && from != null) {
            if (from.shape == Shape.MONTH) {
                return null;
            }
            if (from.shape != Shape.DAY || from.day <= found.get(Slot.DAY)) {
                return null;
            }
            Value first = from.copy();
            first.day = found.get(Slot.DAY);
            return between(first, from);
        }
        if (found.second(Slot.YEAR) != Found.NONE && from != null) {
            return between(from, Value.year(found.second(Slot.YEAR)).stated());
        }
        if (found.second(Slot.YEAR) != Found.NONE) {
            return between(
                    Value.year(found.get(Slot.YEAR)).stated(),
                    Value.year(found.second(Slot.YEAR)).stated());
        }
        if (found.has(Slot.YEAR) && found.has(Slot.SHORT_YEAR) && from == null) {
            int year = found.get(Slot.YEAR);
            int end = year / 100 * 100 + found.get(Slot.SHORT_YEAR);
            return end <= year ? null : between(Value.year(year), Value.year(end));
        }
        return named(found, from);
    }

    private static Value hoursOfDay(Found found, Value day) {
        Value times = hours(found, null);
        if (times == null) {
            return null;
        }
        if (day.part != null) {
            ClockMeanings.intoPart(times.from, day.part);
            ClockMeanings.intoPart(times.to, day.part);
        }
        Value start = ClockMeanings.with(withoutTime(day), times.from, null);
        return start == null ? null : Value.interval(start, ClockMeanings.with(withoutTime(day), times.to, null));
    }

    private static Value daysOfWeek(Value week, int first, int last) {
        LocalDate monday = week.firstDay();
        if (monday == null || last <= first) {
            return null;
        }
        Value interval = Value.interval(Value.day(monday.plusDays(first - 1L)), Value.day(monday.plusDays(last - 1L)));
        interval.anchored = week.anchored;
        return interval;
    }

    /** "Now" as an end is the date of issue. */
    private static Value dated(Value value, Anchor issue) {
        boolean now = value != null && value.shape == Shape.REFERENCE && value.text.equals("PRESENT_REF");
        return now && issue.day() != null ? Value.day(issue.day()).anchored() : value;
    }

    private static Value named(Found found, Value to) {
        if (found.second(Slot.WEEKDAY) != Found.NONE) {
            return Value.interval(
                    Value.numbered(Shape.WEEKDAY, OPEN, found.get(Slot.WEEKDAY)),
                    Value.numbered(Shape.WEEKDAY, OPEN, found.second(Slot.WEEKDAY)));
        }
        if (found.second(Slot.MONTH) != Found.NONE) {
            return between(
                    Value.month(OPEN, found.get(Slot.MONTH)),
                    Value.month(found.get(Slot.YEAR, OPEN), found.second(Slot.MONTH))
                            .stated());
        }
        if (found.has(Slot.YEAR) && !found.has(Slot.MONTH) && to != null) {
            return between(Value.year(found.get(Slot.YEAR)).stated(), to);
        }
        if (found.has(Slot.MONTH) && to != null) {
            return between(Value.month(OPEN, found.get(Slot.MONTH)), to);
        }
        return null;
    }

    /** Two days of one month, which may be that of a period: 4 to 23 of next month. */
    private static Value days(Found found, Anchor issue) {
        int first = found.get(Slot.DAY);
        int last = found.second(Slot.DAY);
        Value period = found.value(0);
        int month = found.get(Slot.MONTH, period != null && period.shape == Shape.MONTH ? period.month : OPEN);
        int year = CalendarMeanings.year(found);
        if (month == OPEN || last <= first || !Days.exists(year, month, last)) {
            return null;
        }
        Value to;
        if (year == OPEN) {
            to = issue.dayOfMonth(month, last, OPEN);
        } else {
            to = Value.day(year, month, last);
            to.anchored = period != null && period.anchored;
            to.yearStated = !to.anchored;
        }
        Value from = to.copy();
        from.day = first;
        return Value.interval(from, to);
    }

    /** Two hours, or an hour and a time, of which the second tells whether it is in the afternoon. */
    private static Value hours(Found found, Value to) {
        Value from = Value.of(Shape.NONE);
        from.hour = found.get(Slot.HOUR);
        from.minute = found.get(Slot.MINUTE, OPEN);
        from.halfKnown = from.hour > 12 || from.hour == 0;
        Value until = to;
        if (found.second(Slot.HOUR) != Found.NONE) {
            until = Value.of(Shape.NONE);
            until.hour = found.second(Slot.HOUR);
            until.minute = found.second(Slot.MINUTE);
            until.minute = until.minute == Found.NONE ? OPEN : until.minute;
            until.halfKnown = until.hour > 12 || until.hour == 0;
            if (found.has(Slot.HALF)) {
                until.hour = until.hour > 12 ? until.hour : until.hour % 12 + 12 * found.get(Slot.HALF);
                until.halfKnown = true;
                until.halfStated = true;
            } else if (found.has(Slot.PART)) {
                ClockMeanings.intoPart(from, Seasons.partCode(found.get(Slot.PART)));
                ClockMeanings.intoPart(until, Seasons.partCode(found.get(Slot.PART)));
            }
        }
        if (until == null || until.hour == OPEN || from.hour > 24 || until.hour > 24) {
            return null;
        }
        return between(from, until);
    }

    /** The period between two ends; null where they do not go together. */
    static Value between(Value first, Value last) {
        if (first.shape == Shape.INTERVAL
                || last.shape == Shape.INTERVAL
                || first.shape == Shape.DURATION
                || last.shape == Shape.DURATION
                || ((first.shape == Shape.NONE) != (last.shape == Shape.NONE) && !first.hasTime() && !last.hasTime())) {
            return null;
        }
        Value from = first.copy();
        Value to = last.copy();
        if (from.isWhole() && from.daysFromLast == 0 && to.daysFromLast != 0) {
            // The date that the text named last is the one before it.
            LocalDate day = from.date().plusDays(to.daysFromLast);
            to.year = day.getYear();
            to.month = day.getMonthValue();
            to.day = day.getDayOfMonth();
            to.anchored = from.anchored;
            to.daysFromLast = 0;
        }
        // A time of another day says nothing of the half of this one.
        if (!from.isWhole() || !to.isWhole() || from.date().equals(to.date())) {
            fillHalf(from, to);
        }
        fillYear(from, to);
        if (from.isWhole() && to.shape == Shape.WEEKDAY) {
            LocalDate day = from.date().with(TemporalAdjusters.next(DayOfWeek.of(to.number)));
            to.shape = Shape.DAY;
            to.year = day.getYear();
            to.month = day.getMonthValue();
            to.day = day.getDayOfMonth();
            to.anchored = from.anchored;
        }
        if (from.shape != Shape.NONE && to.shape == Shape.NONE) {
            if (!from.hasTime() || !from.isDay()) {
                return null;
            }
            Value end = ClockMeanings.with(withoutTime(from), to, to.hour == OPEN ? to.part : null);
            return end == null ? null : Value.interval(from, end);
        }
        if (from.shape == Shape.NONE) {
            if (to.shape != Shape.NONE) {
                if (!to.hasTime() || !to.isDay()) {
                    return null;
                }
                Value start = ClockMeanings.with(withoutTime(to), from, from.hour == OPEN ? from.part : null);
                return start == null ? null : Value.interval(start, to);
            }
        }
        return isBackwards(from, to) ? null : Value.interval(from, to);
    }

    private static Value withoutTime(Value value) {
        Value day = value.copy();
        day.hour = OPEN;
        day.minute = OPEN;
        day.second = OPEN;
        day.part = null;
        return day;
    }

    /** 5 to 6 pm: 5 pm, too; but 11 to 3 pm: 11 am. 11 am to 3: 3 pm. 7 to 23 is told in 24 hours. */
    private static void fillHalf(Value from, Value to) {
        if (from.hour == OPEN || to.hour == OPEN || from.isOf24Hours() || to.isOf24Hours()) {
            return;
        }
        if (to.halfStated && !from.halfKnown && to.hour >= 12 && from.hour < 12 && minutes(from) + 720 < minutes(to)) {
            from.hour += 12;
            from.halfKnown = true;
        } else if (from.halfKnown && !to.halfKnown && from.hour < 12 && to.hour < 12 && minutes(to) <= minutes(from)) {
            to.hour += 12;
            to.halfKnown = true;
        } else if (to.halfKnown && !from.halfKnown && to.hour < from.hour && from.hour < 12 && to.hour < 6) {
            // 11 to 3 am: through the night.
            from.hour += 12;
            from.halfKnown = true;
        } else if (to.halfKnown && !from.halfKnown && from.hour == 12 && to.hour < 12) {
            from.hour = 0;
            from.halfKnown = true;
        } else if (from.halfKnown && from.hour >= 12 && !to.halfKnown && to.hour < 12 && to.hour + 12 > from.hour) {
            to.hour += 12;
            to.halfKnown = true;
        } else if (!from.halfKnown && !to.halfKnown && from.hour > to.hour && to.hour < 12 && from.hour <= 12) {
            to.hour += from.hour == 12 && to.hour == 12 ? 0 : 12;
        }
    }

    private static int minutes(Value time) {
        return 60 * time.hour + Math.max(0, time.minute);
    }

    private static void fillYear(Value from, Value to) {
        if (!from.hasYear() || !to.hasYear()) {
            return;
        }
        if (!from.yearStated && to.year != OPEN && (to.yearStated || from.year == OPEN) && !sameOpen(from)) {
            from.year = to.year;
            from.anchored = to.anchored;
            if (order(from) > order(to) && order(to) > 0) {
                from.year--;
            }
        } else if (!to.yearStated && from.year != OPEN && (from.yearStated || to.year == OPEN) && !sameOpen(to)) {
            to.year = from.year;
            to.anchored = from.anchored;
            if (order(from) > order(to) && order(from) > 0) {
                to.year++;
            }
        }
    }

    /** A year that is no more than open itself can't be told by the other end. */
    private static boolean sameOpen(Value value) {
        return value.shape == Shape.YEAR || value.shape == Shape.FISCAL_YEAR;
    }

    /** Its place in the year; 0 where it is of no use. */
    private static int order(Value value) {
        return switch (value.shape) {
            case DAY -> value.month == OPEN ? 0 : 100 * value.month + Math.max(0, value.day);
            case MONTH -> value.month == OPEN ? 0 : 100 * value.month;
            case QUARTER -> 100 * (3 * value.number - 2);
            default -> 0;
        };
    }

    private static boolean isBackwards(Value from, Value to) {
        if (from.shape == Shape.YEAR && to.shape == Shape.YEAR) {
            return from.year == OPEN || to.year == OPEN || from.year >= to.year;
        }
        if (from.isWhole() && to.isWhole()) {
            return from.date().isAfter(to.date()) || (from.date().equals(to.date()) && from.hour == OPEN);
        }
        return from.shape == to.shape && from.timex().equals(to.timex());
    }

    /** From a time on: for a length of hours that is no longer than a day, or for days. */
    static Value until(Value start, Length length) {
        if (start.isWhole() && length.isWholeDays()) {
            LocalDate day = length.from(start.date(), 1);
            if (day == null) {
                return null;
            }
            Value end = start.copy();
            end.year = day.getYear();
            end.month = day.getMonthValue();
            end.day = day.getDayOfMonth();
            return Value.interval(start, end);
        }
        int minutes = minutes(start);
        for (Length.Part part : length.parts()) {
            if (part.amount() == null || part.amount().compareTo(BigDecimal.valueOf(MINUTES_A_DAY)) > 0) {
                return null;
            }
            BigDecimal factor = switch (part.unit()) {
                case HOUR -> BigDecimal.valueOf(60);
                case MINUTE -> BigDecimal.ONE;
                default -> BigDecimal.ZERO;
            };
            if (factor.signum() == 0) {
                return null;
            }
            minutes += part.amount().multiply(factor).intValue();
        }
        Value end = start.copy();
        if (minutes >= MINUTES_A_DAY) {
            if ((start.shape != Shape.NONE && !start.isWhole()) || minutes >= 2 * MINUTES_A_DAY) {
                return null;
            }
            if (start.isWhole()) {
                Value next = Value.day(start.date().plusDays(1));
                end.year = next.year;
                end.month = next.month;
                end.day = next.day;
            }
            minutes -= MINUTES_A_DAY;
        }
        end.hour = minutes / 60;
        end.minute = minutes % 60 == 0 && start.minute == OPEN ? OPEN : minutes % 60;
        return Value.interval(start, end);
    }
}
