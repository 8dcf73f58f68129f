// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one item of a JSON Feed. */
final class JsonItem {

    /** More strings than a list of an item, as its tags, is read to. */
    private static final int MOST_STRINGS = 256;

    private JsonItem() {}

    /** @param text the whole feed, which the parser reads */
    static FeedItem read(JsonParser parser, String text, String base) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        Map<String, List<String>> values = strings(parser);
        int end = (int) parser.currentTokenLocation().getCharOffset() + 1;
        return new FeedItem(
                first(values, "id"),
                false,
                first(values, "url").or(() -> first(values, "external_url")).map(url -> BaseUrl.resolve(base, url)),
                first(values, "title").map(title -> title.replaceAll("\\s+", " ")),
                first(values, "content_html")
                        .map(html -> new FeedText(html, FeedText.HTML))
                        .or(() -> first(values, "content_text").map(plain -> new FeedText(plain, FeedText.PLAIN))),
                first(values, "summary").map(plain -> new FeedText(plain, FeedText.PLAIN)),
                first(values, "date_published").flatMap(FeedDates::read),
                first(values, "date_modified").flatMap(FeedDates::read),
                first(values, "language"),
                Optional.empty(),
                values.getOrDefault("tags", List.of()),
                first(values, "authors.name").or(() -> first(values, "author.name")),
                text.substring(start, Math.min(end, text.length())));
    }

    static FeedItem withLanguage(FeedItem item, Optional<String> language) {
        return new FeedItem(
                item.guid(),
                item.permalink(),
                item.url(),
                item.title(),
                item.content(),
                item.summary(),
                item.issued(),
                item.updated(),
                item.language().or(() -> language),
                item.rights(),
                item.categories(),
                item.author(),
                item.original());
    }

    /**
     * The strings and numbers of the object that the parser is at, by name; those of objects in it by both names with a
     * dot between them. Leaves the parser at the object's end.
     */
    static Map<String, List<String>> strings(JsonParser parser) throws IOException {
        Map<String, List<String>> values = new HashMap<>();
        List<String> path = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(parser, path, values);
        } else {
            parser.skipChildren();
        }
        return values;
    }

    private static void object(JsonParser parser, List<String> path, Map<String, List<String>> values)
            throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            path.add(name);
            parser.nextToken();
            value(parser, path, values);
            path.remove(path.size() - 1);
        }
    }

    private static void value(JsonParser parser, List<String> path, Map<String, List<String>> values)
            throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT && path.size() < 2) {
            object(parser, path, values);
        } else if (token == JsonToken.START_ARRAY && path.size() < 2) {
            while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    parser.skipChildren();
                } else {
                    value(parser, path, values);
                }
            }
        } else if (token == JsonToken.VALUE_STRING || token != null && token.isNumeric()) {
            List<String> known = values.computeIfAbsent(String.join(".", path), key -> new ArrayList<>());
            if (known.size() < MOST_STRINGS && !parser.getText().isBlank()) {
                known.add(parser.getText().strip());
            }
        } else {
            parser.skipChildren();
        }
    }

    private static Optional<String> first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }
}
