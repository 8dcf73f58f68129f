// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Quoted;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.StatementReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpField;

/**
 * Finds who reads a body, by its media type. Where several do, as they do XML and JSON, by its beginning too.
 * Immutable.
 */
final class BodyFormats {

    static final String BY_CONTENT = "application/octet-stream";

    /** The formats that {@link StatementReader} has. */
    private interface Own {
        void read(StatementReader reader, byte[] content, Document document, Intake intake) throws IOException, Refused;
    }

    private static final Map<String, Own> OWN = Map.of(
            BY_CONTENT,
            (reader, content, document, intake) -> reader.read(new ByteArrayInputStream(content), document, intake),
            "text/plain",
            StatementReader::readText,
            "application/json",
            StatementReader::readJson,
            "application/json-seq",
            StatementReader::readJsonSequence,
            "application/jsonl",
            StatementReader::readJsonLines,
            "application/x-ndjson",
            StatementReader::readJsonLines);

    private final List<Format> formats;

    BodyFormats(List<Format> formats) {
        this.formats = List.copyOf(formats);
    }

    /** A body's media type, and its charset where that is said. */
    record Type(String mediaType, Optional<Charset> charset) {}

    /** @throws Problem where nobody reads it, naming what is read */
    Type type(String contentTypeOrNull) throws Problem {
        if (contentTypeOrNull == null) {
            return new Type(BY_CONTENT, Optional.empty());
        }
        Map<String, String> parameters = new HashMap<>();
        String value = HttpField.getValueParameters(contentTypeOrNull, parameters);
        String mediaType = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        if (!OWN.containsKey(mediaType)
                && formats.stream().noneMatch(format -> format.mediaTypes().contains(mediaType))) {
            throw new Problem(
                            415,
                            "nothing here reads " + Quoted.of(mediaType),
                            "send one of " + String.join(", ", mediaTypes())
                                    + ", or leave Content-Type out and it is told by content")
                    .with("Accept-Post", String.join(", ", mediaTypes()));
        }
        return new Type(mediaType, charset(parameters));
    }

    /** @throws Refused where the whole is no JSON though its type says so; then nothing of it was taken */
    void read(Type type, StatementReader reader, byte[] content, Document document, Intake intake)
            throws IOException, Refused {
        List<Format> naming = formats.stream()
                .filter(format -> type.mediaType().equals(BY_CONTENT)
                        || format.mediaTypes().contains(type.mediaType()))
                .toList();
        Beginning beginning = Beginning.of(content);
        Optional<Format> recognising =
                naming.stream().filter(format -> format.recognises(beginning)).findFirst();
        Own own = OWN.get(type.mediaType());
        if (recognising.isEmpty() && own != null) {
            own.read(reader, content, document, intake);
        } else {
            // One that doesn't recognise it knows best what is wrong with it.
            recognising.orElseGet(() -> naming.get(0)).read(content, document, intake);
        }
    }

    private TreeSet<String> mediaTypes() {
        TreeSet<String> all = new TreeSet<>(OWN.keySet());
        formats.forEach(format -> all.addAll(format.mediaTypes()));
        return all;
    }

    private static Optional<Charset> charset(Map<String, String> parameters) throws Problem {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (parameter.getKey().equalsIgnoreCase("charset") && parameter.getValue() != null) {
                try {
                    return Optional.of(Charset.forName(parameter.getValue().strip()));
                } catch (IllegalArgumentException e) {
                    throw new Problem(
                            415,
                            "its charset " + Quoted.of(parameter.getValue()) + " is not known here",
                            "send it in UTF-8, or name its charset as the IANA registry does");
                }
            }
        }
        return Optional.empty();
    }
}
