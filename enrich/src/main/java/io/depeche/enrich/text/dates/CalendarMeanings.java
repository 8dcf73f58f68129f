// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import static io.depeche.enrich.text.dates.Value.OPEN;

import io.depeche.enrich.text.dates.Meanings.Arguments;
import io.depeche.enrich.text.dates.Value.Shape;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;

/**
 * Days and periods of the calendar.
 *
 * <ul>
 *   <li>{@code date}: what day, month, year and weekday make, as far as they are there.
 *   <li>{@code week}, {@code quarter}, {@code half}, {@code season}, {@code fiscal-year}, {@code year}: of the year that
 *       the rule has, else of an open one; {@code fiscal-year -1} the last one; {@code quarter 3} the third one, else that of {@code
 * {digit}},
 *       {@code {ordinal}} or {@code {n}}; {@code year 1500} none before that year, for 1000 is a number rather.
 *   <li>{@code decade}, {@code century}.
 *   <li>{@code holiday}: of the year that the rule has, else of an open one, or of this one, if it moves.
 *   <li>{@code of}: what the slots name within the period found before: the weekday of a week, the month of a year.
 *   <li>{@code first}, {@code last}: so many days, weeks, months … at the begin or the end of a period.
 *   <li>{@code nth}: the nth weekday, day, week, month … of a period; {@code nth -1} the last one.
 *   <li>{@code week-of}: the week, or {@code week-of weekend} the weekend, that a day lies in.
 *   <li>{@code value XXXX-WXX}: that, in which X is what the text leaves open.
 *   <li>{@code same}: what was found before, whatever is around it.
 *   <li>{@code next-day}: another day of the month found last; {@code next-year}: another year.
 *   <li>{@code none}: no date at all; what the pattern matches is none.
 * </ul>
 */
final class CalendarMeanings {

    private CalendarMeanings() {}

    static Map<String, Function<Arguments, Meaning>> byName() {
        return Map.ofEntries(
                Map.entry("date", arguments -> CalendarMeanings::date),
                Map.entry("week", arguments -> (found, issue) -> numbered(found, issue, Shape.WEEK, OPEN, 53)),
                Map.entry("quarter", arguments -> {
                    int number = arguments.number(OPEN);
                    return (found, issue) -> numbered(found, issue, Shape.QUARTER, number, 4);
                }),
                Map.entry("half", arguments -> {
                    int number = arguments.number(OPEN);
                    return (found, issue) -> numbered(found, issue, Shape.HALF, number, 2);
                }),
                Map.entry("season", arguments -> CalendarMeanings::season),
                Map.entry("fiscal-year", arguments -> {
                    int offset = arguments.number(OPEN);
                    return (found, issue) ->
                            offset == OPEN ? year(found, Shape.FISCAL_YEAR) : fiscalYear(issue, offset);
                }),
                Map.entry("year", arguments -> {
                    int least = arguments.number(0);
                    return (found, issue) -> found.get(Slot.YEAR, OPEN) < least ? null : year(found, Shape.YEAR);
                }),
                Map.entry("decade", arguments -> {
                    int century = arguments.number(OPEN);
                    int decade = arguments.number(OPEN);
                    return (found, issue) -> decade(found, century, decade);
                }),
                Map.entry("century", arguments -> CalendarMeanings::century),
                Map.entry("holiday", arguments -> CalendarMeanings::holiday),
                Map.entry("of", arguments -> CalendarMeanings::within),
                Map.entry("nth", arguments -> {
                    int nth = arguments.number(0);
                    TimeUnit unit = arguments.unit();
                    return (found, issue) -> nth(found, nth, unit);
                }),
                Map.entry("first", arguments -> (found, issue) -> several(found, 1)),
                Map.entry("last", arguments -> (found, issue) -> several(found, -1)),
                Map.entry("week-of", arguments -> {
                    TimeUnit unit = arguments.more() ? arguments.unit() : TimeUnit.WEEK;
                    return (found, issue) -> weekOf(found, unit);
                }),
                Map.entry("value", arguments -> {
                    String text = arguments.word();
                    return (found, issue) -> Value.text(Shape.REFERENCE, text);
                }),
                Map.entry("same", arguments -> (found, issue) -> found.value(0)),
                Map.entry("next-day", arguments -> CalendarMeanings::nextDay),
                Map.entry("next-year", arguments -> CalendarMeanings::nextYear),
                Map.entry("none", arguments -> (found, issue) -> Value.of(Shape.NOTHING)));
    }

