// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date whose month has a name: {@code Thu, 01 Jan 2004 19:48:21 GMT}, {@code Jan 4, 2004 4:29 PM}, {@code Sun Jan 4
 * 16:29:06 PST 2004}. What is no part of a date is passed over, as weekdays are. Not thread-safe.
 */
final class WrittenDate {

    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2}):(\\d{1,2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(am|pm)?(Z|[+-]\\d{1,2}:?\\d{2})?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC)?([+-]\\d{1,2}(?::?\\d{2})?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:st|nd|rd|th|\\.)?", Pattern.CASE_INSENSITIVE);
    /** Two digits from here on are of the last century, as RFC 2822 has it. */
    private static final int LAST_CENTURY = 50;

    private static final int NOON = 12;

    private int day;
    private int month;
    private int year = -1;
    private Matcher time;
    private String zone = "";
    private String half = "";

    private WrittenDate() {}

    static Optional<String> read(String date) {
        WrittenDate written = new WrittenDate();
        // 31-Dec-1999, and a comma without a space behind it.
        for (String word : date.replaceAll("(?<=\\d)[-/](?=\\p{L})|(?<=\\p{L})[-/](?=\\d{4}|\\d{2}\\b(?!:))", " ")
                .split("[\\s,]+")) {
            if (!word.isEmpty()) {
                written.take(word);
            }
        }
        return written.date();
    }

    private void take(String word) {
        Matcher clock = TIME.matcher(word);
        Matcher offset = OFFSET.matcher(word);
        Matcher number = NUMBER.matcher(word);
        if (clock.matches()) {
            time = clock;
            half = clock.group(5) == null ? half : clock.group(5);
            zone = clock.group(6) == null ? zone : FeedDates.zone(clock.group(6));
        } else if (number.matches()) {
            number(number.group(1));
        } else if (offset.matches()) {
            zone = FeedDates.zone(offset.group(1));
        } else if (word.equalsIgnoreCase("am") || word.equalsIgnoreCase("pm")) {
            half = word;
        } else if (time != null && DateNames.zone(word).isPresent()) {
            zone = zone.isEmpty() ? FeedDates.zone(word) : zone;
        } else {
            month = DateNames.month(word).orElse(month);
        }
    }

    private void number(String digits) {
        int number = Integer.parseInt(digits);
        if (digits.length() <= 2 && day == 0) {
            day = number;
        } else if (digits.length() == 4) {
            year = number;
        } else if (digits.length() == 2 && year < 0) {
            year = number < LAST_CENTURY ? 2000 + number : 1900 + number;
        } else if (digits.length() == 3 && year < 0) {
            year = 1900 + number;
        }
    }

    private Optional<String> date() {
        if (month == 0 || year < 0) {
            return Optional.empty();
        }
        if (day == 0) {
            return time == null ? Optional.of(String.format("%04d-%02d", year, month)) : Optional.empty();
        }
        String date = LocalDate.of(year, month, day).toString();
        if (time == null) {
            return Optional.of(date);
        }
        int hour = Integer.parseInt(time.group(1));
        if (!half.isEmpty()) {
            hour = hour % NOON + (half.equalsIgnoreCase("pm") ? NOON : 0);
        }
        return Optional.of(FeedDates.at(date, hour, FeedDates.two(time.group(2)), time.group(3), time.group(4), zone));
    }
}
