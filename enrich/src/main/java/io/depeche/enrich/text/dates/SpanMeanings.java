// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import static io.depeche.enrich.text.dates.Value.OPEN;

import io.depeche.enrich.text.dates.Meanings.Arguments;
import io.depeche.enrich.text.dates.Value.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

/**
 * Lengths of time, recurring times, and periods from one date to another.
 *
 * <ul>
 *   <li>{@code length}: {@code {n}} of {@code {unit}}; {@code length 1} one of it, {@code length 1 day} one day, {@code
 *       length + 0.5} half a unit more than {@code {n}}, {@code length X} an open number of it.
 *   <li>{@code sum}: the lengths found before, together.
 *   <li>{@code every}: each unit, weekday, part of the day, month or feast in the rule, every {@code {n}} or {@code
 *       {ordinal}} of them, {@code every 2} every second one, at the time in it; with {@code {frequency}} as that says.
 *   <li>{@code set XXXX-WXX-1}: that, at the time in the rule.
 *   <li>{@code range}: from the first date, time, day, month, year, weekday or hour in the rule to the second.
 *   <li>{@code lasting}: from the date or time in the rule on, as long as the length in it.
 * </ul>
 */
final class SpanMeanings {

    private SpanMeanings() {}

    static Map<String, Function<Arguments, Meaning>> byName() {
        return Map.of(
                "length", SpanMeanings::length,
                "sum", arguments -> (found, issue) -> sum(found),
                "every",
                        arguments -> {
                            int number = arguments.number(1);
                            TimeUnit unit = arguments.unit();
                            return (found, issue) -> every(found, number, unit);
                        },
                "set",
                        arguments -> {
                            String each = arguments.word();
                            return (found, issue) -> {
                                Value time = found.value(0);
                                return Value.text(Shape.SET, time == null ? each : each + time.timex());
                            };
                        },
                "range", arguments -> Ranges::read,
                "lasting", arguments -> (found, issue) -> lasting(found));
    }

    private static Meaning length(Arguments arguments) {
        String first = arguments.word("");
        BigDecimal more = first.equals("+") ? new BigDecimal(arguments.word()) : null;
        boolean open = first.equals("X");
        BigDecimal stated = open || more != null || first.isEmpty() ? null : new BigDecimal(first);
        TimeUnit named = arguments.unit();
        return (found, issue) -> {
            TimeUnit unit = named == null ? found.unit() : named;
            BigDecimal amount =
                    open ? null : stated != null ? stated : found.has(Slot.N) ? found.amount() : BigDecimal.ONE;
            if (more != null) {
                amount = amount == null ? null : amount.add(more);
            }
            boolean known = amount == null || (amount.signum() >= 0 && amount.precision() - amount.scale() < 16);
            return unit == null || !known ? null : Value.duration(Length.of(amount, unit));
        };
    }

    private static Value sum(Found found) {
        Length sum = null;
        for (int i = 0; found.value(i) != null; i++) {
            Length length = found.value(i).length;
            boolean falling = sum == null
                    || length.unit().index()
                            < sum.parts().get(sum.parts().size() - 1).unit().index();
            if (!falling) {
                return null;
            }
            sum = sum == null ? length : sum.plus(length);
        }
        return Value.duration(sum);
    }

    private static Value every(Found found, int stated, TimeUnit named) {
        Value time = found.value(0);
        String at = "";
        if (time != null && time.shape == Shape.NONE) {
            Value within = time.copy();
            if (found.has(Slot.PART) && within.hour != Value.OPEN) {
                ClockMeanings.intoPart(within, Seasons.partCode(found.get(Slot.PART)));
            }
            at = within.timex();
        } else if (time != null && time.shape == Shape.INTERVAL) {
            return null;
        }
        String each = each(found, stated, named, !at.isEmpty());
        return each == null ? null : Value.text(Shape.SET, each + at);
    }

    private static String each(Found found, int stated, TimeUnit named, boolean timed) {
        if (found.has(Slot.FREQUENCY)) {
            String length = Frequencies.timex(found.get(Slot.FREQUENCY));
            return timed && length.equals("P1D") ? "" : length;
        }
        if (found.has(Slot.WEEKDAY)) {
            String part = found.has(Slot.PART) && !timed ? "T" + Seasons.partCode(found.get(Slot.PART)) : "";
            return "XXXX-WXX-" + found.get(Slot.WEEKDAY) + part;
        }
        if (found.has(Slot.PART)) {
            return timed ? "" : "T" + Seasons.partCode(found.get(Slot.PART));
        }
        if (found.has(Slot.SEASON)) {
            return "XXXX-" + Seasons.code(found.get(Slot.SEASON));
        }
        if (found.has(Slot.MONTH)) {
            return Value.month(OPEN, found.get(Slot.MONTH)).timex();
        }
        if (found.has(Slot.HOLIDAY)) {
            Holiday holiday = Holiday.of(found.get(Slot.HOLIDAY));
            return Value.day(OPEN, holiday.month(), holiday.isFixed() ? holiday.day() : OPEN)
                    .timex();
        }
        Value before = found.value(0);
        if (before != null && before.isDay()) {
            return before.year == OPEN ? before.timex() : null;
        }
        TimeUnit unit = named == null ? found.unit() : named;
        if (unit == null) {
            return before != null && before.shape == Shape.DURATION ? before.timex() : null;
        }
        BigDecimal number = found.has(Slot.N)
                ? found.amount()
                : found.has(Slot.ORDINAL) ? BigDecimal.valueOf(found.get(Slot.ORDINAL)) : BigDecimal.valueOf(stated);
        if (unit == TimeUnit.WEEKEND && isOne(number)) {
            return "XXXX-WXX-WE";
        }
        return timed && unit == TimeUnit.DAY && isOne(number)
                ? ""
                : Length.of(number, unit).timex();
    }

    private static boolean isOne(BigDecimal number) {
        return number != null && number.compareTo(BigDecimal.ONE) == 0;
    }

    private static Value lasting(Found found) {
        Value start = null;
        Length length = null;
        for (int i = 0; found.value(i) != null; i++) {
            if (found.value(i).shape == Shape.DURATION) {
                length = found.value(i).length;
            } else {
                start = found.value(i);
            }
        }
        if (start == null && found.has(Slot.HOUR)) {
            start = Value.of(Shape.NONE);
            start.hour = found.get(Slot.HOUR);
        }
        if (start == null || length == null) {
            return null;
        }
        if (start.isWhole() && !start.hasTime() && length.isWholeDays()) {
            LocalDate end = length.from(start.date(), 1);
            Value to = end == null ? null : Value.day(end);
            Value value = to == null ? null : Value.interval(start, to);
            return value;
        }
        return start.hour == OPEN ? null : Ranges.until(start, length);
    }
}
