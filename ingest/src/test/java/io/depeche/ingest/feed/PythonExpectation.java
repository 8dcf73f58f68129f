// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file of feedparser's tests expects: comparisons in Python, joined by {@code and}, as {@code
 * entries[0]['title'] == u'Example'}. What isn't a comparison of a path with a literal is left out, and counted.
 *
 * @param checks those that were understood
 * @param others how many were not
 */
record PythonExpectation(List<Check> checks, int others) {

    /**
     * @param path keys and indexes: entries, 0, title
     * @param value a String, a Long, or a List of Longs
     */
    record Check(List<String> path, Object value) {

        @Override
        public String toString() {
            return String.join(".", path) + " == " + value;
        }
    }

    static PythonExpectation parse(String expression) {
        List<Check> checks = new ArrayList<>();
        int others = 0;
        for (String part : conjuncts(expression)) {
            List<Check> found = check(part.strip());
            checks.addAll(found);
            if (found.isEmpty() && !part.strip().matches("(not )?bozo|1|")) {
                others++;
            }
        }
        return new PythonExpectation(checks, others);
    }

    private static List<String> conjuncts(String expression) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            if (c == '\'' || c == '"') {
                at = endOfString(expression, at);
            } else if (expression.startsWith(" and ", at)) {
                parts.add(expression.substring(start, at));
                at += " and ".length();
                start = at;
            } else {
                at++;
            }
        }
        parts.add(expression.substring(start));
        return parts;
    }

    private static String quote(String text, int at) {
        String one = text.substring(at, at + 1);
        return text.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
    }

    private static int endOfString(String text, int start) {
        String quote = quote(text, start);
        int at = start + quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + quote.length();
    }

    /** Several where the comparisons are a chain. */
    private static List<Check> check(String part) {
        int equals = outside(part, "==");
        if (equals < 0) {
            return List.of();
        }
        List<String> path = path(part.substring(0, equals).strip());
        String right = part.substring(equals + 2).strip();
        if (path.isEmpty()) {
            return List.of();
        }
        List<Check> rest = check(right);
        List<Check> checks = new ArrayList<>(rest);
        literal(right)
                .or(() -> rest.stream().map(Check::value).findFirst())
                .ifPresent(value -> checks.add(0, new Check(path, value)));
        return checks;
    }

    private static int outside(String text, String wanted) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith(wanted, at)) {
                return at;
            }
            at = c == '\'' || c == '"' ? endOfString(text, at) : at + 1;
        }
        return -1;
    }

    private static List<String> path(String expression) {
        if (!expression.matches("\\w+(\\[('\\w+'|\"\\w+\"|\\d+)]|\\.\\w+)*")) {
            return List.of();
        }
        return List.of(expression.replaceAll("['\"\\]]", "").split("[\\[.]"));
    }

    private static Optional<Object> literal(String text) {
        if (text.matches("-?\\d+")) {
            return Optional.of(Long.valueOf(text));
        }
        if (text.matches("\\((\\s*-?\\d+\\s*,?)+\\)")) {
            List<Long> numbers = new ArrayList<>();
            for (String number : text.substring(1, text.length() - 1).split(",")) {
                numbers.add(Long.valueOf(number.strip()));
            }
            return Optional.of(numbers);
        }
        return string(text).map(value -> value);
    }

    /** One or more string literals, joined by + or nothing. */
    private static Optional<String> string(String text) {
        StringBuilder value = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                int end = Math.min(endOfString(text, at), text.length());
                int quotes = quote(text, at).length();
                value.append(unescape(text.substring(at + quotes, Math.max(at + quotes, end - quotes))));
                at = end;
            } else if (c == 'u' || c == '+' || Character.isWhitespace(c)) {
                at++;
            } else {
                return Optional.empty();
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(value.toString());
    }

    private static String unescape(String text) {
        StringBuilder value = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (c != '\\') {
                value.append(c);
                at++;
            } else if (next == 'x' || next == 'u' || next == 'U') {
                int digits = next == 'x' ? 2 : next == 'u' ? 4 : 8;
                value.appendCodePoint(Integer.parseInt(text.substring(at + 2, at + 2 + digits), 16));
                at += 2 + digits;
            } else {
                value.append(
                        switch (next) {
                            case 'n' -> "\n";
                            case 't' -> "\t";
                            case 'r' -> "\r";
                            case '\\', '\'', '"' -> Character.toString(next);
                            default -> "\\" + next;
                        });
                at += 2;
            }
        }
        return value.toString();
    }
}
