// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON objects (RFC 8259) with the fields of a statement. Thread-safe. */
final class JsonObjectReader {

    /**
     * @param fields those that are there and are not null, as they stand, without categories
     * @param unknown names of the fields that no statement has
     */
    record JsonStatement(Map<Field, String> fields, List<String> categories, List<String> unknown) {}

    /** Why something is no JSON object. */
    record Objection(String reason, Kind kind) {

        enum Kind {
            /** It is the beginning of one and ends before the object does. */
            ENDED,
            /** It is one, and there is another behind it. */
            MORE,
            BROKEN
        }
    }

    private static final int DEEPEST = 64;
    private static final String EXPECTED = "write one JSON object a line: {\"id\": …, \"text\": …}";

    private final JsonFactory strict = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE) // The line's length is limited before it comes here.
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws Refused with line, where there are several, and column, counted from 1 */
    JsonStatement read(String json) throws IOException, Refused {
        try (JsonParser parser = strict.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refused(parser, "it is no JSON object");
            }
            JsonStatement statement = fields(parser);
            if (parser.nextToken() != null) {
                throw refused(parser, "there is more behind the JSON object");
            }
            return statement;
        } catch (JsonProcessingException e) {
            throw new Refused("it is no valid JSON: " + said(e), EXPECTED);
        }
    }

    /**
     * Why this is no JSON object or array; nothing where it is one, in whole or, where it was cut, up to there. Doubled
     * keys and deep nesting are no objection: such a text is JSON, if a bad one.
     */
    Optional<Objection> objection(String json, boolean cut) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null
                    ? Optional.empty()
                    : Optional.of(new Objection("there is more behind the object", Objection.Kind.MORE));
        } catch (JsonEOFException e) {
            return cut ? Optional.empty() : Optional.of(new Objection(said(e), Objection.Kind.ENDED));
        } catch (StreamConstraintsException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(new Objection(said(e), Objection.Kind.BROKEN));
        }
    }

    private static JsonStatement fields(JsonParser parser) throws IOException, Refused {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        List<String> categories = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            Optional<Field> known = Field.named(name);
            if (known.isEmpty()) {
                unknown.add(name);
                parser.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                Field field = known.get();
                if (field == Field.CATEGORIES) {
                    categories(parser, categories);
                } else if (value == JsonToken.VALUE_STRING || value.isNumeric() && field.mayBeNumber()) {
                    fields.put(field, parser.getText());
                } else {
                    throw wrongType(parser, field, field.mayBeNumber() ? "a string or a number" : "a string");
                }
            }
        }
        return new JsonStatement(fields, categories, unknown);
    }

    private static void categories(JsonParser parser, List<String> categories) throws IOException, Refused {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrongType(parser, Field.CATEGORIES, "an array of strings");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw wrongType(parser, Field.CATEGORIES, "an array of strings");
            }
            categories.add(parser.getText());
        }
    }

    private static Refused wrongType(JsonParser parser, Field field, String expected) {
        String found = switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            default -> "a truth value";
        };
        return refused(parser, "its field " + field + " should hold " + expected + " and holds " + found);
    }

    private static Refused refused(JsonParser parser, String reason) {
        return new Refused(reason + at(parser.currentTokenLocation()), EXPECTED);
    }

    private static String said(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll("\\R", " ") + at(e.getLocation());
    }

    private static String at(JsonLocation location) {
        if (location == null) {
            return "";
        }
        String line = location.getLineNr() > 1 ? "line " + location.getLineNr() + ", " : "";
        return " (" + line + "column " + location.getColumnNr() + ")";
    }
}
