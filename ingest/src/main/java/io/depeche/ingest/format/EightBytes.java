// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at bytes eight at a time, as one number whose lowest byte is the first. What tells bytes apart sets their highest bit; of
 * the bits that are set, only the lowest is sure, for a difference below zero borrows of the byte above it.
 */
final class EightBytes {

    static final long ONES = 0x0101_0101_0101_0101L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHEST = 0x8080_8080_8080_8080L;

    private EightBytes() {}

    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Marks those that are that byte of ASCII. */
    static long equal(long eight, char octet) {
        return zero(eight ^ ONES * octet);
    }

    /** Marks control characters below the space. */
    static long control(long eight) {
        return eight - ONES * ' ' & ~eight;
    }

    /** How many bytes are before the first that is marked; eight where none is. */
    static int before(long marks) {
        return Long.numberOfTrailingZeros(marks & HIGHEST) >> 3;
    }

    private static long zero(long eight) {
        return eight - ONES & ~eight;
    }

    /** Where the first of these bytes of ASCII is, or {@code to}. */
    static int indexOf(byte[] bytes, char octet, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to) {
            int before = before(equal(at(bytes, i), octet));
            i += before;
            if (before < Long.BYTES) {
                return i;
            }
        }
        while (i < to && bytes[i] != octet) {
            i++;
        }
        return i;
    }
}
