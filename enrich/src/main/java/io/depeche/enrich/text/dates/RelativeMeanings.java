// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import static io.depeche.enrich.text.dates.Value.OPEN;

import io.depeche.enrich.text.dates.Meanings.Arguments;
import io.depeche.enrich.text.dates.Value.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;

/**
 * Dates relative to the date of issue, or to another one.
 *
 * <ul>
 *   <li>{@code shift -1 day}: so far from the date of issue, or from the date in the rule; {@code shift -} and {@code
 *       shift +} by the length in the rule.
 *   <li>{@code unit -1 week}: the unit of the calendar so many before or behind this one; without a name that of
 *       {@code {unit}}.
 *   <li>{@code relative +1}: of the weekday in the rule, that of next week; of the part of the day, that of tomorrow.
 *   <li>{@code nearest -1}: the last weekday, month, season or feast before the date of issue; {@code nearest +1} the
 *       next; {@code nearest 0} that of the same week or year.
 *   <li>{@code window +}, {@code window -}: the length in the rule from the day behind that of issue on, or up to it;
 *       {@code window within} from the day of issue on; {@code window + day} of so many days. Hours and minutes from the
 *       time of issue on, where that is known.
 *   <li>{@code rest}: from the day of issue to the end of this {@code {unit}}.
 *   <li>{@code context -1}: so many days from the date that the text named last; {@code context +} and {@code context -}
 *       by the length in the rule.
 *   <li>{@code ref PAST_REF}: as TIMEX3 has it.
 * </ul>
 */
final class RelativeMeanings {

    private RelativeMeanings() {}

    static Map<String, Function<Arguments, Meaning>> byName() {
        return Map.of(
                "shift", RelativeMeanings::shift,
                "unit",
                        arguments -> {
                            int offset = arguments.number(0);
                            TimeUnit stated = arguments.unit();
                            return (found, issue) -> {
                                TimeUnit unit = stated == null ? found.unit() : stated;
                                // "The last day" is that of something, "the next day" that after another.
                                boolean ofOther = stated == null
                                        && offset != 0
                                        && (unit == TimeUnit.DAY || unit == TimeUnit.NIGHT);
                                if (unit == null || ofOther) {
                                    return null;
                                }
                                // "The next fortnight" and "the next hour" begin now: the calendar has none.
                                boolean fromNow = unit == TimeUnit.FORTNIGHT || unit == TimeUnit.HOUR;
                                return fromNow && offset != 0
                                        ? issue.window(Length.of(BigDecimal.ONE, unit), offset, false)
                                        : issue.unit(unit, offset);
                            };
                        },
                "relative",
                        arguments -> {
                            int offset = arguments.number(0);
                            return (found, issue) -> relative(found, issue, offset);
                        },
                "nearest",
                        arguments -> {
                            int direction = arguments.number(0);
                            return (found, issue) -> nearest(found, issue, direction);
                        },
                "window",
                        arguments -> {
                            String word = arguments.word();
                            boolean fromToday = word.equals("within");
                            int sign = fromToday ? 1 : sign(word);
                            TimeUnit stated = arguments.unit();
                            return (found, issue) -> {
                                Length length = stated == null ? length(found) : length(found, stated);
                                return length == null || length.parts().get(0).amount() == null
                                        ? openWindow(length)
                                        : issue.window(length, sign, fromToday);
                            };
                        },
                "rest", arguments -> RelativeMeanings::rest,
                "context", RelativeMeanings::context,
                "ref",
                        arguments -> {
                            String reference = arguments.word();
                            return (found, issue) -> Value.text(Shape.REFERENCE, reference);
                        });
    }

    private static int sign(String word) {
        return switch (word) {
            case "+" -> 1;
            case "-" -> -1;
            default -> throw new IllegalArgumentException("expected + or -, got \"" + word + "\"");
        };
    }

    private static Value rest(Found found, Anchor issue) {
        Value unit = found.unit() == null ? null : issue.unit(found.unit(), 0);
        LocalDate first = unit == null || issue.day() == null ? null : unit.firstDay();
        if (first == null) {
            return null;
        }
        if (unit.isDay()) {
            return issue.restOfDay();
        }
        LocalDate last = first.plus(1, found.unit().chrono()).minusDays(1);
        return Value.interval(Value.day(issue.day()), Value.day(last)).anchored();
    }

