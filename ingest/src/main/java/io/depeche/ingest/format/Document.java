// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What is known of a run of bytes before they are read.
 *
 * @param source id of the source
 * @param place what to call it in messages, and where it was fetched from: the path as given, {@code stdin}
 * @param itemId the source's own id of it, as a file's path in its folder with {@code /} between the names; null where
 *     it has none
 * @param charset the encoding that whoever brought it says it has, as HTTP's Content-Type does
 */
public record Document(String source, String place, String itemId, Optional<Charset> charset) {

    /** Brought by somebody who says nothing of its encoding. */
    public Document(String source, String place, String itemId) {
        this(source, place, itemId, Optional.empty());
    }
}
