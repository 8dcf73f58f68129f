// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Names of months and zones in the dates of feeds, from {@code dates.properties}. Thread-safe. */
final class DateNames {

    private static final int PREFIX = 3;
    private static final Properties NAMES = load();

    private DateNames() {}

    static Optional<Integer> month(String name) {
        String plain = plain(name);
        String found = NAMES.getProperty("month." + plain);
        if (found == null && plain.length() > PREFIX) {
            found = NAMES.getProperty("month." + plain.substring(0, PREFIX));
        }
        return Optional.ofNullable(found).map(Integer::valueOf);
    }

    /** As ISO 8601 writes it: {@code Z}, {@code -05:00}. */
    static Optional<String> zone(String name) {
        return Optional.ofNullable(NAMES.getProperty("zone." + plain(name)));
    }

    private static String plain(String name) {
        return name.replace(".", "").toLowerCase(Locale.ROOT);
    }

    private static Properties load() {
        Properties names = new Properties();
        try (InputStream in = DateNames.class.getResourceAsStream("dates.properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            names.load(reader);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("dates.properties, which is part of this program, can't be read", e);
        }
    }
}
