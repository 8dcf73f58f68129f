// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.depeche.ingest.format.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a JSON Feed, version 1.0 or 1.1 (jsonfeed.org). Serves one feed. */
final class JsonFeed {

    static final String FORMAT = "jsonfeed";

    private static final Pattern VERSION = Pattern.compile("https?://(?:www\\.)?jsonfeed\\.org/version/\\S{1,20}");
    private static final int DEEPEST = 64;
    private static final String WAY_OUT = "give the address of a feed: RSS, Atom or JSON Feed";

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE) // The feed's length is limited before it comes here.
                    .build())
            .build();

    private final Charset charset;
    private final List<String> notes;
    private final String base;
    private final Map<String, String> fields = new HashMap<>();
    private final List<FeedItem> items = new ArrayList<>();
    private Optional<String> hub = Optional.empty();

    /** @param notes gets what was mended or left out */
    JsonFeed(Charset charset, List<String> notes, String base) {
        this.charset = charset;
        this.notes = notes;
        this.base = base;
    }

    Feed read(String text) throws FeedException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            feed(parser, text);
        } catch (JsonProcessingException e) {
            String fault = e.getOriginalMessage().replaceAll("\\s+", " ") + place(e.getLocation());
            if (items.isEmpty()) {
                throw new FeedException("it is no valid JSON: " + fault, WAY_OUT);
            }
            notes.add("it is no valid JSON behind its item " + items.size() + ": " + fault);
        } catch (IOException e) {
            throw new UncheckedIOException("a string in memory can't be read", e);
        }
        String version = fields.getOrDefault("version", "");
        if (!VERSION.matcher(version).matches()) {
            throw new FeedException(
                    "it is JSON, but its version is " + Quoted.of(version) + " and no JSON Feed's", WAY_OUT);
        }
        Optional<String> language = field("language");
        return new Feed(
                FORMAT,
                field("title").orElse(""),
                field("feed_url"),
                field("home_page_url").map(url -> BaseUrl.resolve(base, url)),
                language,
                Optional.empty(),
                Set.of(),
                Set.of(),
                hub,
                charset,
                items.stream()
                        .map(item -> JsonItem.withLanguage(item, language))
                        .toList(),
                notes);
    }

    /** Nowhere, where the parser gives up for what it is not to read. */
    private static String place(JsonLocation locationOrNull) {
        return locationOrNull == null
                ? ""
                : " (line " + locationOrNull.getLineNr() + ", column " + locationOrNull.getColumnNr() + ")";
    }

    private void feed(JsonParser parser, String text) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                items(parser, text);
            } else if (name.equals("hubs") && value == JsonToken.START_ARRAY) {
                hubs(parser);
            } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                fields.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
    }

    private void items(JsonParser parser, String text) throws IOException {
        int left = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            if (parser.currentToken() != JsonToken.START_OBJECT || items.size() == FeedReader.MOST_ITEMS) {
                left++;
                parser.skipChildren();
            } else {
                items.add(JsonItem.read(parser, text, base));
            }
        }
        if (left > 0) {
            notes.add(left + " of its items are left out: they are no objects, or beyond the first "
                    + FeedReader.MOST_ITEMS);
        }
    }

    private void hubs(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            Map<String, List<String>> values = JsonItem.strings(parser);
            if (hub.isEmpty() && values.getOrDefault("type", List.of()).contains("WebSub")) {
                hub = values.getOrDefault("url", List.of()).stream().findFirst();
            }
        }
    }

    private Optional<String> field(String name) {
        return RomeFeed.written(fields.get(name));
    }
}
