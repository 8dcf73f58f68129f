// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.speed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What speed is measured on: press texts, as many as are in a file beside this class, and one megabyte of the same. */
public enum Text {
    /** French Wikinews. */
    FRENCH("press, French", "fr", "french.txt", null),
    /** English press releases. */
    ENGLISH("press, English", "en", "english.txt", null),
    /** Nothing but numbers, each a figure. */
    ONES("`1 1 1 …`", "en", null, "1 "),
    /** One number. */
    DIGITS("`111…`", "en", null, "1"),
    /** A word that number words and dates may go on behind. */
    CONJUNCTIONS("`et et et …`", "fr", null, "et "),
    /** What dates may begin and go on with, and never are: the slowest text known. */
    DAYS("`12 et 12 et …`", "fr", null, "12 et "),
    /** Quotations that never end. */
    QUOTES("`« « « …`", "fr", null, "« ");

    private static final int REPEATED_BYTES = 1_000_000;
    private static final String BEGINNING = "=== ";

    private final String label;
    private final String language;
    private final String file;
    private final String repeated;

    Text(String label, String language, String file, String repeated) {
        this.label = label;
        this.language = language;
        this.file = file;
        this.repeated = repeated;
    }

    /** Its name in tables. */
    public String label() {
        return label;
    }

    /** BCP 47 tag. */
    public String language() {
        return language;
    }

    /** The texts, each to be annotated by itself. */
    public List<String> texts() {
        if (file == null) {
            return List.of(repeated.repeat(REPEATED_BYTES / bytes(repeated)));
        }
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : content().split("\n", -1)) {
            if (line.startsWith(BEGINNING)) {
                add(text, texts);
            } else {
                text.append(line).append('\n');
            }
        }
        add(text, texts);
        return List.copyOf(texts);
    }

    /** Size of all its texts in UTF-8. */
    public long bytes() {
        return texts().stream().mapToLong(Text::bytes).sum();
    }

    private static void add(StringBuilder text, List<String> texts) {
        if (!text.isEmpty()) {
            texts.add(text.toString());
            text.setLength(0);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private String content() {
        try (InputStream in = Text.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
