// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import io.depeche.enrich.text.pieces.Pieces;

/** Reads dates and times that are written in digits and signs alone; without state. */
final class DigitDates {

    private DigitDates() {}

    /**
     * Reads what a slot takes at a piece.
     *
     * @param to index that it has to end at or before
     * @param second whether it is the second slot of its kind in the rule
     * @return index behind it; -1 where it is not there
     */
    static int read(Slot slot, Pieces pieces, int at, int to, DateOrder order, Found found, boolean second) {
        if (!pieces.isDigits(at)) {
            return -1;
        }
        return switch (slot) {
            case NUMERIC_DATE -> date(pieces, at, to, order, found, second);
            case PADDED_DAY -> isPadded(pieces, at, to) ? day(pieces, at, to, order, found, second, true) : -1;
            case NUMERIC_DAY -> day(pieces, at, to, order, found, second, true);
            case DOTTED_DAY -> day(pieces, at, to, order, found, second, false);
            case NUMERIC_MONTH -> month(pieces, at, to, found, second);
            case DIGITAL -> digital(pieces, at, to, found, second);
            case DOTTED_TIME -> dotted(pieces, at, to, found, second);
            case HHMM -> hhmm(pieces, at, found, second);
            default -> -1;
        };
    }

    private static boolean joined(Pieces pieces, int at, int to, char sign) {
        return at + 1 < to
                && pieces.is(at, sign)
                && pieces.isGlued(at)
                && pieces.isGlued(at + 1)
                && pieces.isDigits(at + 1);
    }

    private static char sign(Pieces pieces, int at, int to) {
        for (char sign : new char[] {'/', '-', '.'}) {
            if (joined(pieces, at, to, sign)) {
                return sign;
            }
        }
        return 0;
    }

    private static int date(Pieces pieces, int at, int to, DateOrder order, Found found, boolean second) {
        if (pieces.length(at) == 8) {
            int number = pieces.number(at);
            return number / 10_000 >= 1900
                            && number / 10_000 < 2100
                            && put(found, second, number / 10_000, number / 100 % 100, number % 100)
                    ? at + 1
                    : -1;
        }
        char sign = sign(pieces, at + 1, to);
        if (sign == 0 || !joined(pieces, at + 3, to, sign) || sign(pieces, at + 5, to) == sign) {
            return -1;
        }
        int end = at + 5;
        if (end < to && pieces.isWord(end) && pieces.isGlued(end) && pieces.length(end) > 1) {
            return -1;
        }
        int middle = pieces.length(at + 2) <= 2 ? pieces.number(at + 2) : 99;
        if (pieces.length(at) == 4 && pieces.length(at + 4) <= 2) {
            return put(found, second, pieces.number(at), middle, pieces.number(at + 4)) ? end : -1;
        }
        int yearDigits = pieces.length(at + 4);
        // "1.2.34" is a version or a chapter; "01.02.34" is a date.
        boolean full = sign == '/' || (pieces.length(at) == 2 && pieces.length(at + 2) == 2);
        if (pieces.length(at) > 2 || !(yearDigits == 4 || (yearDigits == 2 && full))) {
            return -1;
        }
        int first = pieces.number(at);
        int year = yearDigits == 4 ? pieces.number(at + 4) : CalendarMeanings.fourDigits(pieces.number(at + 4));
        return putInOrder(found, second, year, first, middle, order) ? end : -1;
    }

    private static boolean putInOrder(Found found, boolean second, int year, int one, int other, DateOrder order) {
        boolean monthFirst = order == DateOrder.MDY;
        return put(found, second, year, monthFirst ? one : other, monthFirst ? other : one)
                || put(found, second, year, monthFirst ? other : one, monthFirst ? one : other);
    }

    private static boolean put(Found found, boolean second, int year, int month, int day) {
        if ((year != Value.OPEN && (year < 1000 || year > 2199)) || !Days.exists(year, month, day)) {
            return false;
        }
        found.put(Slot.YEAR, second, year);
        found.put(Slot.MONTH, second, month);
        found.put(Slot.DAY, second, day);
        return true;
    }

