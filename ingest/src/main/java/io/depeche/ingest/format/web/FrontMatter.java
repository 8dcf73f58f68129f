// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import io.depeche.ingest.format.CleanText;
import io.depeche.ingest.format.Field;
import io.depeche.ingest.format.HeaderFields;
import io.depeche.ingest.format.Quoted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The block of YAML 1.2 between two lines of three hyphens that a Markdown file may begin with, as far as its keys are
 * those of a header: plain and quoted scalars on one line. All else in it is left out.
 *
 * @param fields what was understood
 * @param text what is behind the block; all of it where there is none
 * @param notes what was left out, for people
 */
record FrontMatter(Map<Field, String> fields, String text, List<String> notes) {

    private static final String FENCE = "---";
    private static final String END = "...";
    private static final Pattern LINE = Pattern.compile("(?<key>\\p{Alpha}[\\w-]*)\\h*:(?:\\h+(?<value>\\S.*))?");
    private static final Pattern COMMENT = Pattern.compile("\\h#.*");

    /** Whether a text begins with such a block, with a known key in it; the block may go on behind the text. */
    static boolean begins(String text) {
        return text.startsWith(FENCE)
                && CleanText.trim(firstLine(text)).equals(FENCE)
                && text.lines()
                        .skip(1)
                        .takeWhile(line -> !isFence(line))
                        .anyMatch(line -> key(line).isPresent());
    }

    /** @param text with {@code \n} as line ends, without white space before it */
    static FrontMatter read(String text) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        List<String> notes = new ArrayList<>();
        if (!begins(text)) {
            return new FrontMatter(fields, text, notes);
        }
        List<String> unknown = new ArrayList<>();
        int at = firstLine(text).length() + 1;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            at += line.length() + 1;
            if (isFence(line)) {
                if (!unknown.isEmpty()) {
                    notes.add("of its front matter left out: " + Quoted.of(String.join(", ", unknown)));
                }
                return new FrontMatter(fields, CleanText.trim(text.substring(Math.min(at, text.length()))), notes);
            }
            read(line, fields, unknown);
        }
        // Without an end it is two rules, or none, and text between them.
        return new FrontMatter(Map.of(), text, List.of());
    }

    private static void read(String line, Map<Field, String> fields, List<String> unknown) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return;
        }
        String scalar = matcher.group("value") == null ? "" : scalar(CleanText.trim(matcher.group("value")));
        Optional<Field> field = key(line);
        Optional<String> value = field.flatMap(f -> f == Field.ISSUED ? LooseDate.of(scalar) : value(f, scalar));
        if (value.isEmpty() || fields.putIfAbsent(field.get(), value.get()) != null) {
            unknown.add(line.strip());
        }
    }

    private static Optional<String> value(Field field, String scalar) {
        return scalar.isEmpty() ? Optional.empty() : HeaderFields.value(field, scalar);
    }

    private static Optional<Field> key(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String key = matcher.group("key");
        return key.equals("lang") ? Optional.of(Field.LANGUAGE) : HeaderFields.named(key);
    }

    /** Empty where it is no scalar on one line. */
    private static String scalar(String written) {
        char first = written.charAt(0);
        int last = written.length() - 1;
        if (first == '"' && last > 0 && written.charAt(last) == '"') {
            return written.substring(1, last).replace("\\\"", "\"").replace("\\\\", "\\");
        }
        if (first == '\'' && last > 0 && written.charAt(last) == '\'') {
            return written.substring(1, last).replace("''", "'");
        }
        return "|>[{&*!~#".indexOf(first) >= 0
                ? ""
                : COMMENT.matcher(written).replaceFirst("").strip();
    }

    private static boolean isFence(String line) {
        String trimmed = line.stripTrailing();
        return trimmed.equals(FENCE) || trimmed.equals(END);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
