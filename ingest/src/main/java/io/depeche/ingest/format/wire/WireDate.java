// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.IssueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as wires write them: ISO 8601, extended (NewsML-G2, ninjs: {@code 2023-01-23T10:00:00+01:00}) or basic (NITF:
 * {@code 20230123T100000+0100}), in any precision from the year on.
 */
final class WireDate {

    private static final Pattern SHAPE = Pattern.compile("(?<year>\\d{4})(?:-?(?<month>\\d{2})(?:-?(?<day>\\d{2})"
            + "(?:[T ](?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?<fraction>\\.\\d{1,9})?\\d*)?)?)?)?"
            + "\\h*(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?)?");

    /** Where it becomes any time of day last: a time without a zone has passed everywhere once it has there. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private static final int TO_MINUTE = 16;
    private static final int TO_DAY = 10;

    private WireDate() {}

    /** In extended format and the precision it is given in; nothing where there is no such date. */
    static Optional<String> of(String date) {
        Matcher shape = SHAPE.matcher(date.strip());
        return shape.matches() ? Optional.of(extended(shape)).filter(IssueDate::isValid) : Optional.empty();
    }

    /**
     * As {@link #of}, where midnight stands for no time at all, as NITF has it ({@code 20230123T000000Z} is a day).
     */
    static Optional<String> ofNorm(String norm) {
        return of(norm).map(date ->
                date.length() > TO_MINUTE && date.startsWith("T00:00:00", TO_DAY) ? date.substring(0, TO_DAY) : date);
    }

    /** When that date, as {@link #of} returns it, has begun everywhere. */
    static Instant begun(String date) {
        Matcher shape = SHAPE.matcher(date);
        if (!shape.matches()) {
            throw new IllegalArgumentException("not a date: " + date);
        }
        LocalDate day =
                LocalDate.of(Integer.parseInt(shape.group("year")), number(shape, "month", 1), number(shape, "day", 1));
        if (shape.group("hour") == null) {
            return day.atStartOfDay().toInstant(LAST);
        }
        LocalDateTime time =
                day.atTime(number(shape, "hour", 0), number(shape, "minute", 0), number(shape, "second", 0));
        ZoneOffset zone = shape.group("zone") == null ? LAST : ZoneOffset.of(shape.group("zone"));
        return OffsetDateTime.of(time, zone).toInstant();
    }

    private static int number(Matcher shape, String group, int otherwise) {
        return shape.group(group) == null ? otherwise : Integer.parseInt(shape.group(group));
    }

    private static String extended(Matcher shape) {
        StringBuilder date = new StringBuilder(shape.group("year"));
        append(date, "-", shape.group("month"));
        append(date, "-", shape.group("day"));
        if (shape.group("hour") != null) {
            append(date, "T", shape.group("hour"));
            append(date, ":", shape.group("minute"));
            append(date, ":", shape.group("second"));
            append(date, "", shape.group("fraction"));
            append(date, "", shape.group("zone"));
        }
        return date.toString();
    }

    private static void append(StringBuilder date, String before, String part) {
        if (part != null) {
            date.append(before).append(part);
        }
    }
}