    private static int day(Pieces pieces, int at, int to, DateOrder order, Found found, boolean second, boolean slash) {
        char sign = sign(pieces, at + 1, to);
        // "Monday 8-9" are hours.
        if (sign != (slash ? '/' : '.')
                || joined(pieces, at + 3, to, sign)
                || pieces.length(at) > 2
                || pieces.length(at + 2) > 2) {
            return -1;
        }
        return putInOrder(found, second, Value.OPEN, pieces.number(at), pieces.number(at + 2), order) ? at + 3 : -1;
    }

    private static boolean isPadded(Pieces pieces, int at, int to) {
        return at + 2 < to
                && pieces.length(at) == 2
                && pieces.isDigits(at + 2)
                && pieces.length(at + 2) == 2
                && (pieces.number(at) < 10 || pieces.number(at + 2) < 10);
    }

    private static int month(Pieces pieces, int at, int to, Found found, boolean second) {
        char sign = sign(pieces, at + 1, to);
        // 11 / 2016: with other signs a year may be the end of something else.
        boolean spaced = at + 2 < to && pieces.is(at + 1, '/') && pieces.isDigits(at + 2);
        if (!spaced && (sign == 0 || sign == '.') || sign(pieces, at + 3, to) != 0) {
            return -1;
        }
        boolean yearFirst = pieces.length(at) == 4;
        int yearAt = yearFirst ? at : at + 2;
        int monthAt = yearFirst ? at + 2 : at;
        if (pieces.length(yearAt) != 4 || pieces.length(monthAt) > 2) {
            return -1;
        }
        int year = pieces.number(yearAt);
        int month = pieces.number(monthAt);
        if (year < 1000 || year > 2199 || month < 1 || month > 12) {
            return -1;
        }
        found.put(Slot.YEAR, second, year);
        found.put(Slot.MONTH, second, month);
        return at + 3;
    }

    private static boolean sixtieth(Pieces pieces, int at) {
        return pieces.length(at) == 2 && pieces.number(at) < 60;
    }

    private static int digital(Pieces pieces, int at, int to, Found found, boolean second) {
        if (pieces.length(at) > 2
                || pieces.number(at) > 24
                || !joined(pieces, at + 1, to, ':')
                || !sixtieth(pieces, at + 2)) {
            return -1;
        }
        found.put(Slot.HOUR, second, pieces.number(at));
        found.put(Slot.MINUTE, second, pieces.number(at + 2));
        found.put(Slot.SECOND, second, Value.OPEN);
        if (!joined(pieces, at + 3, to, ':')) {
            return at + 3;
        }
        if (!sixtieth(pieces, at + 4)) {
            return -1;
        }
        found.put(Slot.SECOND, second, pieces.number(at + 4));
        return at + 5;
    }

    private static int dotted(Pieces pieces, int at, int to, Found found, boolean second) {
        if (pieces.length(at) > 2
                || pieces.number(at) > 24
                || !joined(pieces, at + 1, to, '.')
                || !sixtieth(pieces, at + 2)
                || joined(pieces, at + 3, to, '.')
                || joined(pieces, at + 3, to, '/')) {
            return -1;
        }
        found.put(Slot.HOUR, second, pieces.number(at));
        found.put(Slot.MINUTE, second, pieces.number(at + 2));
        return at + 3;
    }

    private static int hhmm(Pieces pieces, int at, Found found, boolean second) {
        int length = pieces.length(at);
        if (length < 3 || length > 4) {
            return -1;
        }
        int number = pieces.number(at);
        if (number / 100 > 24 || number % 100 > 59) {
            return -1;
        }
        found.put(Slot.HOUR, second, number / 100);
        found.put(Slot.MINUTE, second, number % 100);
        return at + 1;
    }
}
