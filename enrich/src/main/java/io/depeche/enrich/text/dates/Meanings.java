// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What rules can mean: the word behind the equals sign, with its arguments. The same for all languages.
 *
 * <ul>
 *   <li>Of the calendar: {@link CalendarMeanings}.
 *   <li>Relative to the date of issue or to another date: {@link RelativeMeanings}.
 *   <li>Of the clock: {@link ClockMeanings}.
 *   <li>Lengths, recurring times, periods from one date to another: {@link SpanMeanings}.
 * </ul>
 */
final class Meanings {

    private static final Map<String, Function<Arguments, Meaning>> BY_NAME = new TreeMap<>();

    static {
        BY_NAME.putAll(CalendarMeanings.byName());
        BY_NAME.putAll(RelativeMeanings.byName());
        BY_NAME.putAll(ClockMeanings.byName());
        BY_NAME.putAll(SpanMeanings.byName());
    }

    private Meanings() {}

    /**
     * Reads a meaning.
     *
     * @throws IllegalArgumentException if there is none of this name, or its arguments are wrong
     */
    static Meaning of(String text) {
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+")));
        String name = words.remove(0);
        Function<Arguments, Meaning> make = BY_NAME.get(name);
        if (make == null) {
            throw new IllegalArgumentException(
                    "there is no meaning \"" + name + "\"; expected one of " + BY_NAME.keySet());
        }
        Arguments arguments = new Arguments(words);
        Meaning meaning = make.apply(arguments);
        arguments.end();
        return meaning;
    }

    /** The slot that a meaning can't do without; null where there is none. */
    static Slot needed(String text) {
        return switch (text.strip()) {
            case "season" -> Slot.SEASON;
            case "holiday" -> Slot.HOLIDAY;
            case "part" -> Slot.PART;
            case "of" -> Slot.PERIOD;
            default -> null;
        };
    }

    /** The arguments of a meaning, taken one after another. */
    static final class Arguments {

        private final List<String> words;

        Arguments(List<String> words) {
            this.words = words;
        }

        boolean more() {
            return !words.isEmpty();
        }

        String word(String otherwise) {
            return words.isEmpty() ? otherwise : words.remove(0);
        }

        String word() {
            if (words.isEmpty()) {
                throw new IllegalArgumentException("an argument lacks at the end of the meaning");
            }
            return words.remove(0);
        }

        /** A number with a sign or without, if one is next. */
        int number(int otherwise) {
            if (words.isEmpty() || !words.get(0).matches("[+-]?\\d{1,4}")) {
                return otherwise;
            }
            return Integer.parseInt(words.remove(0));
        }

        /** A unit, if one is next. */
        TimeUnit unit() {
            if (words.isEmpty()) {
                return null;
            }
            return unit(words.remove(0));
        }

        static TimeUnit unit(String name) {
            try {
                return TimeUnit.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(
                        "there is no unit of time \"" + name + "\"; expected one of " + List.of(TimeUnit.values()),
                        unknown);
            }
        }

        void end() {
            if (!words.isEmpty()) {
                throw new IllegalArgumentException("\"" + words.get(0) + "\" is too much at the end of the meaning");
            }
        }
    }
}
