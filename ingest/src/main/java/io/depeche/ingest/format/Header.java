// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plain text says of itself before it begins, in one of two forms: a date alone ({@code date 2023-01 Le
 * Président…}, {@code Date: 2023}), or lines of {@code key: value} with known keys only and an empty line behind them.
 *
 * <p>Whatever is not understood stays in the text, and a header with no text behind it is text.
 *
 * @param fields what was understood
 * @param text what is behind the header; all of it where there is none
 * @param notes what looked like a header and was left in the text, for people
 */
record Header(Map<Field, String> fields, String text, List<String> notes) {

    private static final Map<String, Field> KEYS = Map.of(
            "date", Field.ISSUED,
            "title", Field.TITLE,
            "language", Field.LANGUAGE,
            "url", Field.URL,
            "rights", Field.RIGHTS,
            "version", Field.VERSION,
            "status", Field.STATUS);

    private static final Pattern LINE = Pattern.compile("(?<key>\\p{Alpha}+)\\h*:\\h*(?<value>\\S.*)");

    private static final Pattern DATE = Pattern.compile(
            "date(?:\\h*(?<before>:)\\h*|\\h+)"
                    + "(?<date>\\d{4}(?:-\\d{1,2}(?:-\\d{1,2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)?)?)"
                    + "(?=\\s|:|\\h|$)\\h*(?<behind>:|\\n|$)?",
            Pattern.CASE_INSENSITIVE);

    private static final int YEAR = 4;

    /** @param text clean, without white space before it */
    static Header read(String text) {
        return block(text).or(() -> date(text)).orElseGet(() -> new Header(Map.of(), text, List.of()));
    }

    private static Optional<Header> block(String text) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        List<String> notes = new ArrayList<>();
        StringBuilder left = new StringBuilder();
        int at = 0;
        while (true) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                return Optional.empty();
            }
            String line = CleanText.trim(text.substring(at, end));
            if (line.isEmpty()) {
                break;
            }
            Matcher matcher = LINE.matcher(line);
            Field field = matcher.matches() ? KEYS.get(matcher.group("key").toLowerCase(Locale.ROOT)) : null;
            if (field == null) {
                return Optional.empty();
            }
            Optional<String> value = value(field, matcher.group("value"));
            if (value.isEmpty() || fields.putIfAbsent(field, value.get()) != null) {
                left.append(text, at, end + 1);
                notes.add("header line " + Quoted.of(line) + " left in the text: "
                        + (value.isEmpty() ? expected(field) : "a second one of its kind"));
            }
            at = end + 1;
        }
        if (fields.isEmpty()) {
            return Optional.of(new Header(fields, text, notes));
        }
        return Optional.of(new Header(fields, CleanText.trim(left + text.substring(at)), notes));
    }

    private static Optional<Header> date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String date = matcher.group("date");
        boolean sentence = date.length() == YEAR && matcher.group("before") == null && matcher.group("behind") == null;
        String behind = CleanText.trim(text.substring(matcher.end()));
        if (sentence || behind.isEmpty()) {
            return Optional.empty();
        }
        if (!IssueDate.isValid(date)) {
            String note = "the date " + Quoted.of(date) + " at its start left in the text: " + expected(Field.ISSUED);
            return Optional.of(new Header(Map.of(), text, List.of(note)));
        }
        return Optional.of(new Header(Map.of(Field.ISSUED, date), behind, List.of()));
    }

    private static Optional<String> value(Field field, String value) {
        return switch (field) {
            case ISSUED -> Optional.of(value).filter(IssueDate::isValid);
            case LANGUAGE -> LanguageTag.canonical(value);
            case STATUS -> Statuses.read(value).map(Enum::name);
            default -> Optional.of(value);
        };
    }

    private static String expected(Field field) {
        return switch (field) {
            case ISSUED -> "no such day or time in ISO 8601 (2023, 2023-01, 2023-01-23, 2023-01-23T10:00:00Z)";
            case LANGUAGE -> "no BCP 47 language tag (fr, pt-BR)";
            case STATUS -> "not NEW, UPDATE, CORRECTION or WITHDRAWN";
            default -> "not understood";
        };
    }
}
