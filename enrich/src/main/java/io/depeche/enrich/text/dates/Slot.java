// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import java.util.Locale;

/** What a rule can leave to be filled by the text, written in braces: {@code {day} {month}}. */
enum Slot {
    /** A number of any kind: 3, three, 2.5, several. */
    N,
    /** A number of quarters of the year with its unit, which elsewhere is a fraction: [the last] two quarters. */
    QUARTERS,
    /** An ordinal: 3rd, third, XXIe. */
    ORDINAL,
    /** A day of a month: 12, 1er, 23rd, twelve, twelfth. */
    DAY,
    /** A day of a month, as an ordinal only. */
    ORDINAL_DAY,
    /** A day of a month, in digits only. */
    DIGIT_DAY,
    /** A month, as its number in digits. */
    DIGIT_MONTH,
    /** A year of four digits. */
    YEAR,
    /** The last two digits of a year: '99. */
    SHORT_YEAR,
    /** A year of four digits that ends in 0. */
    DECADE,
    /** Two digits that end in 0. */
    SHORT_DECADE,
    /** One digit. */
    DIGIT,
    /** An hour from 0 to 24, in digits or words. */
    HOUR,
    /** Two digits from 00 to 59, or number words up to 59. */
    MINUTE,
    /** Two digits from 00 to 59. */
    SECOND,
    /** An hour in words, of which no year starts: seven [thirty]. */
    SPELT_HOUR,
    /** An hour and a half, a quarter or three quarters as one number: ocho y media. */
    PARTED_HOUR,
    /** The hour that an ordinal is the end of, as in Russian: половина восьмого, half of the eighth one, is 7:30. */
    ORDINAL_HOUR,
    /** Minutes in words. */
    SPELT_MINUTE,
    /** Hours and minutes with a colon, maybe with seconds: 16:30. */
    DIGITAL,
    /** Hours and minutes with a full stop: 16.30. */
    DOTTED_TIME,
    /** Hours and minutes in three or four digits: 1630. */
    HHMM,
    /** A date in digits, with a year: 2018-07-06, 6/7/2018. */
    NUMERIC_DATE,
    /** A day and a month in digits with a slash: 22/04. */
    NUMERIC_DAY,
    /** The same with a zero before one of them, so that it is no fraction: 22/04. */
    PADDED_DAY,
    /** A day and a month in digits with a full stop: 7.6. */
    DOTTED_DAY,
    /** A month and a year in digits: 2015-03, 3/2015. */
    NUMERIC_MONTH,

    /** The name of a month, as it is spelt in this language. */
    MONTH,
    /** The name of a month that is no other word: not May. */
    PLAIN_MONTH,
    /** The name of a month in full. */
    FULL_MONTH,
    /** The name of a weekday in full. */
    WEEKDAY,
    /** The name of a weekday in full or short. */
    SHORT_WEEKDAY,
    /** A unit of time. */
    UNIT,
    /** A season. */
    SEASON,
    /** A part of the day. */
    PART,
    /** A feast. */
    HOLIDAY,
    /** Which half of the day: pm. */
    HALF,
    /** A word for a recurring time: weekly. */
    FREQUENCY,

    /** What the rules of [clock-rules] find. */
    CLOCK,
    /** What the rules of [length-rules] find. */
    LENGTH,
    /** What the rules of [duration-rules] find, or those of lengths. */
    DURATION,
    /** What the rules of [clock-range-rules] find: from one time of the day to another. */
    CLOCK_RANGE,
    /** What the rules of [period-rules] find. */
    PERIOD,
    /** What the rules of [date-rules] find. */
    DATE,
    /** What the rules of [moment-rules] find. */
    MOMENT,
    /** What the rules of [range-rules] find. */
    RANGE;

    private static final Slot[] ALL = values();

    /** How many there are. */
    static int count() {
        return ALL.length;
    }

    /** The slot at a place in tables. */
    static Slot at(int index) {
        return ALL[index];
    }

    static Slot named(String name) {
        for (Slot slot : values()) {
            if (slot.title().equals(name)) {
                return slot;
            }
        }
        return null;
    }

    /** Its place in tables. */
    @SuppressWarnings("EnumOrdinal") // The tables are made anew at each start, nothing keeps the numbers
    int index() {
        return ordinal();
    }

    /** As it stands in rules. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether lists of phrases fill it. */
    boolean isLexical() {
        return index() >= MONTH.index() && index() <= FREQUENCY.index();
    }

    /** Whether rules of an earlier level fill it. */
    boolean isLevel() {
        return index() >= CLOCK.index();
    }

    /** Under which slot what it finds is told to a meaning. */
    Slot captured() {
        return switch (this) {
            case ORDINAL_DAY, DIGIT_DAY -> DAY;
            case PLAIN_MONTH, FULL_MONTH, DIGIT_MONTH -> MONTH;
            case SHORT_WEEKDAY -> WEEKDAY;
            case QUARTERS -> N;
            case SPELT_HOUR, ORDINAL_HOUR -> HOUR;
            case SPELT_MINUTE -> MINUTE;
            default -> this;
        };
    }
}