    /** The year that the rule has, in its slots or in the period found before; {@link Value#OPEN} where it has none. */
    static int year(Found found) {
        int year = found.get(Slot.YEAR);
        if (year != Found.NONE && year != OPEN) {
            return year;
        }
        int shortYear = found.get(Slot.SHORT_YEAR);
        if (shortYear != Found.NONE) {
            return fourDigits(shortYear);
        }
        Value before = found.value(0);
        return before != null && before.hasYear() ? before.year : OPEN;
    }

    /** Two digits are of the hundred years up to 2049. */
    static int fourDigits(int shortYear) {
        return shortYear < 50 ? 2000 + shortYear : 1900 + shortYear;
    }

    private static Value told(Value value, Found found) {
        if (value == null) {
            return null;
        }
        Value before = found.value(0);
        value.anchored |= before != null && before.anchored;
        value.yearStated |= value.year != OPEN && !value.anchored;
        return value;
    }

    /** The day, month or year; with its time where that stands in between: Wed Oct 26 15:50:06 2016. */
    private static Value date(Found found, Anchor issue) {
        Value date = day(found, issue);
        return date == null || !found.has(Slot.HOUR) ? date : ClockMeanings.with(date, ClockMeanings.time(found), null);
    }

    private static Value day(Found found, Anchor issue) {
        int year = year(found);
        int month = found.get(Slot.MONTH, OPEN);
        int day = found.get(Slot.DAY, OPEN);
        int weekday = found.get(Slot.WEEKDAY, OPEN);
        if (day == OPEN) {
            if (month != OPEN) {
                return told(Value.month(year, month), found);
            }
            return weekday == OPEN ? year(found, Shape.YEAR) : Value.numbered(Shape.WEEKDAY, OPEN, weekday);
        }
        if (month == OPEN) {
            return openMonth(day, weekday, issue);
        }
        if (!Days.exists(year, month, day)) {
            // Not even its month is meant: 31 February.
            return Value.of(Shape.NOTHING);
        }
        return year == OPEN ? issue.dayOfMonth(month, day, weekday) : told(Value.day(year, month, day), found);
    }

    /** "Monday the 21st": of the month of issue, or the one before or behind, if it is a Monday in one of them only. */
    private static Value openMonth(int day, int weekday, Anchor issue) {
        YearMonth month = issue.month();
        LocalDate only = null;
        if (month != null && weekday != OPEN) {
            for (int offset = -1; offset <= 1; offset++) {
                YearMonth near = month.plusMonths(offset);
                if (Days.exists(near.getYear(), near.getMonthValue(), day)
                        && near.atDay(day).getDayOfWeek().getValue() == weekday) {
                    if (only != null) {
                        return Value.day(OPEN, OPEN, day);
                    }
                    only = near.atDay(day);
                }
            }
        }
        return only == null ? Value.day(OPEN, OPEN, day) : Value.day(only).anchored();
    }

    private static Value numbered(Found found, Anchor issue, Shape shape, int stated, int most) {
        int number = stated == OPEN ? count(found) : stated;
        if (number < 1 || number > most) {
            return null;
        }
        int year = year(found);
        if (shape == Shape.WEEK && year == OPEN && issue.year() != OPEN) {
            return Value.numbered(shape, issue.year(), number).anchored();
        }
        return told(Value.numbered(shape, year, number), found);
    }

    private static int count(Found found) {
        if (found.has(Slot.DIGIT)) {
            return found.get(Slot.DIGIT);
        }
        if (found.has(Slot.ORDINAL)) {
            return found.get(Slot.ORDINAL);
        }
        return found.get(Slot.N, OPEN);
    }

    private static Value season(Found found, Anchor issue) {
        Value season = Value.text(Shape.SEASON, Seasons.code(found.get(Slot.SEASON)));
        season.year = year(found);
        return told(season, found);
    }

    private static Value year(Found found, Shape shape) {
        Value value = Value.of(shape);
        value.year = year(found);
        return told(value, found);
    }

    private static Value fiscalYear(Anchor issue, int offset) {
        Value value = Value.of(Shape.FISCAL_YEAR);
        value.year = issue.year() == OPEN ? OPEN : issue.year() + offset;
        return value.anchored();
    }

