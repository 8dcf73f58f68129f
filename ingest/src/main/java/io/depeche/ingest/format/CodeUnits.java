// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.nio.ByteOrder;

/**
 * Finds whole code units in a run of bytes, so that a line end is not seen where 0x0A is one half of something else.
 * Every encoding without a byte order mark that text is read in here has ASCII's line end as one byte.
 */
final class CodeUnits {

    private static final int NONE = -1;

    private final int size;
    private final ByteOrder order;
    private int filled;
    private int unit;

    CodeUnits(ByteOrderMark markOrNull) {
        this.size = markOrNull == null ? 1 : markOrNull.unit();
        this.order = markOrNull == null ? ByteOrder.BIG_ENDIAN : markOrNull.order();
    }

    /** Bytes of a unit. */
    int size() {
        return size;
    }

    /** The unit that this byte completes, or a negative number where it completes none. */
    int next(int octet) {
        unit = order == ByteOrder.BIG_ENDIAN ? unit << Byte.SIZE | octet : unit | octet << Byte.SIZE * filled;
        filled++;
        if (filled < size) {
            return NONE;
        }
        int complete = unit;
        filled = 0;
        unit = 0;
        return complete;
    }
}
