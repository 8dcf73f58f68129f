// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The encodings that a byte order mark announces (The Unicode Standard, section 23.8). */
enum ByteOrderMark {
    // Before UTF-16LE, whose mark is the first half of this one.
    UTF_32LE(Charset.forName("UTF-32LE"), 4, ByteOrder.LITTLE_ENDIAN, 0xFF, 0xFE, 0x00, 0x00),
    UTF_32BE(Charset.forName("UTF-32BE"), 4, ByteOrder.BIG_ENDIAN, 0x00, 0x00, 0xFE, 0xFF),
    UTF_8(StandardCharsets.UTF_8, 1, ByteOrder.BIG_ENDIAN, 0xEF, 0xBB, 0xBF),
    UTF_16LE(StandardCharsets.UTF_16LE, 2, ByteOrder.LITTLE_ENDIAN, 0xFF, 0xFE),
    UTF_16BE(StandardCharsets.UTF_16BE, 2, ByteOrder.BIG_ENDIAN, 0xFE, 0xFF);

    private static final ByteOrderMark[] ALL = values();

    private final Charset charset;
    private final int unit;
    private final ByteOrder order;
    private final byte[] mark;

    ByteOrderMark(Charset charset, int unit, ByteOrder order, int... mark) {
        this.charset = charset;
        this.unit = unit;
        this.order = order;
        this.mark = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            this.mark[i] = (byte) mark[i];
        }
    }

    /** The mark that the bytes start with. */
    static Optional<ByteOrderMark> of(byte[] bytes) {
        for (ByteOrderMark m : ALL) {
            if (bytes.length >= m.mark.length && Arrays.equals(bytes, 0, m.mark.length, m.mark, 0, m.mark.length)) {
                return Optional.of(m);
            }
        }
        return Optional.empty();
    }

    /**
     * The code units of an encoding that somebody has named, whose line end is not ASCII's one byte; of UTF-16 and
     * UTF-32 without an order the big-endian ones (RFC 2781, section 4.3).
     */
    static Optional<ByteOrderMark> wide(Charset named) {
        return switch (named.name()) {
            case "UTF-16" -> Optional.of(UTF_16BE);
            case "UTF-32" -> Optional.of(UTF_32BE);
            default ->
                Arrays.stream(ALL)
                        .filter(m -> m.unit > 1 && m.charset.equals(named))
                        .findFirst();
        };
    }

    /** The bytes with the mark before them. */
    byte[] before(byte[] bytes) {
        byte[] marked = Arrays.copyOf(mark, mark.length + bytes.length);
        System.arraycopy(bytes, 0, marked, mark.length, bytes.length);
        return marked;
    }

    Charset charset() {
        return charset;
    }

    /** Bytes of a code unit. */
    int unit() {
        return unit;
    }

    ByteOrder order() {
        return order;
    }

    /** Bytes of the mark. */
    int length() {
        return mark.length;
    }
}
