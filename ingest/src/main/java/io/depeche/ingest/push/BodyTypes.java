// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.depeche.ingest.format.Quoted;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;

/** What bodies may be, as their Content-Type says. Immutable. */
final class BodyTypes {

    private static final String BY_CONTENT = "application/octet-stream";

    private final Set<String> mediaTypes;

    /** @param mediaTypes that are read, in lower case */
    BodyTypes(Set<String> mediaTypes) {
        this.mediaTypes = mediaTypes;
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
        if (!mediaTypes.contains(mediaType)) {
            throw new Problem(
                            415,
                            "nothing here reads " + Quoted.of(mediaType),
                            "send one of " + String.join(", ", mediaTypes)
                                    + ", or leave Content-Type out and it is told by content")
                    .with("Accept-Post", String.join(", ", mediaTypes));
        }
        return new Type(mediaType, charset(parameters));
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
