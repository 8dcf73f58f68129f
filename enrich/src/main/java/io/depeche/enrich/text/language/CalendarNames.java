// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.language;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of months and weekdays of one language: those of the CLDR and those that its file adds; immutable. */
public final class CalendarNames {

    private final Map<String, Integer> months = new LinkedHashMap<>();
    private final Map<String, Integer> shortMonths = new LinkedHashMap<>();
    private final Map<String, Integer> weekdays = new LinkedHashMap<>();
    private final Map<String, Integer> shortWeekdays = new LinkedHashMap<>();
    private final boolean capitalised;

    public CalendarNames(Lexicon lexicon) {
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(lexicon.language()));
        months.putAll(lexicon.map(Section.MONTHS, Integer::valueOf));
        weekdays.putAll(lexicon.map(Section.WEEKDAYS, Integer::valueOf));
        shortWeekdays.putAll(lexicon.map(Section.SHORT_WEEKDAYS, Integer::valueOf));
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            String[] wide = symbols.getMonths(context, DateFormatSymbols.WIDE);
            String[] narrow = symbols.getMonths(context, DateFormatSymbols.ABBREVIATED);
            for (int month = 0; month < 12; month++) {
                months.putIfAbsent(wide[month], month + 1);
                abbreviate(narrow[month], wide[month], month + 1, shortMonths);
            }
            wide = symbols.getWeekdays(context, DateFormatSymbols.WIDE);
            narrow = symbols.getWeekdays(context, DateFormatSymbols.ABBREVIATED);
            for (int day = 1; day <= 7; day++) {
                // ICU counts from Sunday = 1, ISO 8601 from Monday = 1.
                int iso = day == 1 ? 7 : day - 1;
                weekdays.putIfAbsent(wide[day], iso);
                abbreviate(narrow[day], wide[day], iso, shortWeekdays);
            }
        }
        lexicon.words(Section.DOTTED_WEEKDAYS).forEach(shortWeekdays::remove);
        String january = symbols.getMonths(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE)[0];
        capitalised = Character.isUpperCase(january.codePointAt(0));
    }

    /** Texts leave the full stop out, and add one where the CLDR has none. */
    private static void abbreviate(String name, String full, int number, Map<String, Integer> names) {
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (bare.equals(full)) {
            return;
        }
        names.putIfAbsent(bare, number);
        names.putIfAbsent(bare + ".", number);
    }

    /** Names of months in full, and those of the file = the month from 1 to 12. */
    public Map<String, Integer> months() {
        return Map.copyOf(months);
    }

    /** Abbreviated names of months, with and without a full stop = the month. */
    public Map<String, Integer> shortMonths() {
        return Map.copyOf(shortMonths);
    }

    /** Names of weekdays in full, and those of the file = the weekday from Monday = 1. */
    public Map<String, Integer> weekdays() {
        return Map.copyOf(weekdays);
    }

    /** Abbreviated names of weekdays, with and without a full stop, and those of the file = the weekday. */
    public Map<String, Integer> shortWeekdays() {
        return Map.copyOf(shortWeekdays);
    }

    /** Whether the language writes months with a capital. */
    public boolean areMonthsCapitalised() {
        return capitalised;
    }
}
