// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a stream into lines as bytes, in memory bounded by the longest line allowed. A line is handed out as soon as
 * its end has been read. Not thread-safe.
 */
final class ByteLines {

    /**
     * @param number counted from 1
     * @param bytes without line end; only the beginning where the line is too long
     * @param length of the whole line in bytes, without line end
     */
    record Line(int number, byte[] bytes, long length) {

        boolean isTooLong() {
            return length > bytes.length;
        }
    }

    private static final int BUFFER = 32 * 1024;

    private final InputStream in;
    private final CodeUnits units;
    private final int longest;
    private final byte[] buffer;
    private int position;
    private int limit;
    private int number;

    ByteLines(InputStream in, ByteOrderMark markOrNull, int longest) {
        this(in, new byte[BUFFER], 0, 0, markOrNull, longest);
    }

    /**
     * Of a document that is in memory.
     *
     * @param from where the first line starts
     */
    ByteLines(byte[] document, int from, ByteOrderMark markOrNull, int longest) {
        this(InputStream.nullInputStream(), document, from, document.length, markOrNull, longest);
    }

    private ByteLines(InputStream in, byte[] buffer, int position, int limit, ByteOrderMark markOrNull, int longest) {
        this.in = in;
        this.buffer = buffer;
        this.position = position;
        this.limit = limit;
        this.units = new CodeUnits(markOrNull);
        this.longest = longest;
    }

    /** The next line, or nothing at the end of the stream. */
    Optional<Line> next() throws IOException {
        return units.size() == 1 ? nextOfBytes() : nextOfUnits();
    }

    private Optional<Line> nextOfBytes() throws IOException {
        if (position == limit && !fill()) {
            return Optional.empty();
        }
        int end = lineFeed();
        if (end < limit && end - position <= longest) {
            int visible = end > position && buffer[end - 1] == '\r' ? end - 1 : end;
            byte[] bytes = Arrays.copyOfRange(buffer, position, visible);
            position = end + 1;
            number++;
            return Optional.of(new Line(number, bytes, bytes.length));
        }
        return beyondTheBuffer();
    }

    private Optional<Line> beyondTheBuffer() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        int last = 0;
        while (position < limit || fill()) {
            int end = lineFeed();
            line.write(buffer, position, Math.min(end - position, longest - line.size()));
            length += end - position;
            last = end > position ? buffer[end - 1] : last;
            position = end;
            if (end < limit) {
                position++;
                return Optional.of(line(line, last == '\r' ? length - 1 : length));
            }
        }
        return length == 0 ? Optional.empty() : Optional.of(line(line, length));
    }

    /** Where the next line feed is in the buffer, or the end of it. */
    private int lineFeed() {
        return EightBytes.indexOf(buffer, '\n', position, limit);
    }

    private Optional<Line> nextOfUnits() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        int last = 0;
        for (int octet = read(); octet >= 0; octet = read()) {
            if (length < longest) {
                line.write(octet);
            }
            length++;
            int unit = units.next(octet);
            if (unit == '\n') {
                int lineEnd = last == '\r' ? 2 * units.size() : units.size();
                return Optional.of(line(line, length - lineEnd));
            }
            last = unit >= 0 ? unit : last;
        }
        return length == 0 ? Optional.empty() : Optional.of(line(line, length));
    }

    private Line line(ByteArrayOutputStream line, long length) {
        byte[] bytes = line.toByteArray();
        number++;
        return new Line(number, bytes.length > length ? Arrays.copyOf(bytes, (int) length) : bytes, length);
    }

    private int read() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(in.read(buffer), 0);
        return limit > 0;
    }
}
