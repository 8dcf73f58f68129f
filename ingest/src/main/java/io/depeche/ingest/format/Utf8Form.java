// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

/** What bytes are as UTF-8 (The Unicode Standard, table 3-7), told without decoding them. */
final class Utf8Form {

    private Utf8Form() {}

    static boolean isWellFormed(byte[] bytes) {
        int i = endOfAscii(bytes, 0);
        while (i < bytes.length) {
            int length = length(bytes, i);
            if (length == 0) {
                return false;
            }
            i = endOfAscii(bytes, i + length);
        }
        return true;
    }

    private static int endOfAscii(byte[] bytes, int from) {
        int i = from;
        while (i + Long.BYTES <= bytes.length) {
            long marks = EightBytes.beyondAscii(EightBytes.at(bytes, i));
            if (marks != 0) {
                return i + EightBytes.before(marks);
            }
            i += Long.BYTES;
        }
        while (i < bytes.length && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /**
     * Bytes of the character beyond ASCII that starts there; 0 where it is ill-formed, or one that {@link CleanText} mends or
     * counts.
     */
    static int lengthIfClean(byte[] bytes, int at) {
        int length = length(bytes, at);
        return length > 0 && isClean(bytes, at) ? length : 0;
    }

    /** Bytes of the character beyond ASCII that starts there; 0 where it is ill-formed. */
    private static int length(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int second = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
        int length;
        boolean well;
        if (first < 0xE0) {
            length = 2;
            well = first >= 0xC2 && second >= 0x80 && second <= 0xBF;
        } else if (first < 0xF0) {
            length = 3;
            well = second >= (first == 0xE0 ? 0xA0 : 0x80) && second <= (first == 0xED ? 0x9F : 0xBF);
        } else {
            length = 4;
            well = first <= 0xF4 && second >= (first == 0xF0 ? 0x90 : 0x80) && second <= (first == 0xF4 ? 0x8F : 0xBF);
        }
        for (int i = at + 2; well && i < at + length; i++) {
            well = i < bytes.length && (bytes[i] & 0xC0) == 0x80;
        }
        return well ? length : 0;
    }

    /** Of a well-formed character beyond ASCII: no control character, no separator, no replacement character. */
    private static boolean isClean(byte[] bytes, int at) {
        return switch (bytes[at] & 0xFF) {
            case 0xC2 -> (bytes[at + 1] & 0xFF) > 0x9F;
            case 0xE2 ->
                (bytes[at + 1] & 0xFF) != 0x80 || (bytes[at + 2] & 0xFF) != 0xA8 && (bytes[at + 2] & 0xFF) != 0xA9;
            case 0xEF -> (bytes[at + 1] & 0xFF) != 0xBF || (bytes[at + 2] & 0xFF) != 0xBD;
            default -> true;
        };
    }
}
