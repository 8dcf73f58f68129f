// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.util.Utf8;

/**
 * A JSON text (RFC 8259) in UTF-8 without its first long string, and that string by itself. A statement's text is
 * nearly all of it; so it is neither decoded on its way nor encoded again, and a parser need not look at it.
 *
 * @param json with an empty string in its place
 * @param quote where in it the empty string begins
 * @param value of the string that was cut out, as {@link CleanText} would leave it
 */
record JsonText(byte[] json, int quote, Utf8 value) {

    private static final int LONG = 256;
    private static final char DELETE = 0x7F;
    /** The longest character in UTF-8 that is white space, in bytes. */
    private static final int LONGEST_BLANK = 3;

    /**
     * @param json in UTF-8, which may be ill-formed outside of the string
     * @return nothing where no string is long, or the first is not clean (see {@link CleanText}) but for white space
     *     around it
     */
    static Optional<JsonText> cut(byte[] json) {
        int quote = quote(json, 0);
        while (quote < json.length) {
            int end = endOfPlain(json, quote + 1);
            while (end < json.length && end - quote <= LONG && goesOnAt(json[end])) {
                end = endOfPlain(json, end + (json[end] == '\\' ? 2 : 1));
            }
            if (end - quote > LONG) {
                return cut(json, quote);
            }
            if (end >= json.length || json[end] != '"') {
                return Optional.empty();
            }
            quote = quote(json, end + 1);
        }
        return Optional.empty();
    }

    private static Optional<JsonText> cut(byte[] json, int quote) {
        byte[] value = new byte[json.length - quote - 1];
        int length = 0;
        int from = quote + 1;
        int i = endOfPlain(json, from);
        while (i < json.length - 1 && json[i] != '"') {
            if (json[i] < 0) {
                int character = Utf8Form.lengthIfClean(json, i);
                if (character == 0) {
                    return Optional.empty();
                }
                i += character;
            } else {
                int escaped = json[i] == '\\' ? escaped(json[i + 1]) : -1;
                if (escaped < 0) {
                    return Optional.empty();
                }
                System.arraycopy(json, from, value, length, i - from);
                length += i - from;
                value[length++] = (byte) escaped;
                i += 2;
                from = i;
            }
            i = endOfPlain(json, i);
        }
        if (i >= json.length || json[i] != '"') {
            return Optional.empty();
        }
        System.arraycopy(json, from, value, length, i - from);
        length += i - from;
        byte[] rest = new byte[json.length - (i - quote - 1)];
        System.arraycopy(json, 0, rest, 0, quote + 1);
        System.arraycopy(json, i, rest, quote + 1, json.length - i);
        return trimmed(value, length).map(trimmed -> new JsonText(rest, quote, trimmed));
    }

    private static int quote(byte[] json, int from) {
        return EightBytes.indexOf(json, '"', from, json.length);
    }

    /** Whether a string that is no plain one does not end at that byte. */
    private static boolean goesOnAt(byte octet) {
        return octet == '\\' || octet < 0 || octet == DELETE;
    }

    /**
     * Where the first quotation mark, backslash, control character, delete or character beyond ASCII is, or the end, or
     * {@code from} where that is beyond it.
     */
    private static int endOfPlain(byte[] json, int from) {
        int i = from;
        while (i + Long.BYTES <= json.length) {
            long eight = EightBytes.at(json, i);
            long marks = EightBytes.control(eight)
                    | EightBytes.equal(eight, '"')
                    | EightBytes.equal(eight, '\\')
                    | EightBytes.beyondAsciiOrDelete(eight);
            if (marks != 0) {
                return i + EightBytes.before(marks);
            }
            i += Long.BYTES;
        }
        while (i < json.length && json[i] != '"' && json[i] != '\\' && json[i] >= ' ' && json[i] != DELETE) {
            i++;
        }
        return i;
    }

    /** What stands for itself in clean text; -1 for what may not. */
    private static int escaped(byte letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> -1;
        };
    }

    /** As {@link CleanText#trim} would; nothing where it would cut off more than ASCII. */
    private static Optional<Utf8> trimmed(byte[] value, int length) {
        int start = 0;
        int end = length;
        while (start < end && isAsciiBlank(value[start])) {
            start++;
        }
        while (end > start && isAsciiBlank(value[end - 1])) {
            end--;
        }
        if (hasBlankEdge(value, start, end)) {
            return Optional.empty();
        }
        Utf8 trimmed = new Utf8(start == 0 ? value : Arrays.copyOfRange(value, start, end));
        return Optional.of(trimmed.setByteLength(end - start));
    }

    /** Whether the first or the last character is blank; of a longer one than any blank, this sees a part. */
    private static boolean hasBlankEdge(byte[] value, int from, int to) {
        int length = Math.min(LONGEST_BLANK, to - from);
        String first = new String(value, from, length, StandardCharsets.UTF_8);
        String last = new String(value, to - length, length, StandardCharsets.UTF_8);
        return length > 0 && (CleanText.isBlank(first.charAt(0)) || CleanText.isBlank(last.charAt(last.length() - 1)));
    }

    private static boolean isAsciiBlank(byte octet) {
        return octet == ' ' || octet == '\n' || octet == '\t';
    }
}