    private static Value decade(Found found, int century, int decade) {
        int tens = decade == OPEN ? found.get(Slot.SHORT_DECADE, OPEN) : decade;
        if (found.has(Slot.DECADE)) {
            return Value.numbered(Shape.DECADE, OPEN, found.get(Slot.DECADE) / 10);
        }
        if (tens == OPEN) {
            return null;
        }
        if (century != OPEN && century != 0) {
            return Value.numbered(Shape.DECADE, OPEN, 10 * century + tens / 10);
        }
        // "The 20s" may be of any century still; the others are told of the last one.
        return tens < 30 ? openDecade(tens) : Value.numbered(Shape.DECADE, OPEN, 190 + tens / 10);
    }

    private static Value openDecade(int tens) {
        Value value = Value.of(Shape.DECADE);
        value.month = tens / 10;
        return value;
    }

    private static Value century(Found found, Anchor issue) {
        int number = count(found);
        return number < 1 || number > 99 ? null : Value.numbered(Shape.CENTURY, OPEN, number - 1);
    }

    private static Value holiday(Found found, Anchor issue) {
        Holiday holiday = Holiday.of(found.get(Slot.HOLIDAY));
        int year = year(found);
        if (year != OPEN) {
            return told(Value.day(holiday.in(year)), found);
        }
        if (!holiday.isFixed()) {
            return issue.year() == OPEN
                    ? Value.day(OPEN, holiday.month(), OPEN).anchored()
                    : Value.day(holiday.in(issue.year())).anchored();
        }
        return Value.day(OPEN, holiday.month(), holiday.day());
    }

    private static Value within(Found found, Anchor issue) {
        Value period = found.value(0);
        if (found.has(Slot.HOLIDAY)) {
            return holiday(found, issue);
        }
        if (found.has(Slot.SEASON)) {
            return season(found, issue);
        }
        if (found.has(Slot.MONTH)) {
            return date(found, issue);
        }
        if (found.has(Slot.WEEKDAY) && period.shape == Shape.WEEK) {
            LocalDate monday = period.firstDay();
            Value day = monday == null
                    ? Value.numbered(Shape.WEEKDAY, OPEN, found.get(Slot.WEEKDAY))
                    : Value.day(monday.plusDays(found.get(Slot.WEEKDAY) - 1L));
            day.part = found.has(Slot.PART) ? Seasons.partCode(found.get(Slot.PART)) : null;
            return told(day, found);
        }
        if (found.has(Slot.DAY) && period.shape == Shape.MONTH) {
            int day = found.get(Slot.DAY);
            if (period.month != OPEN && !Days.exists(period.year, period.month, day)) {
                return null;
            }
            return told(Value.day(period.year, period.month, day), found);
        }
        return null;
    }

    private static Value nth(Found found, int stated, TimeUnit statedUnit) {
        Value period = found.value(0);
        int nth = stated == 0 ? found.get(Slot.ORDINAL, 0) : stated;
        if (nth == 0 || period == null || nth > 366) {
            return null;
        }
        if (found.has(Slot.WEEKDAY)) {
            Value day = nthWeekday(period, found.get(Slot.WEEKDAY), nth);
            if (day != null && found.has(Slot.PART)) {
                day.part = Seasons.partCode(found.get(Slot.PART));
            }
            return day;
        }
        TimeUnit unit = statedUnit == null ? found.unit() : statedUnit;
        return unit == null ? null : told(nthUnit(period, unit, nth), found);
    }

    private static Value nthWeekday(Value period, int weekday, int nth) {
        if (period.shape == Shape.MONTH && period.month != OPEN) {
            if (period.year != OPEN) {
                LocalDate day = Days.nthWeekday(period.year, period.month, weekday, nth);
                Value value = day == null ? null : Value.day(day);
                if (value != null) {
                    value.anchored = period.anchored;
                    value.yearStated = period.yearStated;
                }
                return value;
            }
            if (nth < 0 || nth > 5) {
                return null;
            }
            Value value = Value.of(Shape.NTH_WEEKDAY);
            value.month = period.month;
            value.day = weekday;
            value.number = nth;
            return value;
        }
        return null;
    }

