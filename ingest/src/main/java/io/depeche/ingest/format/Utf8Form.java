// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What bytes are as UTF-8 (The Unicode Standard, table 3-7), told without decoding them. */
enum Utf8Form {
    ILL_FORMED,
    WELL_FORMED,
    /** Well-formed, and none of the characters beyond U+001F is one that {@link CleanText} mends or counts. */
    CLEAN;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long BEYOND_ASCII = 0x8080_8080_8080_8080L;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final int DELETE = 0x7F;

    static Utf8Form of(byte[] bytes) {
        boolean clean = true;
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] == DELETE) {
                clean = false;
                i++;
            } else if (bytes[i] >= 0) {
                i = endOfClean(bytes, i + 1);
            } else {
                int length = length(bytes, i);
                if (length == 0) {
                    return ILL_FORMED;
                }
                clean &= isClean(bytes, i);
                i += length;
            }
        }
        return clean ? CLEAN : WELL_FORMED;
    }

    /** Where the first byte is that is beyond ASCII or a delete, or the end. */
    private static int endOfClean(byte[] bytes, int from) {
        int i = from;
        while (i + Long.BYTES <= bytes.length) {
            long eight = (long) LONGS.get(bytes, i);
            // A byte of ASCII and one make the highest bit only where it is a delete.
            if (((eight | eight + ONES) & BEYOND_ASCII) != 0) {
                break;
            }
            i += Long.BYTES;
        }
        while (i < bytes.length && bytes[i] >= 0 && bytes[i] != DELETE) {
            i++;
        }
        return i;
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
