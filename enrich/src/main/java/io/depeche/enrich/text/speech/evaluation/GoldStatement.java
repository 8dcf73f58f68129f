// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech.evaluation;

import io.depeche.enrich.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that was annotated by hand; immutable. The format is told in {@code enrich/src/test/resources/gold/README.md}.
 *
 * @param file where it was read from
 * @param text the text that all places refer to
 * @param entities persons and organisations, and what else speaks
 * @param attributions who said what
 */
public record GoldStatement(String file, String text, List<GoldEntity> entities, List<GoldAttribution> attributions) {

    /**
     * An entity with the places that refer to it, its roles left out.
     *
     * @param name its fullest name
     * @param mentions places
     */
    public record GoldEntity(String name, List<Span> mentions) {}

    /**
     * Who said what.
     *
     * @param speaker place of the words that name the speaker; null where none do
     * @param speakers names of the entities that speak
     * @param cue place of the words that announce it; null where none do
     * @param content place of what is said
     */
    public record GoldAttribution(Span speaker, List<String> speakers, Span cue, Span content) {}

    private static final Pattern SENTENCE = Pattern.compile("S(\\d+) (.*)");
    private static final Pattern POINT = Pattern.compile("S(\\d+)(?:#(\\d+))? \"(.*)\"");
    private static final Pattern RANGE = Pattern.compile("(S\\d+(?:#\\d+)? \".*?\") - (S\\d+(?:#\\d+)? \".*\")");
    private static final String ELLIPSIS = " \u2026 ";
    private static final String NONE = "none";

    public GoldStatement {
        entities = List.copyOf(entities);
        attributions = List.copyOf(attributions);
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it can't be read
     * @throws GoldException if a line of it is not understood
     */
    public static GoldStatement read(Path file) throws IOException {
        return new Parser(file.toString()).parse(Files.readString(file, StandardCharsets.UTF_8));
    }

    private static final class Parser {

        private final String file;
        private final StringBuilder text = new StringBuilder();
        private final List<Span> sentences = new ArrayList<>();
        private final List<GoldEntity> entities = new ArrayList<>();
        private final List<GoldAttribution> attributions = new ArrayList<>();
        private int line;
        private boolean paragraph;

        private Span speaker;
        private List<String> speakers = List.of();
        private Span cue;
        private Span content;

        Parser(String file) {
            this.file = file;
        }

        GoldStatement parse(String all) {
            String part = "";
            for (String raw : all.lines().toList()) {
                line++;
                String read = raw.strip();
                if (read.startsWith("--- ")) {
                    part = read.substring(4);
                } else if (read.isEmpty()) {
                    paragraph = true;
                } else {
                    switch (part) {
                        case "text" -> sentence(read);
                        case "entities" -> entity(read);
                        case "attributions" -> attribution(read);
                        default -> {
                            // Head: statement, language, source, licence.
                        }
                    }
                }
            }
            finish();
            return new GoldStatement(file, text.toString(), entities, attributions);
        }

        private void sentence(String read) {
            Matcher matcher = SENTENCE.matcher(read);
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) != sentences.size() + 1) {
                throw fault("expected S" + (sentences.size() + 1) + " and a sentence");
            }
            if (!sentences.isEmpty()) {
                text.append(paragraph ? "\n\n" : " ");
            }
            paragraph = false;
            int start = text.length();
            text.append(matcher.group(2));
            sentences.add(new Span(start, text.length()));
        }

        private void entity(String read) {
            String[] words = read.split(" ", 3);
            if (words[0].equals("entity")) {
                if (words.length < 3) {
                    throw fault("expected a type and a name behind entity");
                }
                entities.add(new GoldEntity(words[2], new ArrayList<>()));
            } else if (entities.isEmpty()) {
                throw fault("expected an entity first");
            } else if (!words[0].equals("role")) {
                entities.get(entities.size() - 1).mentions().add(place(read.substring(words[0].length() + 1)));
            }
        }

        private void attribution(String read) {
            int space = read.indexOf(' ');
            String key = space < 0 ? read : read.substring(0, space);
            String value = space < 0 ? "" : read.substring(space + 1);
            switch (key) {
                case "attribution" -> finish();
                case "speaker" -> speaker(value);
                case "cue" -> cue = value.equals(NONE) ? null : place(value);
                case "content" -> content = place(value);
                case "form", "act", "negated" -> {
                    // Not scored.
                }
                default -> throw fault("read " + key + "; expected speaker, cue, content, form, act or negated");
            }
        }

        private void speaker(String value) {
            if (value.equals(NONE)) {
                return;
            }
            int equals = value.lastIndexOf(" = ");
            if (equals < 0) {
                throw fault("expected = and the name of an entity behind the place");
            }
            speaker = place(value.substring(0, equals));
            String names = value.substring(equals + 3);
            boolean one = entities.stream().anyMatch(entity -> entity.name().equals(names));
            speakers = one ? List.of(names) : List.of(names.split(" \\+ "));
        }

        private void finish() {
            if (content != null) {
                attributions.add(new GoldAttribution(speaker, speakers, cue, content));
            }
            speaker = null;
            speakers = List.of();
            cue = null;
            content = null;
        }

        private Span place(String value) {
            Matcher range = RANGE.matcher(value);
            if (range.matches()) {
                return new Span(
                        point(range.group(1)).start(), point(range.group(2)).end());
            }
            return point(value);
        }

        private Span point(String value) {
            Matcher matcher = POINT.matcher(value);
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > sentences.size()) {
                throw fault("read " + value + "; expected a place, as in S3 \"words\"");
            }
            Span sentence = sentences.get(Integer.parseInt(matcher.group(1)) - 1);
            int nth = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            String words = matcher.group(3);
            String whole = sentence.of(text.toString());
            int ellipsis = words.indexOf(ELLIPSIS);
            if (ellipsis >= 0 && !whole.contains(words)) {
                String first = words.substring(0, ellipsis);
                int at = find(whole, first, nth);
                String last = words.substring(ellipsis + ELLIPSIS.length());
                int end = whole.indexOf(last, at + first.length());
                if (end < 0) {
                    throw fault("\"" + last + "\" is not in the sentence");
                }
                return new Span(sentence.start() + at, sentence.start() + end + last.length());
            }
            int at = find(whole, words, nth);
            return new Span(sentence.start() + at, sentence.start() + at + words.length());
        }

        private int find(String whole, String words, int nth) {
            int at = -1;
            for (int i = 0; i < nth; i++) {
                at = whole.indexOf(words, at + 1);
                if (at < 0) {
                    throw fault("\"" + words + "\" is not in the sentence");
                }
            }
            return at;
        }

        private GoldException fault(String message) {
            return new GoldException(file, line, message);
        }
    }
}
