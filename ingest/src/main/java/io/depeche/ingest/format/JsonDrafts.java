// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.ingest.format.JsonObjectReader.JsonStatement;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes drafts of JSON objects: values cleaned and checked. Remembers which unknown fields it has named. Not
 * thread-safe.
 */
final class JsonDrafts {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]{1,127}/[\\w!#$&^.+-]{1,127}(\\h*;.*)?");
    private static final int NAMED_AT_MOST = 32;

    private final TextLimit limit;
    private final Set<String> named = new HashSet<>();

    JsonDrafts(TextLimit limit) {
        this.limit = limit;
    }

    /** @param notes takes what a person should know of the mending */
    Draft draft(JsonStatement json, List<String> notes) throws Refused {
        nameUnknown(json.unknown(), notes);
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Map.Entry<Field, String> entry : json.fields().entrySet()) {
            Field field = entry.getKey();
            if (field != Field.TEXT) {
                CleanText clean = CleanText.line(entry.getValue());
                note(clean, field, notes);
                Optional<String> value = clean.text().isEmpty() ? Optional.empty() : value(field, clean.text(), notes);
                value.ifPresent(v -> fields.put(field, v));
            }
        }
        List<String> categories = new ArrayList<>();
        for (String category : json.categories()) {
            CleanText clean = CleanText.line(category);
            note(clean, Field.CATEGORIES, notes);
            categories.add(clean.text());
        }
        return new Draft(fields, categories, text(json, notes));
    }

    private static void note(CleanText clean, Field field, List<String> notes) {
        if (clean.isMended()) {
            notes.addAll(clean.notes("the field " + field));
        }
    }

    private CharSequence text(JsonStatement json, List<String> notes) throws Refused {
        if (json.cleanText().isPresent()) {
            limit.check(json.cleanText().get().getByteLength());
            return json.cleanText().get();
        }
        String raw = json.fields().getOrDefault(Field.TEXT, "");
        CleanText text = CleanText.of(raw);
        text.refuseBinary(raw.length());
        limit.check(text.text());
        notes.addAll(text.notes("the text"));
        return text.text();
    }

    /** Nothing where the value is ill-formed and can be done without. */
    private static Optional<String> value(Field field, String value, List<String> notes) throws Refused {
        switch (field) {
            case ISSUED -> {
                if (!IssueDate.isValid(value)) {
                    throw new Refused(
                            "its issued is " + Quoted.of(value) + ", which is no date in ISO 8601",
                            "write 2023, 2023-01, 2023-01-23 or 2023-01-23T10:00:00Z, or leave it out");
                }
                return Optional.of(value);
            }
            case EMBARGO -> {
                try {
                    return Optional.of(OffsetDateTime.parse(value).toInstant().toString());
                } catch (DateTimeParseException e) {
                    throw new Refused(
                            "its embargo is " + Quoted.of(value) + ", which is no time with an offset in ISO 8601",
                            "write 2023-01-23T10:00:00Z or 2023-01-23T10:00:00+01:00, or leave it out");
                }
            }
            case STATUS -> {
                return Optional.of(Statuses.read(value)
                        .orElseThrow(() -> new Refused(
                                "its status is " + Quoted.of(value),
                                "write NEW, UPDATE, CORRECTION or WITHDRAWN, or leave it out"))
                        .name());
            }
            case LANGUAGE -> {
                Optional<String> tag = LanguageTag.canonical(value);
                if (tag.isEmpty()) {
                    notes.add("its language is " + Quoted.of(value)
                            + ", which is no BCP 47 tag (fr, pt-BR): dropped, the language will be told from the text");
                }
                return tag;
            }
            case MEDIA_TYPE -> {
                if (!MEDIA_TYPE.matcher(value).matches()) {
                    notes.add("its mediaType is " + Quoted.of(value)
                            + ", which is no media type (text/plain): dropped, text/plain is taken");
                    return Optional.empty();
                }
                return Optional.of(value);
            }
            default -> {
                return Optional.of(value);
            }
        }
    }

    private void nameUnknown(List<String> unknown, List<String> notes) {
        for (String name : unknown) {
            if (named.size() < NAMED_AT_MOST && named.add(name)) {
                notes.add("its field " + Quoted.of(name) + " is not one of a statement: left out here and from now on"
                        + (named.size() == NAMED_AT_MOST ? ", and further unknown ones with it" : ""));
            }
        }
    }
}
