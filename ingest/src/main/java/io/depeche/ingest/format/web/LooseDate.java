// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import io.depeche.ingest.format.IssueDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as pages and front matter write them: ISO 8601, or with blanks in it, as YAML allows. */
final class LooseDate {

    private static final int LONGEST = 64;

    private static final Pattern BLANKS = Pattern.compile(
            "(?<day>\\d{4}-\\d{2}-\\d{2})(?:\\h+|[Tt])(?<time>\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"
                    + "\\h*(?:UTC|GMT|(?<zone>[Zz]|[+-]\\d{2}(?::?\\d{2})?))?");

    private LooseDate() {}

    /** In the notation of events; nothing where it is no such date. */
    static Optional<String> of(String written) {
        String date = written.strip();
        if (date.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = BLANKS.matcher(date);
        if (matcher.matches()) {
            String zone = matcher.group("zone");
            boolean utc = date.endsWith("C") || date.endsWith("T");
            String suffix = zone != null ? zone.toUpperCase(Locale.ROOT) : utc ? "Z" : "";
            date = matcher.group("day") + "T" + matcher.group("time") + suffix;
        }
        return Optional.of(date).filter(IssueDate::isValid);
    }
}
