// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.util.ULocale;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.segment.Tokeniser;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Month and weekday names of one language from the CLDR, and the words around dates from its file; immutable. */
public final class CalendarWords {

    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();
    private final Set<String> fullNames = new HashSet<>();
    private final boolean capitalised;
    private final boolean monthBeforeDay;
    private final Map<String, Integer> ordinalDays;
    private final Set<String> dayConnectors;
    private final Set<String> dateWords;

    final Phrases<Boolean> yearCues;

    public CalendarWords(Lexicon lexicon, Tokeniser tokeniser) {
        ULocale locale = ULocale.forLanguageTag(lexicon.language());
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                String[] names = symbols.getMonths(context, width);
                for (int month = 0; month < 12; month++) {
                    // The full stop of an abbreviation is a token of its own.
                    String name = Token.fold(names[month]);
                    months.putIfAbsent(name.endsWith(".") ? name.substring(0, name.length() - 1) : name, month + 1);
                    if (width == DateFormatSymbols.WIDE) {
                        fullNames.add(name);
                    }
                }
            }
            String[] dayNames = symbols.getWeekdays(context, DateFormatSymbols.WIDE);
            for (int day = 1; day <= 7; day++) {
                // ICU counts from Sunday = 1, java.time from Monday = 1.
                weekdays.put(Token.fold(dayNames[day]), DayOfWeek.of(day == 1 ? 7 : day - 1));
            }
        }
        months.putAll(lexicon.map(Section.MONTHS, Integer::valueOf));
        capitalised = Character.isUpperCase(
                symbols.getMonths(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE)[0].codePointAt(0));
        String pattern = DateTimePatternGenerator.getInstance(locale).getBestPattern("MMMMd");
        monthBeforeDay = pattern.indexOf('M') < pattern.indexOf('d');
        ordinalDays = lexicon.map(Section.ORDINAL_DAYS, Integer::valueOf);
        dayConnectors = lexicon.words(Section.DAY_CONNECTORS);
        dateWords = lexicon.words(Section.DATE_WORDS);
        yearCues = Phrases.of(lexicon, Section.YEAR_CUES, tokeniser);
    }

    /** The month from 1 to 12 that a token names. Where the language writes months with a capital, it must have it. */
    OptionalInt month(Token token) {
        Integer month = months.get(token.folded());
        return month == null || (capitalised && !token.isCapitalised()) ? OptionalInt.empty() : OptionalInt.of(month);
    }

    /** The weekday that a token names, or null. */
    DayOfWeek weekday(Token token) {
        return weekdays.get(token.folded());
    }

    /** Whether a token is the unabbreviated name of a month. */
    public boolean isMonth(Token token) {
        return fullNames.contains(token.folded());
    }

    /** Whether a token is the name of a weekday. */
    public boolean isWeekday(Token token) {
        return weekdays.containsKey(token.folded());
    }

    /** Whether a token can be followed by the full stop of its abbreviation. */
    boolean isAbbreviated(Token token) {
        return months.containsKey(token.folded()) && !fullNames.contains(token.folded());
    }

    /** Whether the language puts the month first: December 12. */
    boolean monthBeforeDay() {
        return monthBeforeDay;
    }

    /** The day of a month that a token gives, unchecked; empty where it gives none. */
    OptionalInt day(Token token) {
        if (token.kind() == Token.Kind.NUMBER && token.text().length() <= 2) {
            return number(token);
        }
        Integer day = ordinalDays.get(token.folded());
        return day == null ? OptionalInt.empty() : OptionalInt.of(day);
    }

    /** The year that a token of four digits gives. */
    OptionalInt year(Token token) {
        if (token.kind() != Token.Kind.NUMBER || token.text().length() != 4) {
            return OptionalInt.empty();
        }
        OptionalInt year = number(token);
        return year.isPresent() && year.getAsInt() >= 1000 && year.getAsInt() < 3000 ? year : OptionalInt.empty();
    }

    boolean connectsDays(Token token) {
        return dayConnectors.contains(token.folded());
    }

    boolean isDateWord(Token token) {
        return dateWords.contains(token.folded());
    }

    /** The value of a token of ASCII digits only. */
    static OptionalInt number(Token token) {
        int number = 0;
        for (int i = 0; i < token.text().length(); i++) {
            char c = token.text().charAt(i);
            if (c < '0' || c > '9') {
                return OptionalInt.empty();
            }
            number = 10 * number + c - '0';
        }
        return OptionalInt.of(number);
    }
}
