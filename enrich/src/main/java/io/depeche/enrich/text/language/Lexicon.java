// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.language;

import io.depeche.enrich.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a language file says; immutable.
 *
 * <p>A file is UTF-8 text: {@code [section]} lines, and under each either {@code key = value} or bare entries, one a
 * line. A line that starts with {@code #} is a comment.
 */
public final class Lexicon {

    /**
     * An entry of a section.
     *
     * @param key the word or words
     * @param value what stands behind the equals sign; empty in a bare entry
     * @param line number of its line, from 1
     */
    public record Entry(String key, String value, int line) {}

    private final String language;
    private final String file;
    private final Map<Section, List<Entry>> sections;

    private Lexicon(String language, String file, Map<Section, List<Entry>> sections) {
        this.language = language;
        this.file = file;
        this.sections = sections;
    }

    /**
     * Reads a language file.
     *
     * @param language BCP 47 language subtag that the file is for
     * @param file name for error messages
     * @param content the whole file
     * @throws LexiconException if a line is neither a comment, a known section nor an entry of one
     */
    public static Lexicon parse(String language, String file, String content) {
        Map<Section, List<Entry>> sections = new EnumMap<>(Section.class);
        List<Entry> current = null;
        int number = 0;
        for (String raw : content.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                current = sections.computeIfAbsent(section(line, file, number), section -> new ArrayList<>());
            } else if (current == null) {
                throw new LexiconException(
                        file, number, "read \"" + line + "\" before any section; expected [section] first");
            } else {
                current.add(entry(line, file, number));
            }
        }
        return new Lexicon(language, file, sections);
    }

    private static Section section(String line, String file, int number) {
        String name = line.endsWith("]") ? line.substring(1, line.length() - 1) : line;
        return Section.named(name)
                .orElseThrow(() -> new LexiconException(
                        file,
                        number,
                        "read " + line + "; expected one of "
                                + Arrays.stream(Section.values())
                                        .map(Section::title)
                                        .collect(Collectors.joining("], [", "[", "]"))));
    }

    private static Entry entry(String line, String file, int number) {
        // A space on both sides, so that the equals sign itself can be a key.
        int equals = line.indexOf(" = ");
        if (equals < 0) {
            if (line.endsWith(" =")) {
                throw new LexiconException(file, number, "read \"" + line + "\"; expected a value behind the =");
            }
            return new Entry(line, "", number);
        }
        return new Entry(
                line.substring(0, equals).strip(), line.substring(equals + 3).strip(), number);
    }

    /** The language subtag: {@code fr}. */
    public String language() {
        return language;
    }

    /** Whether the file has all of these sections. */
    public boolean has(Section... wanted) {
        return Arrays.stream(wanted).allMatch(sections::containsKey);
    }

    /** The entries of a section as they stand, in order; none where the file lacks the section. */
    public List<Entry> entries(Section section) {
        return List.copyOf(sections.getOrDefault(section, List.of()));
    }

    /** The keys of a section, {@linkplain Token#fold(String) folded}. */
    public Set<String> words(Section section) {
        return entries(section).stream().map(entry -> Token.fold(entry.key())).collect(Collectors.toUnmodifiableSet());
    }

    /** Those keys of a section whose value names a kind, see {@link #kinds}. */
    public Set<String> words(Section section, String kind) {
        return entries(section).stream()
                .filter(entry -> kinds(entry.value()).contains(kind))
                .map(entry -> Token.fold(entry.key()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The kinds that a value names, in any order, with white space between them; the empty one where there is no value. */
    public static List<String> kinds(String value) {
        return List.of(value.split("\\s+"));
    }

    /**
     * The keys of a section, {@linkplain Token#fold(String) folded}, with their values.
     *
     * @param meaning reads a value; what it throws as {@link IllegalArgumentException} is told with the line
     * @throws LexiconException if a value can't be read, or a key stands twice with different values
     */
    public <V> Map<String, V> map(Section section, Function<String, V> meaning) {
        Map<String, V> map = new LinkedHashMap<>();
        for (Entry entry : entries(section)) {
            V value = read(entry, meaning);
            V other = map.putIfAbsent(Token.fold(entry.key()), value);
            if (other != null && !other.equals(value)) {
                throw new LexiconException(
                        file,
                        entry.line(),
                        "\"" + entry.key() + "\" has the value " + other + " further up in [" + section.title()
                                + "] and " + value + " here; leave one out");
            }
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * What the value of an entry means.
     *
     * @param meaning reads the value; what it throws as {@link IllegalArgumentException} is told with the line
     * @throws LexiconException if the value can't be read
     */
    public <V> V read(Entry entry, Function<String, V> meaning) {
        try {
            return meaning.apply(entry.value());
        } catch (IllegalArgumentException unreadable) {
            throw new LexiconException(
                    file,
                    entry.line(),
                    "read \"" + entry.value() + "\" as the value of \"" + entry.key() + "\": "
                            + unreadable.getMessage());
        }
    }
}
