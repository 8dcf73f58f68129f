// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import static io.depeche.enrich.text.dates.Value.OPEN;

import io.depeche.enrich.text.dates.Meanings.Arguments;
import io.depeche.enrich.text.dates.Value.Shape;
import java.util.Map;
import java.util.function.Function;

/**
 * Times of the day.
 *
 * <ul>
 *   <li>{@code clock}: the hour with its minutes and seconds, in the half or part of the day that the rule has; {@code
 *       clock 12:00} that time; {@code clock EV} in that part of the day.
 *   <li>{@code past 30}: so many minutes past the hour in the rule, else those of {@code {n}} or {@code {minute}};
 *       {@code to 15}: to it.
 *   <li>{@code part}: the part of the day in the rule; {@code part EV} that one.
 *   <li>{@code on}: the time, times or part of the day in the rule, on the day in it; {@code on 0} today, {@code on 0
 *       NI} in the night of today.
 * </ul>
 */
final class ClockMeanings {

    private ClockMeanings() {}

    static Map<String, Function<Arguments, Meaning>> byName() {
        return Map.of(
                "clock",
                        arguments -> {
                            String time = arguments.word("");
                            if (time.isEmpty()) {
                                return (found, issue) -> clock(found, OPEN);
                            }
                            if (time.matches("[A-Z]{2}")) {
                                int part = Seasons.part(time);
                                return (found, issue) -> clock(found, part);
                            }
                            if (!time.matches("[0-2]\\d:[0-5]\\d")) {
                                throw new IllegalArgumentException("expected a time as 12:00, got \"" + time + "\"");
                            }
                            int hour = Integer.parseInt(time.substring(0, 2));
                            int minute = Integer.parseInt(time.substring(3));
                            return (found, issue) -> time(hour, minute == 0 ? OPEN : minute, OPEN, true);
                        },
                "past",
                        arguments -> {
                            int minutes = arguments.number(OPEN);
                            return (found, issue) -> past(found, minutes, 1);
                        },
                "to",
                        arguments -> {
                            int minutes = arguments.number(OPEN);
                            return (found, issue) -> past(found, minutes, -1);
                        },
                "part",
                        arguments -> {
                            String stated = arguments.word("");
                            int part = stated.isEmpty() ? OPEN : Seasons.part(stated);
                            return (found, issue) -> {
                                Value value = Value.of(Shape.NONE);
                                value.part = Seasons.partCode(part == OPEN ? found.get(Slot.PART) : part);
                                return value;
                            };
                        },
                "on",
                        arguments -> {
                            int offset = arguments.number(Found.NONE);
                            int part = arguments.more() ? Seasons.part(arguments.word()) : OPEN;
                            return (found, issue) -> {
                                Value day = offset == Found.NONE ? null : issue.unit(TimeUnit.DAY, offset);
                                return on(found, day, part == OPEN ? found.get(Slot.PART, OPEN) : part);
                            };
                        });
    }

    private static Value time(int hour, int minute, int second, boolean halfKnown) {
        Value value = Value.of(Shape.NONE);
        value.hour = hour;
        value.minute = minute;
        value.second = second;
        value.halfKnown = halfKnown || hour > 12 || hour == 0;
        return value;
    }

    /** The time in the rule's own slots. */
    static Value time(Found found) {
        return time(found.get(Slot.HOUR), found.get(Slot.MINUTE, OPEN), found.get(Slot.SECOND, OPEN), false);
    }

    private static Value clock(Found found, int part) {
        Value before = found.value(0);
        Value value;
        if (before != null && before.hour != OPEN) {
            value = before.copy();
        } else if (found.has(Slot.HOUR)) {
            value = time(found);
        } else {
            return null;
        }
        if (part != OPEN) {
            intoPart(value, Seasons.partCode(part));
        }
        return inHalf(value, found) ? value : null;
    }

    /** Moves the hour into the half or part of the day that the rule has; false where there is no such time. */
    private static boolean inHalf(Value value, Found found) {
        if (found.has(Slot.HALF)) {
            if (value.hour > 12) {
                // "15:00 pm" is said twice; "15:00 am" is nothing.
                return found.get(Slot.HALF) == 1;
            }
            value.hour = value.hour % 12 + 12 * found.get(Slot.HALF);
            value.halfKnown = true;
            value.halfStated = true;
        } else if (found.has(Slot.PART)) {
            intoPart(value, Seasons.partCode(found.get(Slot.PART)));
        }
        return value.hour < 24 || (value.hour == 24 && value.minute <= 0);
    }

