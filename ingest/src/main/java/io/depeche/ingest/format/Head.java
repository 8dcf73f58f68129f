// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The beginning of a stream, as far as it takes to tell its format: up to the first visible character, or to the end
 * of its line where that character is an opening brace. Nothing behind it has been asked of the stream.
 *
 * @param bytes all that was read, with the byte order mark
 * @param mark null where there is none
 * @param startsWithBrace whether the first visible character is an opening brace
 * @param cut whether the line goes on behind the bytes, for it is longer than was to be read
 */
record Head(byte[] bytes, ByteOrderMark mark, boolean startsWithBrace, boolean cut) {

    private static final int LONGEST_MARK = 4;
    private static final String BLANKS = " \t\r\n";

    /** No more than tells the code units. */
    static Head ofMark(InputStream in) throws IOException {
        return read(in, LONGEST_MARK);
    }

    static Head read(InputStream in, int longest) throws IOException {
        byte[] start = in.readNBytes(LONGEST_MARK);
        ByteOrderMark mark = ByteOrderMark.of(start).orElse(null);
        CodeUnits units = new CodeUnits(mark);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int skipped = mark == null ? 0 : mark.length();
        bytes.write(start, 0, skipped);

        boolean brace = false;
        int next = skipped;
        while (bytes.size() < longest) {
            int octet = next < start.length ? start[next] & 0xFF : in.read();
            if (octet < 0) {
                return new Head(bytes.toByteArray(), mark, brace, false);
            }
            next++;
            bytes.write(octet);
            int unit = units.next(octet);
            boolean visible = unit >= 0 && BLANKS.indexOf(unit) < 0;
            if (brace ? unit == '\n' : visible && unit != '{') {
                break;
            }
            brace = brace || visible;
        }
        boolean cut = bytes.size() >= longest;
        if (next < start.length) {
            bytes.write(start, next, start.length - next);
        }
        return new Head(bytes.toByteArray(), mark, brace, cut);
    }

    /** The code units, where the mark tells them, or somebody has named them and they look like it. */
    Optional<ByteOrderMark> units(Optional<Charset> said) {
        if (mark != null) {
            return Optional.of(mark);
        }
        // What begins with an ASCII character has a zero in its first unit.
        return said.flatMap(ByteOrderMark::wide)
                .filter(units -> bytes.length >= units.unit() && (bytes[0] == 0 || bytes[units.unit() - 1] == 0));
    }

    /** What was read, without the mark. */
    byte[] unmarked() {
        return mark == null ? bytes : Arrays.copyOfRange(bytes, mark.length(), bytes.length);
    }

    /** The line for a look at its syntax, in which only ASCII matters: bytes that can't be read are replaced. */
    String line() {
        int from = mark == null ? 0 : mark.length();
        String line =
                new String(bytes, from, bytes.length - from, mark == null ? StandardCharsets.UTF_8 : mark.charset());
        return line.strip();
    }
}