    private static Value openWindow(Length length) {
        return length == null ? null : Value.duration(length).anchored();
    }

    /** The length that the rule has: one found before, or a number and a unit. */
    static Length length(Found found) {
        for (int i = 0; found.value(i) != null; i++) {
            if (found.value(i).shape == Shape.DURATION) {
                return found.value(i).length;
            }
        }
        return found.has(Slot.UNIT) ? length(found, found.unit()) : null;
    }

    private static Length length(Found found, TimeUnit unit) {
        boolean stated = found.has(Slot.N);
        return Length.of(stated ? found.amount() : BigDecimal.ONE, unit);
    }

    private static Value base(Found found) {
        for (int i = 0; found.value(i) != null; i++) {
            if (found.value(i).shape != Shape.DURATION) {
                return found.value(i);
            }
        }
        return null;
    }

    private static Meaning shift(Arguments arguments) {
        String first = arguments.word();
        if (first.equals("+") || first.equals("-")) {
            int sign = sign(first);
            return (found, issue) -> shifted(found, issue, length(found), sign);
        }
        int amount = Integer.parseInt(first);
        TimeUnit stated = arguments.unit();
        return (found, issue) -> {
            TimeUnit unit = stated == null ? found.unit() : stated;
            return shifted(found, issue, Length.of(BigDecimal.valueOf(Math.abs(amount)), unit), amount < 0 ? -1 : 1);
        };
    }

    private static Value shifted(Found found, Anchor issue, Length length, int sign) {
        if (length == null) {
            return null;
        }
        Value base = base(found);
        if (base == null) {
            return issue.moved(length, sign);
        }
        if (base.isWhole() && length.isWholeDays()) {
            LocalDate moved = length.from(base.date(), sign);
            if (moved == null) {
                return null;
            }
            Value value = Value.day(moved);
            value.anchored = base.anchored;
            value.hour = base.hour;
            value.minute = base.minute;
            value.part = base.part;
            return value;
        }
        if (base.daysFromLast != 0 || base.shape == Shape.REFERENCE) {
            return null;
        }
        LocalDate first = base.firstDay();
        if (base.shape == Shape.YEAR && length.isWholeYears() && first != null) {
            LocalDate moved = length.from(first, sign);
            Value value = moved == null ? null : Value.year(moved.getYear());
            return value == null ? null : base.anchored ? value.anchored() : value;
        }
        if (base.shape == Shape.MONTH && length.isWholeMonths() && first != null) {
            LocalDate moved = length.from(first, sign);
            Value value = moved == null ? null : Value.month(moved.getYear(), moved.getMonthValue());
            return value == null ? null : base.anchored ? value.anchored() : value;
        }
        if (!base.isDay() || !length.isWholeDays()) {
            return null;
        }
        boolean yearOnly = base.shape == Shape.DAY && base.month != OPEN && base.day != OPEN;
        return yearOnly ? inOpenYear(base, length, sign) : Value.day(OPEN, OPEN, OPEN);
    }

    /** Three days after 12 January is 15 January of the same open year; what February decides stays open. */
    private static Value inOpenYear(Value base, Length length, int sign) {
        int common = 2001;
        int leap = 2004;
        if (!Days.exists(common, base.month, base.day)) {
            return Value.day(OPEN, OPEN, OPEN);
        }
        LocalDate one = length.from(LocalDate.of(common, base.month, base.day), sign);
        LocalDate other = length.from(LocalDate.of(leap, base.month, base.day), sign);
        boolean same = one != null
                && other != null
                && one.getMonthValue() == other.getMonthValue()
                && one.getDayOfMonth() == other.getDayOfMonth();
        return same ? Value.day(OPEN, one.getMonthValue(), one.getDayOfMonth()) : Value.day(OPEN, OPEN, OPEN);
    }

    private static Value relative(Found found, Anchor issue, int offset) {
        if (found.has(Slot.WEEKDAY)) {
            int weekday = found.get(Slot.WEEKDAY);
            if (issue.day() == null) {
                return Value.numbered(Shape.WEEKDAY, OPEN, weekday).anchored();
            }
            LocalDate day = issue.day();
            return Value.day(day.plusDays(weekday - day.getDayOfWeek().getValue() + 7L * offset))
                    .anchored();
        }
        if (found.has(Slot.PART)) {
            Value day = issue.unit(TimeUnit.DAY, offset);
            day.part = Seasons.partCode(found.get(Slot.PART));
            return day;
        }
        return nearest(found, issue, offset);
    }

