// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2.1). */
final class Percent {

    private Percent() {}

    /** Decoded as UTF-8; as it stands where it is not percent-encoded. */
    static String decode(String text) {
        try {
            // Java's decoder is one for forms, where a plus sign is a space.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