    private static Value nthUnit(Value period, TimeUnit unit, int nth) {
        switch (unit) {
            case QUARTER, HALF_YEAR -> {
                int most = unit == TimeUnit.QUARTER ? 4 : 2;
                int number = nth < 0 ? most + 1 + nth : nth;
                boolean fits = period.shape == Shape.YEAR && number >= 1 && number <= most;
                Shape shape = unit == TimeUnit.QUARTER ? Shape.QUARTER : Shape.HALF;
                return fits ? Value.numbered(shape, period.year, number) : null;
            }
            case MONTH -> {
                return nthMonth(period, nth);
            }
            case WEEK -> {
                return nthWeek(period, nth);
            }
            case WEEKEND -> {
                Value week = nthWeek(period, nth);
                return week == null ? null : Value.numbered(Shape.WEEKEND, week.year, week.number);
            }
            case DAY, NIGHT -> {
                LocalDate first = period.firstDay();
                LocalDate behind = first == null ? null : behind(period, first);
                if (behind == null) {
                    return null;
                }
                LocalDate day = nth > 0 ? first.plusDays(nth - 1L) : behind.plusDays(nth);
                return day.isBefore(first) || !day.isBefore(behind) ? null : Value.day(day);
            }
            default -> {
                return null;
            }
        }
    }

    private static Value nthMonth(Value period, int nth) {
        int months = switch (period.shape) {
            case YEAR -> 12;
            case HALF -> 6;
            case QUARTER -> 3;
            default -> 0;
        };
        int number = nth < 0 ? months + 1 + nth : nth;
        if (number < 1 || number > months) {
            return null;
        }
        int first = period.shape == Shape.YEAR ? 0 : months * (period.number - 1);
        return period.shape != Shape.YEAR && period.number == OPEN ? null : Value.month(period.year, first + number);
    }

    /** The first week of a month or year is that with its first Thursday, as in ISO 8601. */
    private static Value nthWeek(Value period, int nth) {
        LocalDate first = period.firstDay();
        if (first == null || period.shape == Shape.WEEK || period.shape == Shape.DAY) {
            return period.shape == Shape.MONTH && period.month != OPEN
                    ? Value.text(
                            Shape.REFERENCE,
                            "XXXX-" + (period.month < 10 ? "0" : "") + period.month + "-W"
                                    + (nth < 0 ? "05" : "0" + nth))
                    : null;
        }
        LocalDate behind = behind(period, first);
        LocalDate thursday = nth > 0
                ? first.with(java.time.temporal.TemporalAdjusters.nextOrSame(java.time.DayOfWeek.THURSDAY))
                        .plusWeeks(nth - 1L)
                : behind.with(java.time.temporal.TemporalAdjusters.previous(java.time.DayOfWeek.THURSDAY))
                        .plusWeeks(nth + 1L);
        return thursday.isBefore(first) || !thursday.isBefore(behind) ? null : Value.weekOf(thursday, Shape.WEEK);
    }

    /** The first nine months of 2021; null where there are not so many in it, or only one. */
    private static Value several(Found found, int sign) {
        Value period = found.value(0);
        int count = found.get(Slot.N, 0);
        TimeUnit unit = found.unit();
        if (period == null || unit == null || count < 2 || count > 366) {
            return null;
        }
        Value outer = nthUnit(period, unit, sign);
        Value inner = nthUnit(period, unit, sign * count);
        if (outer == null || inner == null || outer.shape == Shape.REFERENCE) {
            return null;
        }
        Value first = told(sign > 0 ? outer : inner, found);
        return Value.interval(first, told(sign > 0 ? inner : outer, found));
    }

    private static LocalDate behind(Value period, LocalDate first) {
        return switch (period.shape) {
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case HALF -> first.plusMonths(6);
            case YEAR -> first.plusYears(1);
            default -> null;
        };
    }

    private static Value weekOf(Found found, TimeUnit unit) {
        Value day = found.value(0);
        Shape shape = unit == TimeUnit.WEEKEND ? Shape.WEEKEND : Shape.WEEK;
        if (day == null || !day.isDay()) {
            return null;
        }
        return told(day.isWhole() ? Value.weekOf(day.date(), shape) : Value.numbered(shape, OPEN, OPEN), found);
    }

    private static Value nextDay(Found found, Anchor issue) {
        Value last = found.last;
        int day = found.get(Slot.DAY);
        if (last == null || last.shape != Shape.DAY || last.month == OPEN || day <= last.day) {
            return null;
        }
        int year = found.has(Slot.YEAR) ? found.get(Slot.YEAR) : last.year;
        if (!Days.exists(year, last.month, day)) {
            return null;
        }
        Value value = Value.day(year, last.month, day);
        value.anchored = last.anchored && !found.has(Slot.YEAR);
        return value;
    }

    private static Value nextYear(Found found, Anchor issue) {
        boolean goesOn = found.last != null && found.last.shape == Shape.YEAR;
        return goesOn ? Value.year(found.get(Slot.YEAR)).stated() : null;
    }
}
