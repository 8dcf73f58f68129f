// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plain text says of itself before it begins, in one of two forms: a date alone ({@code date 2023-01 Le
 * Président…}, {@code Date: 2023}), or lines of {@code Key: value} or {@code key value} with known keys only and an
 * empty line behind them.
 *
 * <p>Whatever is not understood stays in the text, and a header with no text behind it is text. Sentences begin like
 * lines without a colon, too: a block of such lines alone has a date, a language or a URL in it.
 *
 * @param fields what was understood
 * @param text what is behind the header; all of it where there is none
 * @param notes what looked like a header and was left in the text, for people
 */
record Header(Map<Field, String> fields, String text, List<String> notes) {

    private static final Pattern LINE = Pattern.compile("(?<key>\\p{Alpha}+)\\h*:\\h*(?<value>\\S.*)");
    /** Keys are in small letters here: a capital begins a sentence. */
    private static final Pattern BARE_LINE = Pattern.compile("(?<key>\\p{Lower}+)\\h+(?<value>[^\\h:].*)");

    private static final Pattern BARE_LANGUAGE = Pattern.compile("\\p{Alpha}{2,3}(-\\p{Alnum}{1,8})*");
    private static final Pattern BARE_URL = Pattern.compile("\\p{Alpha}[\\p{Alnum}+.-]*://\\S+");
    private static final Pattern BARE_VERSION = Pattern.compile("\\S+");

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

    /** @param bare whether it has no colon behind its key */
    private record Line(Field field, String value, boolean bare) {

        static Optional<Line> of(String line) {
            Matcher colon = LINE.matcher(line);
            if (colon.matches()) {
                return HeaderFields.named(colon.group("key"))
                        .map(field -> new Line(field, colon.group("value"), false));
            }
            Matcher bare = BARE_LINE.matcher(line);
            if (!bare.matches()) {
                return Optional.empty();
            }
            return HeaderFields.named(bare.group("key"))
                    .map(field -> new Line(field, bare.group("value"), true))
                    .filter(Line::isLikely);
        }

        /** Whether the value is one of its kind beyond doubt, as it has to be where no colon says that it is one. */
        private boolean isLikely() {
            boolean shaped = switch (field) {
                case LANGUAGE -> BARE_LANGUAGE.matcher(value).matches();
                case URL -> BARE_URL.matcher(value).matches();
                case VERSION -> BARE_VERSION.matcher(value).matches();
                default -> true;
            };
            return shaped && HeaderFields.value(field, value).isPresent();
        }

        /** Whether no sentence looks like it. */
        boolean isSure() {
            return !bare || field == Field.ISSUED || field == Field.LANGUAGE || field == Field.URL;
        }
    }

    private static Optional<Header> block(String text) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        List<String> notes = new ArrayList<>();
        StringBuilder left = new StringBuilder();
        boolean sure = false;
        int at = 0;
        while (true) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                return Optional.empty();
            }
            String written = CleanText.trim(text.substring(at, end));
            if (written.isEmpty()) {
                break;
            }
            Optional<Line> line = Line.of(written);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            Field field = line.get().field();
            Optional<String> value = HeaderFields.value(field, line.get().value());
            if (value.isEmpty() || fields.putIfAbsent(field, value.get()) != null) {
                left.append(text, at, end + 1);
                notes.add("header line " + Quoted.of(written) + " left in the text: "
                        + (value.isEmpty() ? HeaderFields.expected(field) : "a second one of its kind"));
            }
            sure = sure || line.get().isSure();
            at = end + 1;
        }
        if (!sure) {
            return Optional.empty();
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
            String note = "the date " + Quoted.of(date) + " at its start left in the text: "
                    + HeaderFields.expected(Field.ISSUED);
            return Optional.of(new Header(Map.of(), text, List.of(note)));
        }
        return Optional.of(new Header(Map.of(Field.ISSUED, date), behind, List.of()));
    }
}
