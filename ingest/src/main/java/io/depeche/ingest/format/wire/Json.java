// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.depeche.ingest.format.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JSON object (RFC 8259) with its names in lower case: ninjs 1 and 2 write {@code versioncreated}, ninjs 3 {@code
 * versionCreated}. Values are objects, lists, and strings, which numbers and truth values are, too. Immutable.
 *
 * <p>Bounded: what is nested deeper than {@value #DEEPEST} or has more than {@value #MOST_VALUES} values is refused.
 */
record Json(Map<String, Object> members) {

    static final int DEEPEST = 64;
    static final int MOST_VALUES = 100_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE) // The document's length is limited before it comes here.
                    .build())
            .build();

    private static final String WAY_OUT = "give it as it was sent: an object of JSON, or several behind each other";

    /**
     * The objects of a document: one, several behind each other, or those of an array.
     *
     * @throws Refused naming line and column
     */
    static List<Json> objects(String text) throws Refused {
        try (JsonParser parser = FACTORY.createParser(text)) {
            List<Json> objects = new ArrayList<>();
            Reader reader = new Reader(parser);
            while (parser.nextToken() != null) {
                Object value = reader.value();
                boolean list = value instanceof List<?>;
                for (Object each : list ? (List<?>) value : List.of(value)) {
                    if (!(each instanceof Json object)) {
                        throw new Refused(
                                "it holds something else than objects" + at(parser.currentLocation()), WAY_OUT);
                    }
                    objects.add(object);
                }
            }
            return objects;
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage().replaceAll("\\s+", " ");
            throw new Refused("it is no valid JSON: " + message + at(e.getLocation()), WAY_OUT);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can always be read, this one could not", e);
        }
    }

    /** The names of the first object's members as far as a beginning goes, in lower case; none where it is no JSON. */
    static Set<String> names(String beginning) {
        Set<String> names = new HashSet<>();
        try (JsonParser parser = FACTORY.createParser(beginning)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                parser.nextToken();
            }
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    names.add(name.toLowerCase(Locale.ROOT));
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            // It ends in the middle or is no JSON further on: what was read so far is what there is to tell.
            return names;
        }
        return names;
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    /** A string that is not blank, or a number. */
    Optional<String> string(String name) {
        return members.get(name) instanceof String value
                ? Optional.of(value).filter(v -> !v.isBlank())
                : Optional.empty();
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    /** The objects of a list; one that stands alone counts as a list. */
    List<Json> list(String name) {
        return flat(members.get(name)).toList();
    }

    /** The objects of a list, or of an object whose members' names are labels, or of lists in it. */
    List<Json> labelled(String name) {
        Object value = members.get(name);
        return value instanceof Json labels
                ? labels.members.values().stream().flatMap(Json::flat).toList()
                : list(name);
    }

    private static Stream<Json> flat(Object value) {
        if (value instanceof Json object) {
            return Stream.of(object);
        }
        return value instanceof List<?> list
                ? list.stream().filter(Json.class::isInstance).map(Json.class::cast)
                : Stream.of();
    }

    /** Reads one value with all that is in it; the parser's limit keeps it from calling itself without end. */
    private static final class Reader {

        private final JsonParser parser;
        private int values;

        Reader(JsonParser parser) {
            this.parser = parser;
        }

        Object value() throws IOException, Refused {
            values++;
            if (values > MOST_VALUES) {
                throw new Refused(
                        "it has more than " + MOST_VALUES + " values" + at(parser.currentLocation()), WAY_OUT);
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> object();
                case START_ARRAY -> list();
                case VALUE_NULL -> "";
                default -> parser.getText();
            };
        }

        private Json object() throws IOException, Refused {
            Map<String, Object> members = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                members.put(name.toLowerCase(Locale.ROOT), value());
            }
            return new Json(members);
        }

        private List<Object> list() throws IOException, Refused {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value());
            }
            return list;
        }
    }
}
