// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The formats that are read as a whole, in the order in which they are asked whether a document is one of theirs.
 * Immutable and thread-safe.
 */
final class Formats {

    private final List<Format> formats;
    private final Map<String, Format> byMediaType = new HashMap<>();

    /** @param formats the first one wins where two know a document or a media type */
    Formats(List<Format> formats) {
        this.formats = List.copyOf(formats);
        for (Format format : this.formats) {
            format.mediaTypes().forEach(type -> byMediaType.putIfAbsent(essence(type), format));
        }
    }

    /** The format that a media type (RFC 6838) names, given as its essence. */
    Optional<Format> byMediaType(String essence) {
        return Optional.ofNullable(byMediaType.get(essence));
    }

    /** The format that a document which begins so is written in. */
    Optional<Format> byContent(Beginning beginning) {
        return formats.stream().filter(format -> format.recognises(beginning)).findFirst();
    }

    /** All that name a format, as their essences. */
    Set<String> mediaTypes() {
        return byMediaType.keySet();
    }

    /** Type and subtype in lower case, without parameters. */
    static String essence(String mediaType) {
        int parameters = mediaType.indexOf(';');
        String type = parameters < 0 ? mediaType : mediaType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
