// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What messages in IPTC 7901 hold in their agency's language, from the resource {@code iptc7901.properties}. */
final class Iptc7901Words {

    private static final String RESOURCE = "iptc7901.properties";

    private final List<String> ends;
    private final Set<String> bylines;
    private final Map<String, String> months = new HashMap<>();

    private Iptc7901Words(Properties words) {
        this.ends = words.stringPropertyNames().stream()
                .filter(key -> key.startsWith("end."))
                .map(words::getProperty)
                .toList();
        this.bylines = Set.of(words.getProperty("byline").split(" "));
        for (String key : words.stringPropertyNames()) {
            if (key.startsWith("month.")) {
                for (String name : words.getProperty(key).split(" ")) {
                    months.put(name, key.substring("month.".length()));
                }
            }
        }
    }

    static Iptc7901Words load() {
        Properties words = new Properties();
        try (InputStream in = Iptc7901Words.class.getResourceAsStream(RESOURCE)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + RESOURCE + " belongs to the program and can't be read", e);
        }
        return new Iptc7901Words(words);
    }

    /** Whether the text is over with the line before that one. */
    boolean endsBefore(String line) {
        String lower = line.strip().toLowerCase(Locale.ROOT);
        return ends.stream().anyMatch(lower::startsWith);
    }

    boolean isByline(String line) {
        return bylines.contains(line.strip().toLowerCase(Locale.ROOT).split("\\s", 2)[0]);
    }

    /** Its number in two digits. */
    Optional<String> month(String name) {
        return Optional.ofNullable(months.get(name.toLowerCase(Locale.ROOT)));
    }
}
