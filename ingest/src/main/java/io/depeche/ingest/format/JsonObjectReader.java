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

/** Reads one line as one JSON object (RFC 8259) with the fields of a statement. Thread-safe. */
final class JsonObjectReader {

    /**
     * @param fields those that are there and are not null, as they stand, without categories
     * @param unknown names of the fields that no statement has
     */
    record JsonStatement(Map<Field, String> fields, List<String> categories, List<String> unknown) {}

    private static final int DEEPEST = 64;
    private static final String EXPECTED = "write one JSON object a line: {\"id\": …, \"text\": …}";

    private final JsonFactory strict = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE) // The line's length is limited before it comes here.
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws Refused with the column, counted from 1 */
    JsonStatement read(String line) throws IOException, Refused {
        try (JsonParser parser = strict.createParser(line)) {
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
     * Why a line is no JSON object; nothing where it is one, in whole or, where it was cut, up to there. Doubled keys
     * and deep nesting are no objection: such a line is JSON, if a bad one.
     */
    Optional<String> objection(String line, boolean cut) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null ? Optional.empty() : Optional.of("there is more behind the object");
        } catch (JsonEOFException e) {
            return cut ? Optional.empty() : Optional.of(said(e));
        } catch (StreamConstraintsException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(said(e));
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
        return location == null ? "" : " (column " + location.getColumnNr() + ")";
    }
}
