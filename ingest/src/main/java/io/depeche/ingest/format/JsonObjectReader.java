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
import java.util.function.Function;
import org.apache.avro.util.Utf8;

/** Reads texts as one JSON object (RFC 8259) each, with the fields of a statement. Thread-safe. */
final class JsonObjectReader {

    /**
     * @param fields those that are there and are not null, as they stand, without categories, and without a clean text
     * @param cleanText where it was cut out
     * @param unknown names of the fields that no statement has
     */
    record JsonStatement(
            Map<Field, String> fields, Optional<Utf8> cleanText, List<String> categories, List<String> unknown) {}

    /** Where in a document a text begins, both counted from 1. */
    record Start(int line, int column) {

        private String of(JsonLocation location) {
            int column = location.getColumnNr();
            return location.getLineNr() == 1
                    ? "line " + line + ", column " + (this.column + column - 1)
                    : "line " + (line + location.getLineNr() - 1) + ", column " + column;
        }
    }

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
    /** At any depth: each is held to tell when it comes twice. */
    private static final int MOST_NAMES = 10_000;

    private static final int MOST_CATEGORIES = 1000;
    private static final String A_LINE = "write one JSON object a line: {\"id\": …, \"text\": …}";
    private static final String OBJECT = "write a JSON object: {\"id\": …, \"text\": …}";
    private static final Function<JsonLocation, String> COLUMN = location -> "column " + location.getColumnNr();
    private static final Function<JsonLocation, String> PLACE = location ->
            (location.getLineNr() > 1 ? "line " + location.getLineNr() + ", " : "") + COLUMN.apply(location);

