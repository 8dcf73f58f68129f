// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import io.depeche.enrich.text.DateExpression;
import io.depeche.enrich.text.DateType;
import io.depeche.enrich.text.IssueDate;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One pass over the tokens of one text. Each step returns the index behind what it took: its own where nothing. */
final class DateScan {

    private final Tokens tokens;
    private final CalendarWords words;
    private final IssueDate issued;
    private final List<DateExpression> dates = new ArrayList<>();

    /** @param issued null where it is not known */
    DateScan(Tokens tokens, CalendarWords words, IssueDate issued) {
        this.tokens = tokens;
        this.words = words;
        this.issued = issued;
    }

    List<DateExpression> run() {
        int at = 0;
        while (at < tokens.size()) {
            int end = date(at);
            at = end == at ? at + 1 : end;
        }
        return List.copyOf(dates);
    }

    private int date(int at) {
        DayOfWeek weekday = words.weekday(tokens.get(at));
        int start = weekday == null ? at : skipDateWord(skipComma(at + 1));
        int end = dayThenMonth(at, start, weekday);
        end = end == at ? monthThenDay(at, start, weekday) : end;
        if (weekday != null) {
            return end;
        }
        end = end == at ? monthAndYear(at) : end;
        end = end == at ? bareYear(at) : end;
        return end == at ? isoDate(at) : end;
    }

    /** 23 janvier 2023, or two days of which the first has no month of its own: 12 et 13 décembre. */
    private int dayThenMonth(int at, int firstDay, DayOfWeek weekday) {
        OptionalInt day = day(firstDay);
        if (day.isEmpty()) {
            return at;
        }
        int lastDay = firstDay;
        if (day(firstDay + 2).isPresent() && words.connectsDays(tokens.get(firstDay + 1))) {
            lastDay = firstDay + 2;
        }
        int monthAt = skipDateWord(lastDay + 1);
        OptionalInt month = month(monthAt);
        if (month.isEmpty()) {
            return at;
        }
        int yearAt = behindMonth(monthAt);
        OptionalInt year = year(yearAt);
        int last = year.isPresent() ? yearAt : yearAt - 1;
        if (lastDay == firstDay) {
            return add(at, last, year, month.getAsInt(), day.getAsInt(), weekday) ? last + 1 : at;
        }
        int before = dates.size();
        add(at, firstDay, year, month.getAsInt(), day.getAsInt(), weekday);
        add(lastDay, last, year, month.getAsInt(), day(lastDay).getAsInt(), null);
        return dates.size() > before ? last + 1 : at;
    }

    /** December 12, 2022. */
    private int monthThenDay(int at, int monthAt, DayOfWeek weekday) {
        OptionalInt month = words.monthBeforeDay() ? month(monthAt) : OptionalInt.empty();
        int dayAt = behindMonth(monthAt);
        OptionalInt day = day(dayAt);
        if (month.isEmpty() || day.isEmpty()) {
            return at;
        }
        int yearAt = skipComma(dayAt + 1);
        OptionalInt year = year(yearAt);
        int last = year.isPresent() ? yearAt : dayAt;
        return add(at, last, year, month.getAsInt(), day.getAsInt(), weekday) ? last + 1 : at;
    }

    private int monthAndYear(int at) {
        OptionalInt month = month(at);
        int yearAt = skipComma(behindMonth(at));
        OptionalInt year = year(yearAt);
        // Behind a day it is the rest of a date that the calendar lacks: 29 février 2023.
        boolean behindDay = at > 0 && day(at - 1).isPresent();
        if (month.isEmpty() || year.isEmpty() || behindDay) {
            return at;
        }
        add(at, yearAt, String.format("%04d-%02d", year.getAsInt(), month.getAsInt()), null);
        return yearAt + 1;
    }

    private int bareYear(int at) {
        Phrases.Match<Boolean> cue = words.yearCues.longest(tokens, at, tokens.size());
        if (cue == null || year(cue.to()).isEmpty()) {
            return at;
        }
        add(cue.to(), cue.to(), tokens.get(cue.to()).text(), null);
        return cue.to() + 1;
    }

    private int isoDate(int at) {
        OptionalInt year = year(at);
        if (year.isEmpty() || !has(at + 4) || !isHyphen(at + 1) || !isHyphen(at + 3) || !isJoined(at, at + 4)) {
            return at;
        }
        boolean goesOn = has(at + 5) && isJoined(at + 4, at + 5) && isHyphen(at + 5);
        OptionalInt month = twoDigits(at + 2);
        OptionalInt day = twoDigits(at + 4);
        return !goesOn
                        && month.isPresent()
                        && day.isPresent()
                        && add(at, at + 4, year, month.getAsInt(), day.getAsInt(), null)
                ? at + 5
                : at;
    }

    private boolean isHyphen(int at) {
        return tokens.get(at).text().equals("-");
    }

    private boolean isJoined(int first, int last) {
        for (int i = first; i < last; i++) {
            if (tokens.get(i).end() != tokens.get(i + 1).start()) {
                return false;
            }
        }
        return true;
    }

    private OptionalInt twoDigits(int at) {
        return tokens.get(at).text().length() == 2 ? CalendarWords.number(tokens.get(at)) : OptionalInt.empty();
    }

    private boolean add(int first, int last, OptionalInt year, int month, int day, DayOfWeek weekday) {
        Optional<Resolution> resolution = year.isPresent()
                ? Resolution.of(year.getAsInt(), month, day)
                : Resolution.withoutYear(month, day, weekday, issued);
        resolution.ifPresent(resolved -> add(first, last, resolved.value(), resolved.anchor()));
        return resolution.isPresent();
    }

    private void add(int first, int last, String value, String anchor) {
        dates.add(new DateExpression(tokens.span(first, last), DateType.DATE, value, anchor));
    }

    private boolean has(int at) {
        return at < tokens.size();
    }

    private int skipComma(int at) {
        return has(at) && tokens.get(at).text().equals(",") ? at + 1 : at;
    }

    /** Behind a month's name, and the full stop of its abbreviation. */
    private int behindMonth(int at) {
        boolean stop = has(at + 1)
                && words.isAbbreviated(tokens.get(at))
                && isJoined(at, at + 1)
                && tokens.get(at + 1).text().equals(".");
        return stop ? at + 2 : at + 1;
    }

    private int skipDateWord(int at) {
        return has(at) && words.isDateWord(tokens.get(at)) ? at + 1 : at;
    }

    private OptionalInt day(int at) {
        return has(at) ? words.day(tokens.get(at)) : OptionalInt.empty();
    }

    private OptionalInt month(int at) {
        return has(at) ? words.month(tokens.get(at)) : OptionalInt.empty();
    }

    private OptionalInt year(int at) {
        return has(at) ? words.year(tokens.get(at)) : OptionalInt.empty();
    }
}
