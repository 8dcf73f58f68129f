// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The keys that the header of a text may have, and which values they take. Stateless and thread-safe. */
public final class HeaderFields {

    private static final Map<String, Field> KEYS = Map.of(
            "date", Field.ISSUED,
            "title", Field.TITLE,
            "language", Field.LANGUAGE,
            "url", Field.URL,
            "rights", Field.RIGHTS,
            "version", Field.VERSION,
            "status", Field.STATUS);

    private HeaderFields() {}

    /** The field that a key names, in any case of letters. */
    public static Optional<Field> named(String key) {
        return Optional.ofNullable(KEYS.get(key.toLowerCase(Locale.ROOT)));
    }

    /** The value as events carry it, or nothing where the field takes no such value. */
    public static Optional<String> value(Field field, String value) {
        return switch (field) {
            case ISSUED -> Optional.of(value).filter(IssueDate::isValid);
            case LANGUAGE -> LanguageTag.canonical(value);
            case STATUS -> Statuses.read(value).map(Enum::name);
            default -> Optional.of(value);
        };
    }

    /** What is wrong with a value that {@link #value} doesn't take. */
    public static String expected(Field field) {
        return switch (field) {
            case ISSUED -> "no such day or time in ISO 8601 (2023, 2023-01, 2023-01-23, 2023-01-23T10:00:00Z)";
            case LANGUAGE -> "no BCP 47 language tag (fr, pt-BR)";
            case STATUS -> "not NEW, UPDATE, CORRECTION or WITHDRAWN";
            default -> "not understood";
        };
    }
}
