// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of its article as JSON-LD in the vocabulary of schema.org: the values of the first object whose type
 * is an article's. Immutable.
 */
final class JsonLd {

    private static final int MOST_SCRIPTS = 50;
    private static final int LONGEST_SCRIPT = 4 * 1024 * 1024;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(LONGEST_SCRIPT)
                    .build())
            .build();

    private final Map<?, ?> article;

    private JsonLd(Map<?, ?> article) {
        this.article = article;
    }

    static JsonLd of(Document page) {
        List<Element> scripts = page.select("script[type*=ld+json]");
        for (Element script : scripts.subList(0, Math.min(scripts.size(), MOST_SCRIPTS))) {
            Optional<Map<?, ?>> article =
                    script.data().length() > LONGEST_SCRIPT ? Optional.empty() : article(read(script.data()));
            if (article.isPresent()) {
                return new JsonLd(article.get());
            }
        }
        return new JsonLd(Map.of());
    }

    /** A text, number, or the name or id of an object; the first of several. */
    Optional<String> value(String name) {
        return text(article.get(name));
    }

    private static Optional<String> text(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? Optional.empty() : text(list.get(0));
        }
        if (value instanceof Map<?, ?> object) {
            Object inner = object.get("name") instanceof String name ? name : object.get("@id");
            return inner instanceof String text ? text(text) : Optional.empty();
        }
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private static Optional<Map<?, ?>> article(Object value) {
        if (value instanceof Map<?, ?> object) {
            if (isArticle(object.get("@type"))) {
                return Optional.of(object);
            }
            Optional<Map<?, ?>> graph = article(object.get("@graph"));
            return graph.isPresent() ? graph : article(object.get("mainEntity"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonLd::article).flatMap(Optional::stream).findFirst();
        }
        return Optional.empty();
    }

    private static boolean isArticle(Object type) {
        if (type instanceof List<?> list) {
            return list.stream().anyMatch(JsonLd::isArticle);
        }
        return type instanceof String name
                && (name.endsWith("Article") || name.endsWith("BlogPosting") || name.endsWith("Report"));
    }

    private static Object read(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            return value(parser);
        } catch (IOException e) {
            // Of a page whose JSON is broken the rest is read all the same.
            return null;
        }
    }

    /** Recursive as far as the nesting that the parser allows. */
    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> object = new HashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                object.put(name, value(parser));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            return array;
        }
        return token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getText() : null;
    }
}