    private static final JsonFactory STRICT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE) // The line's length is limited before it comes here.
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION) // Bytes come here only where they are UTF-8.
            .build();

    /** Keeps no names: there may be as many as there is room for in a document. */
    static final JsonFactory LENIENT = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** @throws Refused with the column, counted from 1 */
    JsonStatement read(String line) throws IOException, Refused {
        return read(line, COLUMN, A_LINE);
    }

    /**
     * The same without a String of the whole line, where it is well-formed UTF-8 and a statement's object. Where this
     * gives nothing, {@link #read(String)} says what is wrong.
     */
    Optional<JsonStatement> read(byte[] line) throws IOException {
        Optional<JsonText> text = JsonText.cut(line);
        if (text.isPresent() && Utf8Form.isWellFormed(text.get().json())) {
            Optional<JsonStatement> statement = read(text.get().json(), text);
            if (statement.isPresent() && statement.get().cleanText().isPresent()) {
                return statement;
            }
        }
        return Utf8Form.isWellFormed(line) ? read(line, Optional.empty()) : Optional.empty();
    }

    private static Optional<JsonStatement> read(byte[] line, Optional<JsonText> cut) throws IOException {
        // Documents that were joined have marks in their midst.
        int from = ByteOrderMark.of(line).map(ByteOrderMark::length).orElse(0);
        try (JsonParser parser = STRICT.createParser(line, from, line.length - from)) {
            return Optional.of(read(parser, cut));
        } catch (JsonProcessingException | Wrong e) {
            return Optional.empty();
        }
    }

    /** @throws Refused with line and column in the document, whose part this text is */
    JsonStatement read(String part, Start start) throws IOException, Refused {
        return read(part, start::of, OBJECT);
    }

    private static JsonStatement read(String text, Function<JsonLocation, String> places, String expected)
            throws IOException, Refused {
        try (JsonParser parser = STRICT.createParser(text)) {
            try {
                return read(parser, Optional.empty());
            } catch (Wrong e) {
                throw new Refused(e.getMessage() + " (" + places.apply(parser.currentTokenLocation()) + ")", expected);
            }
        } catch (JsonProcessingException e) {
            throw new Refused("it is no valid JSON: " + said(e, places), expected);
        }
    }

    /** What is JSON and no statement, at the parser's current token. */
    private static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        private Wrong(String message) {
            super(message, null, false, false);
        }
    }

    /** @param cut from what the parser reads */
    private static JsonStatement read(JsonParser parser, Optional<JsonText> cut) throws IOException, Wrong {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Wrong("it is no JSON object");
        }
        JsonStatement statement = fields(parser, cut);
        if (parser.nextToken() != null) {
            throw new Wrong("there is more behind the JSON object");
        }
        return statement;
    }

    /**
     * Why this is no JSON object or array; nothing where it is one, in whole or, where it was cut, up to there. Doubled
     * keys and deep nesting are no objection: such a text is JSON, if a bad one.
     */
    Optional<Objection> objection(String json, boolean cut) throws IOException {
        try (JsonParser parser = LENIENT.createParser(json)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null
                    ? Optional.empty()
                    : Optional.of(new Objection("there is more behind the object", Objection.Kind.MORE));
        } catch (JsonEOFException e) {
            return cut ? Optional.empty() : Optional.of(new Objection(said(e, PLACE), Objection.Kind.ENDED));
        } catch (StreamConstraintsException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(new Objection(said(e, PLACE), Objection.Kind.BROKEN));
        }
    }

    private static JsonStatement fields(JsonParser parser, Optional<JsonText> cut) throws IOException, Wrong {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        Optional<Utf8> cleanText = Optional.empty();
        List<String> categories = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int names = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            names = oneMore(names);
            Optional<Field> known = Field.named(name);
            if (known.isEmpty()) {
                unknown.add(name);
                names = skip(parser, names);
            } else if (value != JsonToken.VALUE_NULL) {
                Field field = known.get();
                if (field == Field.CATEGORIES) {
                    categories(parser, categories);
                } else if (value == JsonToken.VALUE_STRING || value.isNumeric() && field.mayBeNumber()) {
                    if (field == Field.TEXT && isThere(cut, parser)) {
                        cleanText = Optional.of(cut.get().value());
                    } else {
                        fields.put(field, parser.getText());
                    }
                } else {
                    throw wrongType(parser, field, field.mayBeNumber() ? "a string or a number" : "a string");
                }
            }
        }
        return new JsonStatement(fields, cleanText, categories, unknown);
    }

    private static boolean isThere(Optional<JsonText> cut, JsonParser parser) {
        return cut.isPresent()
                && cut.get().quote() == parser.currentTokenLocation().getByteOffset();
    }

    private static int oneMore(int names) throws Wrong {
        if (names == MOST_NAMES) {
            throw new Wrong("it has more than " + MOST_NAMES + " fields");
        }
        return names + 1;
    }

    /** Skips a value, and counts the names in it. */
    private static int skip(JsonParser parser, int before) throws IOException, Wrong {
        int names = before;
        int depth = 0;
        for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            names = token == JsonToken.FIELD_NAME ? oneMore(names) : names;
            if (depth == 0) {
                return names;
            }
        }
    }

    private static void categories(JsonParser parser, List<String> categories) throws IOException, Wrong {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrongType(parser, Field.CATEGORIES, "an array of strings");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw wrongType(parser, Field.CATEGORIES, "an array of strings");
            }
            if (categories.size() == MOST_CATEGORIES) {
                throw new Wrong("its field " + Field.CATEGORIES + " holds more than " + MOST_CATEGORIES + " of them");
            }
            categories.add(parser.getText());
        }
    }

    private static Wrong wrongType(JsonParser parser, Field field, String expected) {
        String found = switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            default -> "a truth value";
        };
        return new Wrong("its field " + field + " should hold " + expected + " and holds " + found);
    }

    private static String said(JsonProcessingException e, Function<JsonLocation, String> places) {
        String place = e.getLocation() == null ? "" : " (" + places.apply(e.getLocation()) + ")";
        return e.getOriginalMessage().replaceAll("\\R", " ") + place;
    }
}
