// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at bytes eight at a time, as one number whose lowest byte is the first. What tells bytes apart sets their highest bit; of
 * the bits that are set, only the lowest is sure, for a difference borrows of the byte above and a sum carries into it.
 */
final class EightBytes {

    private static final long ONES = 0x0101_0101_0101_0101L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHEST = 0x8080_8080_8080_8080L;

    private EightBytes() {}

    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Marks those that are that byte of ASCII. */
    static long equal(long eight, char octet) {
        long zero = eight ^ ONES * octet;
        return zero - ONES & ~zero & HIGHEST;
    }

    /** Marks control characters below the space. */
    static long control(long eight) {
        return eight - ONES * ' ' & ~eight & HIGHEST;
    }

    static long beyondAscii(long eight) {
        return eight & HIGHEST;
    }

    /** Marks those beyond ASCII and deletes, for only a delete and one make the highest bit. */
    static long beyondAsciiOrDelete(long eight) {
        return (eight | eight + ONES) & HIGHEST;
    }

    /** How many bytes are before the first that is marked; eight where none is. */
    static int before(long marks) {
        return Long.numberOfTrailingZeros(marks) >> 3;
    }

    /** Where the first of these bytes of ASCII is, or {@code to}. */
    static int indexOf(byte[] bytes, char octet, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to) {
            long marks = equal(at(bytes, i), octet);
            // A processor guesses a branch and goes on; an index made of the marks it would wait for.
            if (marks != 0) {
                return i + before(marks);
            }
            i += Long.BYTES;
        }
        while (i < to && bytes[i] != octet) {
            i++;
        }
        return i;
    }
}
