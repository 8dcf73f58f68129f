// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import io.depeche.ingest.format.IssueDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of feeds as ISO 8601 in the precision that they are given in: ISO 8601 itself (RFC 3339, W3CDTF, ordinal dates),
 * RFC 822 and 2822 with what is written instead of them, asctime, and the dates of Korean, Greek and Hungarian blogs.
 */
final class FeedDates {

    private static final int LONGEST = 80;

    private static final String ZONE = "(?<zone>Z|[+-]\\d{1,2}(?::?\\d{2})?|\\p{L}{2,4})?";
    private static final String TIME =
            "(?<hour>\\d{1,2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?";
    private static final Pattern ISO = Pattern.compile(
            "(?<year>\\d{4})(?:-(?<ordinal>\\d{3})|(?<packed>\\d{4})|-?(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?)?"
                    + "(?:[T ]\\s*" + TIME + "\\s*" + ZONE + ")?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern KOREAN =
            Pattern.compile("(\\d{4})[년-]\\s*(\\d{2})[월-]\\s*(\\d{2})일?\\s+(오전|오후)?\\s*(\\d{1,2}):(\\d{2}):(\\d{2})");
    private static final String AFTERNOON = "오후";
    private static final String KOREA = "+09:00";

    private static final Pattern NAMED_MONTH = Pattern.compile("(\\d{4})-(\\p{L}{3,12})-(\\d{1,2})(.*)");

    private static final int NOON = 12;

    private FeedDates() {}

    /** Nothing where it is no date, or none that exists. */
    static Optional<String> read(String written) {
        String date = written.strip().replaceAll("\\s+", " ");
        if (date.isEmpty() || date.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return korean(date)
                    .or(() -> iso(date))
                    .or(() -> WrittenDate.read(date))
                    .filter(IssueDate::isValid);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> iso(String date) {
        Matcher named = NAMED_MONTH.matcher(date);
        if (named.matches()) {
            return DateNames.month(named.group(2))
                    .flatMap(month -> iso(named.group(1) + "-" + month + "-" + named.group(3) + named.group(4)));
        }
        Matcher iso = ISO.matcher(date);
        if (!iso.matches()) {
            return Optional.empty();
        }
        String day = day(iso);
        String hour = iso.group("hour");
        if (hour == null) {
            return Optional.of(day);
        }
        return day.length() < "2003-12-31".length()
                ? Optional.empty()
                : Optional.of(at(
                        day,
                        Integer.parseInt(hour),
                        iso.group("minute"),
                        iso.group("second"),
                        iso.group("fraction"),
                        zone(iso.group("zone"))));
    }

    private static String day(Matcher iso) {
        String year = iso.group("year");
        if (iso.group("ordinal") != null) {
            return LocalDate.ofYearDay(Integer.parseInt(year), Integer.parseInt(iso.group("ordinal")))
                    .toString();
        }
        if (iso.group("packed") != null) {
            String packed = iso.group("packed");
            return year + "-" + packed.substring(0, 2) + "-" + packed.substring(2);
        }
        String month = iso.group("month");
        String day = iso.group("day");
        return year + (month == null ? "" : "-" + two(month)) + (day == null ? "" : "-" + two(day));
    }

    private static Optional<String> korean(String date) {
        Matcher korean = KOREAN.matcher(date);
        if (!korean.matches() || date.indexOf('년') < 0 && korean.group(4) == null) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(korean.group(5)) % NOON;
        hour = korean.group(4) == null ? Integer.parseInt(korean.group(5)) : hour;
        return Optional.of(at(
                korean.group(1) + "-" + korean.group(2) + "-" + korean.group(3),
                AFTERNOON.equals(korean.group(4)) ? hour + NOON : hour,
                korean.group(6),
                korean.group(7),
                null,
                KOREA));
    }

    /**
     * A moment in ISO 8601. Midnight at the end of a day becomes that at the start of the next one, and a leap second the
     * one before it, for hardly anything reads them.
     */
    static String at(String day, int hour, String minute, String secondOrNull, String fractionOrNull, String zone) {
        boolean next = hour == 24 && minute.equals("00");
        String date = next ? LocalDate.parse(day).plusDays(1).toString() : day;
        String second = "60".equals(secondOrNull) ? "59" : secondOrNull;
        return date + "T" + two(Integer.toString(next ? 0 : hour)) + ":" + minute
                + (second == null ? "" : ":" + second)
                + (fractionOrNull == null ? "" : "." + fractionOrNull)
                + zone;
    }

    /** As ISO 8601 writes it; empty where there is none, or one that nobody knows. */
    static String zone(String writtenOrNull) {
        if (writtenOrNull == null) {
            return "";
        }
        if (!writtenOrNull.startsWith("+") && !writtenOrNull.startsWith("-")) {
            return DateNames.zone(writtenOrNull).orElse("");
        }
        String digits = writtenOrNull.substring(1).replace(":", "");
        String hours = two(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
        String minutes = digits.length() > 2 ? digits.substring(digits.length() - 2) : "00";
        return (hours + minutes).equals("0000") ? "Z" : writtenOrNull.charAt(0) + hours + ":" + minutes;
    }

    static String two(String digits) {
        return digits.length() < 2 ? "0" + digits : digits;
    }
}