    private static Value nearest(Found found, Anchor issue, int direction) {
        if (found.has(Slot.WEEKDAY)) {
            return nearestWeekday(found, issue, direction);
        }
        if (found.has(Slot.SEASON)) {
            int season = found.get(Slot.SEASON);
            Value value = Value.text(Shape.SEASON, Seasons.code(season));
            value.year = year(issue, Seasons.firstMonth(season), OPEN, direction);
            return value.anchored();
        }
        if (found.has(Slot.HOLIDAY)) {
            Holiday holiday = Holiday.of(found.get(Slot.HOLIDAY));
            int year = year(issue, holiday.month(), holiday.isFixed() ? holiday.day() : OPEN, direction);
            return (year == OPEN
                            ? Value.day(OPEN, holiday.month(), holiday.isFixed() ? holiday.day() : OPEN)
                            : Value.day(holiday.in(year)))
                    .anchored();
        }
        if (!found.has(Slot.MONTH)) {
            return null;
        }
        int month = found.get(Slot.MONTH);
        int year = year(issue, month, found.get(Slot.DAY, OPEN), direction);
        if (!found.has(Slot.DAY)) {
            return Value.month(year, month).anchored();
        }
        return Days.exists(year, month, found.get(Slot.DAY))
                ? Value.day(year, month, found.get(Slot.DAY)).anchored()
                : null;
    }

    private static Value nearestWeekday(Found found, Anchor issue, int direction) {
        int weekday = found.get(Slot.WEEKDAY);
        int dayOfMonth = found.get(Slot.DAY, OPEN);
        LocalDate day = issue.day();
        if (day == null) {
            Value open = dayOfMonth == OPEN
                    ? Value.numbered(Shape.WEEKDAY, OPEN, weekday)
                    : Value.day(OPEN, OPEN, dayOfMonth);
            return open.anchored();
        }
        int distance = weekday - day.getDayOfWeek().getValue();
        if (direction > 0 && distance <= 0) {
            distance += 7;
        } else if (direction < 0 && distance >= 0) {
            distance -= 7;
        }
        LocalDate near = day.plusDays(distance);
        if (dayOfMonth != OPEN && near.getDayOfMonth() != dayOfMonth) {
            return null;
        }
        return Value.day(near).anchored();
    }

    /** The year of the next or last such month, or of such a day of it. */
    private static int year(Anchor issue, int month, int day, int direction) {
        YearMonth here = issue.month();
        if (direction == 0) {
            return issue.year();
        }
        if (here == null) {
            return OPEN;
        }
        int distance = month - here.getMonthValue();
        if (distance == 0 && day != OPEN) {
            // "20 May last" in a text of some day of May is of that May.
            distance = issue.day() == null ? direction : day - issue.day().getDayOfMonth();
        }
        if (direction > 0) {
            return distance > 0 ? here.getYear() : here.getYear() + 1;
        }
        return distance < 0 ? here.getYear() : here.getYear() - 1;
    }

    private static Meaning context(Arguments arguments) {
        String first = arguments.word();
        if (first.equals("+") || first.equals("-")) {
            int sign = sign(first);
            return (found, issue) -> contextual(length(found), sign);
        }
        int days = Integer.parseInt(first);
        return (found, issue) -> fromLast(days);
    }

    private static Value contextual(Length length, int sign) {
        int count = length == null ? -1 : length.whole();
        boolean days = count > 0
                && count < 1000
                && (length.unit() == TimeUnit.DAY || length.unit() == TimeUnit.WEEK || length.unit() == TimeUnit.NIGHT);
        if (!days) {
            return null;
        }
        Value value = fromLast(sign * count * (length.unit() == TimeUnit.WEEK ? 7 : 1));
        value.length = length;
        return value;
    }

    private static Value fromLast(int days) {
        Value value = Value.day(OPEN, OPEN, OPEN);
        value.daysFromLast = days;
        return value;
    }
}
