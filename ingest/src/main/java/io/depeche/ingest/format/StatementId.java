// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The id of a statement: the same for every reading and every revision of it.
 *
 * <p>The first 128 bits, in lower-case hexadecimal, of SHA-256 over a sequence of parts, each as its length in bytes
 * (four bytes, big-endian) and its UTF-8 bytes: the source's id and the source's own id of the statement; where it has
 * none, the source's id, an empty part and the text. No two different sequences give the same bytes.
 */
public final class StatementId {

    private static final int HEX_DIGITS = 32;

    private StatementId() {}

    /**
     * @param source id of the source
     * @param ownId what the source calls the statement: guid, URL, relative path; null or empty where it has no name
     * @param text the text, which identifies a statement without an own id
     */
    public static String of(String source, String ownId, CharSequence text) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        append(parts, source);
        if (ownId == null || ownId.isEmpty()) {
            append(parts, "");
            append(parts, text.toString());
        } else {
            append(parts, ownId);
        }
        return Sha256.hex(parts.toByteArray()).substring(0, HEX_DIGITS);
    }

    private static void append(ByteArrayOutputStream parts, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        parts.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        parts.writeBytes(bytes);
    }
}
