// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All ways to write a date of ours, or one of the suite, so that two are the same if they share one.
 *
 * <ul>
 *   <li>The value itself, with a time's minutes, without full minutes' seconds, without the {@code #} of the suite's
 *       "fourth Thursday", and without the open day before a recurring time.
 *   <li>The interval of days that it is, {@code from/to}, where {@code to} is no part of it. The suite's
 *       {@code (2017-01-01,2017-04-01,P3M)} is 2017-Q1 of ours; its {@code (2014-01-01,2018-01-01,P4Y)}, "2014 to
 *       2018", is 2014/2018 of ours, both ends as written. So an end of ours in years, months or the like is taken for
 *       its first day, and for the day behind its last.
 *   <li>Of lengths, the months, days and seconds, so that PT1.5H is PT1H30M, and P1Q is P3M. The suite guesses that "a
 *       few" is three: its lengths of three of a unit are also an open number of it.
 *   <li>The day, where the suite takes "the end of" a day for its last second: our values have no modifiers.
 *   <li>P1WE, which the suite writes for "every weekend", is XXXX-WXX-WE.
 *   <li>For a period of which the suite gives only one end ("since August"), that day.
 * </ul>
 */
final class DateForms {

    private static final String LAST_SECOND = "T23:59:59";
    private static final Pattern TUPLE = Pattern.compile("\\(([^,]*),([^,]*),[^,]*\\)");
    private static final Pattern YEAR = Pattern.compile("[0-9X]{4}");
    private static final Pattern DECADE = Pattern.compile("[0-9X]{2}[0-9]");
    private static final Pattern CENTURY = Pattern.compile("[0-9]{2}");
    private static final Pattern PART = Pattern.compile("([0-9X]{4})-([QH]?)([0-9]{1,2})");
    private static final Pattern WEEK = Pattern.compile("([0-9]{4})-W([0-9]{2})(-WE)?");
    private static final Pattern TIME = Pattern.compile("(.*)T([0-9]{1,2})(?::([0-9]{2}))?(?::([0-9]{2})(?:\\.0*)?)?");
    private static final Pattern LENGTH = Pattern.compile("P([0-9.A-Z]*?)(?:T([0-9.A-Z]+))?");
    private static final Pattern LENGTH_PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([A-Z]+)");
    private static final Pattern THREE = Pattern.compile("(PT?)3([A-Z]+)");

    private static final Map<String, BigDecimal> MONTHS = Map.of(
            "Y", new BigDecimal(12),
            "M", BigDecimal.ONE,
            "Q", new BigDecimal(3),
            "DE", new BigDecimal(120),
            "C", new BigDecimal(1200),
            "CE", new BigDecimal(1200));
    private static final Map<String, BigDecimal> DAYS = Map.of("W", new BigDecimal(7), "D", BigDecimal.ONE);
    private static final Map<String, BigDecimal> SECONDS =
            Map.of("H", new BigDecimal(3600), "M", new BigDecimal(60), "S", BigDecimal.ONE);

    /** @param to the day behind the last */
    private record Days(String from, String to) {}

    private DateForms() {}

    /** Forms of a value of ours. */
    static Set<String> ofOurs(String value) {
        Set<String> forms = new HashSet<>();
        int slash = value.indexOf('/');
        if (slash > 0) {
            String first = value.substring(0, slash);
            String second = value.substring(slash + 1);
            String from = first(first);
            forms.add(from + "/" + first(second));
            Days last = days(second);
            if (last != null) {
                forms.add(from + "/" + last.to());
            }
            forms.add("from " + from);
        } else {
            addPoint(value, forms);
            forms.add("from " + first(value));
        }
        return forms;
    }

    /** Forms of one reading of the suite. */
    static Set<String> ofSuite(Candidate candidate) {
        Set<String> forms = new HashSet<>();
        if (candidate.timex() != null) {
            if (candidate.timex().endsWith(LAST_SECOND)) {
                forms.add(withoutLastSecond(candidate.timex()));
            }
            if (candidate.timex().equals("P1WE")) {
                forms.add("XXXX-WXX-WE");
            }
            Matcher tuple = TUPLE.matcher(candidate.timex());
            if (tuple.matches()) {
                forms.add(point(tuple.group(1)) + "/" + point(tuple.group(2)));
            } else {
                addPoint(candidate.timex(), forms);
            }
            Matcher three = THREE.matcher(candidate.timex());
            if (three.matches()) {
                forms.add(three.group(1) + "X" + three.group(2));
            }
        }
        if (candidate.value() != null) {
            addPoint(resolved(candidate.value()), forms);
        }
        if (candidate.start() != null && candidate.end() != null) {
            String start = point(resolved(candidate.start())) + "/";
            forms.add(start + point(resolved(candidate.end())));
            forms.add(start + withoutLastSecond(resolved(candidate.end())));
        } else if (candidate.start() != null || candidate.end() != null) {
            forms.add("from " + point(resolved(candidate.start() == null ? candidate.end() : candidate.start())));
        }
        return forms;
    }

    private static void addPoint(String value, Set<String> forms) {
        forms.add(point(value));
        Days days = days(value);
        if (days != null) {
            forms.add(days.from() + "/" + days.to());
        }
        String length = length(value);
        if (length != null) {
            forms.add(length);
        }
    }

    private static String withoutLastSecond(String value) {
        return value.endsWith(LAST_SECOND) ? value.substring(0, value.length() - LAST_SECOND.length()) : point(value);
    }

    /** "2016-11-08 08:00:00" and "08:00:00" as TIMEX3. */
    private static String resolved(String value) {
        String timex = value.replace(' ', 'T');
        return timex.indexOf(':') == 2 ? "T" + timex : timex;
    }

    private static String first(String value) {
        Days days = days(value);
        return days == null ? point(value) : days.from();
    }

    private static String point(String value) {
        String point = value.strip().replace("#", "");
        if (point.startsWith("XXXX-XX-XXT")) {
            point = point.substring("XXXX-XX-XX".length());
        }
        Matcher time = TIME.matcher(point);
        if (!point.startsWith("P") && time.matches()) {
            String minutes = time.group(3) == null ? "00" : time.group(3);
            String seconds = time.group(4) == null || time.group(4).equals("00") ? "" : ":" + time.group(4);
            return time.group(1) + "T" + String.format("%2s", time.group(2)).replace(' ', '0') + ":" + minutes
                    + seconds;
        }
        return point;
    }

    private static Days days(String value) {
        Matcher part = PART.matcher(value);
        Matcher week = WEEK.matcher(value);
        if (YEAR.matcher(value).matches()) {
            return months(value, 1, 12);
        } else if (DECADE.matcher(value).matches()) {
            return years(value + "0", 10);
        } else if (CENTURY.matcher(value).matches()) {
            return years(value + "00", 100);
        } else if (part.matches()) {
            int number = Integer.parseInt(part.group(3));
            return switch (part.group(2)) {
                case "Q" -> months(part.group(1), 3 * number - 2, 3);
                case "H" -> months(part.group(1), 6 * number - 5, 6);
                default -> months(part.group(1), number, 1);
            };
        } else if (week.matches()) {
            return week(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)), week.group(3) != null);
        }
        return null;
    }

    private static Days months(String year, int first, int count) {
        int behind = first + count;
        String from = String.format("%s-%02d-01", year, first);
        return behind <= 12
                ? new Days(from, String.format("%s-%02d-01", year, behind))
                : new Days(from, later(year, 1) + String.format("-%02d-01", behind - 12));
    }

    private static Days years(String year, int count) {
        return new Days(year + "-01-01", later(year, count) + "-01-01");
    }

    /** Years later; open digits stay open. */
    private static String later(String year, int years) {
        String digits = year.replace("X", "");
        if (digits.isEmpty()) {
            return year;
        }
        int open = 4 - digits.length();
        int modulus = (int) Math.pow(10, digits.length());
        return "X".repeat(open)
                + String.format("%0" + digits.length() + "d", (Integer.parseInt(digits) + years) % modulus);
    }

    private static Days week(int year, int week, boolean weekend) {
        try {
            LocalDate monday = LocalDate.of(year, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                    .with(DayOfWeek.MONDAY);
            return new Days(
                    DateTimeFormatter.ISO_LOCAL_DATE.format(weekend ? monday.plusDays(5) : monday),
                    DateTimeFormatter.ISO_LOCAL_DATE.format(monday.plusDays(7)));
        } catch (DateTimeException noSuchWeek) {
            return null;
        }
    }

    /** A length as its months, days and seconds; null if it is none, or has units that come to none of these. */
    private static String length(String value) {
        Matcher length = LENGTH.matcher(value);
        if (!length.matches()) {
            return null;
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        boolean known =
                add(length.group(1), false, sums) && (length.group(2) == null || add(length.group(2), true, sums));
        return known && !sums.isEmpty() ? "length " + sums : null;
    }

    private static boolean add(String parts, boolean time, Map<String, BigDecimal> sums) {
        Matcher part = LENGTH_PART.matcher(parts);
        int at = 0;
        while (part.find() && part.start() == at) {
            at = part.end();
            BigDecimal number = new BigDecimal(part.group(1));
            String unit = part.group(2);
            Map<String, BigDecimal> factors = time ? SECONDS : MONTHS.containsKey(unit) ? MONTHS : DAYS;
            if (!factors.containsKey(unit)) {
                return false;
            }
            String sum = time ? "seconds" : factors.equals(MONTHS) ? "months" : "days";
            sums.merge(sum, number.multiply(factors.get(unit)).stripTrailingZeros(), BigDecimal::add);
        }
        return at == parts.length();
    }
}
