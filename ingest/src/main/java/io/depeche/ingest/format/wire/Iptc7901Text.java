// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is between STX and ETX: a headline, where there is one, and paragraphs whose lines were broken for a teleprinter.
 *
 * @param text lines put together to paragraphs, but for tables and lists, with an empty line between them
 */
record Iptc7901Text(Optional<String> title, String text) {

    /** Many agencies close what is above the text with an equals sign. */
    private static final String HEAD_END = "=";

    /** How far down that may be. */
    private static final int HEAD_LINES = 24;

    private static final Pattern NOTE = Pattern.compile("\\([^()]*\\)");
    private static final Pattern TABLE = Pattern.compile("\\S(?: {3,}|\\t)\\S");
    private static final Pattern SEPARATOR = Pattern.compile("[*\\s=_-]*");
    private static final String INDENT = "  ";

    static Iptc7901Text read(String body, Iptc7901Words words) {
        List<String> lines = publishable(body, words);
        int headEnd = headEnd(lines);
        if (headEnd > 0) {
            return new Iptc7901Text(
                    title(lines.subList(0, headEnd), words), text(lines.subList(headEnd, lines.size())));
        }
        if (isTitle(lines)) {
            return new Iptc7901Text(Optional.of(lines.get(0).strip()), text(lines.subList(1, lines.size())));
        }
        return new Iptc7901Text(Optional.empty(), text(lines));
    }

    private static List<String> publishable(String body, Iptc7901Words words) {
        List<String> lines = new ArrayList<>();
        for (String line : body.split("\\r*\\n|\\r")) {
            if (words.endsBefore(line)) {
                break;
            }
            if (!lines.isEmpty() || !line.isBlank()) {
                lines.add(line.stripTrailing());
            }
        }
        return lines;
    }

    private static int headEnd(List<String> lines) {
        for (int i = 0; i < Math.min(lines.size(), HEAD_LINES); i++) {
            if (lines.get(i).endsWith(HEAD_END)
                    && !SEPARATOR.matcher(lines.get(i)).matches()) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The lines up to a byline, without notes in parentheses: (Berichtigung: …), (Foto). */
    private static Optional<String> title(List<String> head, Iptc7901Words words) {
        String joined = String.join("\n", head);
        String plain = NOTE.matcher(joined.substring(0, joined.length() - 1)).replaceAll("");
        List<String> title = new ArrayList<>();
        for (String line : plain.split("\\n")) {
            if (!title.isEmpty() && words.isByline(line)) {
                break;
            }
            if (!line.isBlank()) {
                title.add(line.strip());
            }
        }
        return title.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", title));
    }

    /** A first line that is set apart from the text and is no sentence. */
    private static boolean isTitle(List<String> lines) {
        return lines.size() > 1
                && !lines.get(0).endsWith(".")
                && (lines.get(1).isBlank() || lines.get(1).startsWith(INDENT));
    }

    private static String text(List<String> lines) {
        List<String> paragraphs = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        for (String line : lines) {
            boolean begins = line.startsWith(INDENT)
                    && !TABLE.matcher(line).find()
                    && (paragraph.isEmpty() || !isTable(paragraph.subList(paragraph.size() - 1, paragraph.size())))
                    && !isList(paragraph);
            if (line.isBlank() || begins) {
                paragraphs.add(paragraph(paragraph));
                paragraph.clear();
            }
            if (!line.isBlank() && !SEPARATOR.matcher(line).matches()) {
                paragraph.add(line);
            }
        }
        paragraphs.add(paragraph(paragraph));
        return String.join("\n\n", paragraphs.stream().filter(p -> !p.isEmpty()).toList());
    }

    private static String paragraph(List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        if (isTable(lines)) {
            return String.join("\n", lines);
        }
        String joined = String.join(" ", lines.stream().map(String::strip).toList());
        return isList(lines) ? String.join("\n", Arrays.asList(joined.split(" (?=- )"))) : joined;
    }

    private static boolean isList(List<String> lines) {
        return !lines.isEmpty() && lines.get(0).startsWith("- ");
    }

    private static boolean isTable(List<String> lines) {
        return lines.stream().anyMatch(line -> TABLE.matcher(line).find());
    }
}