    /** Moves an hour that may be of either half of the day into that of a part of the day. */
    static void intoPart(Value value, String part) {
        if (value.hour > 12 || value.halfKnown) {
            return;
        }
        switch (part) {
            case "MO" -> value.hour = value.hour % 12;
            case "MI" -> value.hour = value.hour < 4 ? value.hour + 12 : value.hour;
            case "AF" -> value.hour = value.hour % 12 + 12;
            case "EV" -> value.hour = value.hour == 12 ? 0 : value.hour + 12;
            case "NI" -> value.hour = value.hour == 12 ? 0 : value.hour > 5 ? value.hour + 12 : value.hour;
            default -> {
                return;
            }
        }
        value.halfKnown = true;
        value.halfStated = true;
    }

    private static Value past(Found found, int stated, int sign) {
        int minutes =
                stated != OPEN ? stated : found.has(Slot.MINUTE) ? found.get(Slot.MINUTE) : found.get(Slot.N, OPEN);
        Value before = found.value(0);
        int hour =
                before != null && before.hour != OPEN && before.minute <= 0 ? before.hour : found.get(Slot.HOUR, OPEN);
        if (hour == OPEN || minutes < 1 || minutes > 59) {
            return null;
        }
        Value value = sign > 0
                ? time(hour, minutes, OPEN, false)
                : time(hour == 0 ? 23 : hour - 1, 60 - minutes, OPEN, false);
        if (value.hour == 0 && hour == 1) {
            value.hour = 12;
            value.halfKnown = false;
        }
        value.halfKnown |= before != null && before.halfKnown;
        value.halfStated |= before != null && before.halfStated;
        return inHalf(value, found) ? value : null;
    }

    private static Value on(Found found, Value stated, int part) {
        Value day = stated;
        Value time = null;
        for (int i = 0; found.value(i) != null; i++) {
            Value value = found.value(i);
            boolean isTime =
                    value.shape == Shape.NONE || (value.shape == Shape.INTERVAL && value.from.shape == Shape.NONE);
            if (!isTime) {
                day = day == null ? value : null;
            } else if (time == null) {
                time = value;
            } else {
                return null;
            }
        }
        if (day == null || day.shape == Shape.SET || day.shape == Shape.DURATION || day.shape == Shape.INTERVAL) {
            return null;
        }
        if (time == null) {
            if (found.has(Slot.HOUR)) {
                time = time(found);
            } else {
                return part == OPEN ? null : with(day, null, Seasons.partCode(part));
            }
        }
        if (time.shape == Shape.INTERVAL) {
            Value start = time.from.copy();
            Value end = time.to.copy();
            String within = part == OPEN ? day.part : Seasons.partCode(part);
            if (within != null) {
                intoPart(start, within);
                // A morning ends at noon.
                if (!within.equals("MO") || end.hour < 12) {
                    intoPart(end, within);
                }
            }
            Value from = with(day, start, null);
            Value to = with(day, end, null);
            return from == null || to == null ? null : Value.interval(from, to);
        }
        Value timed = time.copy();
        if (part != OPEN) {
            intoPart(timed, Seasons.partCode(part));
        } else if (day.part != null && timed.hour != OPEN) {
            intoPart(timed, day.part);
        }
        return with(day, timed, timed.hour == OPEN ? timed.part : null);
    }

    /** The day with a time; null where it is none or has another time already. */
    static Value with(Value day, Value time, String part) {
        boolean takes = day.isDay() || day.shape == Shape.WEEKEND;
        if (!takes || day.hour != OPEN || (part != null && day.part != null)) {
            return null;
        }
        Value value = day.copy();
        value.part = part;
        if (time != null) {
            value.hour = time.hour;
            value.minute = time.minute;
            value.second = time.second;
            value.halfKnown = time.halfKnown;
            value.halfStated = time.halfStated;
        }
        return value;
    }
}
