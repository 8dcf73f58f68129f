// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a statement says of itself, under the names that JSON lines have for it. */
public enum Field {
    ID("id"),
    TEXT("text"),
    TITLE("title"),
    URL("url"),
    LANGUAGE("language"),
    ISSUED("issued"),
    STATUS("status"),
    VERSION("version"),
    EMBARGO("embargo"),
    RIGHTS("rights"),
    CATEGORIES("categories"),
    MEDIA_TYPE("mediaType");

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::toString, Function.identity()));

    private final String json;

    Field(String json) {
        this.json = json;
    }

    public static Optional<Field> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Sources number their items and versions: a number is as good as a string there. */
    public boolean mayBeNumber() {
        return this == ID || this == VERSION;
    }

    @Override
    public String toString() {
        return json;
    }
}
