// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.nio.charset.StandardCharsets;

/**
 * How long a statement's text may be, and from that how much of the input is held in memory to find out.
 *
 * @param maxBytes of the text in UTF-8
 */
public record TextLimit(int maxBytes) {

    static final String SETTING = "ingest.max.text.bytes";

    /** Room for what is around the text: headers, a title, white space that is cut off. */
    private static final int AROUND = 64 * 1024;
    /** Bytes that one byte of text may take in the widest encoding, UTF-32. */
    private static final int WIDEST = 4;
    /** Bytes that one byte of text may take in JSON: \u0041. */
    private static final int ESCAPED = 6;

    /** Bytes in UTF-8 that a UTF-16 code unit takes at most. */
    private static final int BYTES_PER_CHARACTER = 3;

    /** The longest file of plain text that is read, in bytes of any encoding. */
    public int longestFile() {
        return atMost((long) WIDEST * maxBytes + AROUND);
    }

    /** The longest line of JSON that is read, in bytes, where a code unit has so many. */
    public int longestLine(int unitSize) {
        return atMost(unitSize * ((long) ESCAPED * maxBytes + AROUND));
    }

    /** @throws Refused with the text's size and the setting */
    public void check(String text) throws Refused {
        if ((long) text.length() * BYTES_PER_CHARACTER <= maxBytes) {
            return;
        }
        check(text.getBytes(StandardCharsets.UTF_8).length);
    }

    /**
     * @param size of the text in UTF-8
     * @throws Refused with the text's size and the setting
     */
    void check(int size) throws Refused {
        if (size > maxBytes) {
            throw new Refused("its text has " + size + " bytes in UTF-8", wayOut());
        }
    }

    public String wayOut() {
        return "shorten it, or raise " + SETTING + " (now " + maxBytes + ")";
    }

    private static int atMost(long bytes) {
        return (int) Math.min(bytes, Integer.MAX_VALUE / 2);
    }
}
