// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Bytes to characters without loss: by byte order mark, else strictly as whoever brought them says, else strictly as
 * UTF-8, else by a guess that is confident and said aloud, else not at all.
 */
public final class Decoder {

    /**
     * @param text may hold unpaired surrogates where UTF-16 or UTF-32 has them
     * @param guess what a person should know where the encoding is a guess, or not the one that was said; else empty
     */
    public record Decoded(String text, Charset charset, Optional<String> guess) {}

    /** Of 100. Below it, short texts in one language are taken for another: measured on sentences in 12 languages. */
    private static final int CONFIDENT = 50;
    /** Of 100. A second guess that is as near as this has to read the same, or it is anybody's guess. */
    private static final int LEAD = 10;
    /** ICU looks at no more than the first 8000 bytes that it is given. */
    private static final int WINDOW = 8000;

    private static final String WAY_OUT = "convert it to UTF-8, or start it with a byte order mark";

    private Decoder() {}

    /** @throws Refused naming the offset of the first byte that can't be read */
    public static Decoded decode(byte[] bytes) throws Refused {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(bytes);
        if (mark.isPresent()) {
            return decode(bytes, mark.get().length(), mark.get());
        }
        Attempt utf8 = attempt(bytes, 0, StandardCharsets.UTF_8);
        if (utf8.failed()) {
            return guess(bytes, utf8.bad);
        }
        if (utf8.text.indexOf('\0') >= 0) {
            Optional<Decoded> wide = wide(bytes);
            if (wide.isPresent()) {
                return wide.get();
            }
        }
        return new Decoded(utf8.text, StandardCharsets.UTF_8, Optional.empty());
    }

    /**
     * As somebody says who may be wrong: HTTP's Content-Type, an element of HTML. Latin-1 and ASCII are read as
     * windows-1252, which is what is meant by them (WHATWG Encoding Standard, section 4.2).
     *
     * @param said nothing where nobody says anything
     * @throws Refused naming the offset of the first byte that can't be read
     */
    public static Decoded decode(byte[] bytes, Optional<Charset> said) throws Refused {
        if (said.isEmpty() || ByteOrderMark.of(bytes).isPresent()) {
            return decode(bytes);
        }
        Optional<ByteOrderMark> wide = ByteOrderMark.wide(said.get());
        Charset charset = wide.map(ByteOrderMark::charset).orElse(meant(said.get()));
        Attempt attempt = wide.isPresent() ? attempt(bytes, 0, wide.get()) : attempt(bytes, 0, charset);
        boolean narrow = wide.isPresent() && isNarrow(bytes);
        if (!attempt.failed() && !narrow) {
            return new Decoded(attempt.text, charset, Optional.empty());
        }
        Decoded decoded = decode(bytes);
        String found = decoded.guess().orElse("read as " + decoded.charset().name());
        String wrong = narrow ? "its letters have one byte each" : octet(bytes, attempt.bad) + " is wrong there";
        return new Decoded(
                decoded.text(),
                decoded.charset(),
                Optional.of("said to be " + said.get().name() + ", and " + wrong + ": " + found));
    }

    private static Charset meant(Charset said) {
        boolean latin = said.equals(StandardCharsets.ISO_8859_1) || said.equals(StandardCharsets.US_ASCII);
        return latin ? Charset.forName("windows-1252") : said;
    }

    /** Almost any two bytes are a letter of UTF-16, so that it fails to notice what isn't. */
    private static boolean isNarrow(byte[] bytes) {
        Attempt utf8 = attempt(bytes, 0, StandardCharsets.UTF_8);
        return !utf8.failed() && utf8.text.indexOf('\0') < 0;
    }

    /** As the mark says that stands at the start of the stream; the bytes before {@code from} are not text. */
    public static Decoded decode(byte[] bytes, int from, ByteOrderMark mark) throws Refused {
        Attempt attempt = attempt(bytes, from, mark);
        if (attempt.failed()) {
            throw notReadable(bytes, attempt.bad, mark.charset());
        }
        return new Decoded(attempt.text, mark.charset(), Optional.empty());
    }

    /** @param bad offset of the first byte that can't be read; negative where all can */
    private record Attempt(String text, int bad) {

        boolean failed() {
            return bad >= 0;
        }
    }

    private static Attempt attempt(byte[] bytes, int from, ByteOrderMark mark) {
        if (mark.unit() != Character.BYTES) {
            return attempt(bytes, from, mark.charset());
        }
        // Java's own decoder ends at an unpaired surrogate, which can be mended; half a unit can't.
        if ((bytes.length - from) % Character.BYTES != 0) {
            return new Attempt("", bytes.length - 1);
        }
        CharBuffer units = ByteBuffer.wrap(bytes, from, bytes.length - from)
                .order(mark.order())
                .asCharBuffer();
        return new Attempt(units.toString(), -1);
    }

    private static Attempt attempt(byte[] bytes, int from, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // Many times as fast as the decoder: what is wrong comes out as U+FFFD, and seldom is.
            String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
            if (text.indexOf('\uFFFD') < 0) {
                return new Attempt(text, -1);
            }
        }
        CharsetDecoder decoder = strict(charset);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        return result.isError() || result.isOverflow()
                ? new Attempt("", in.position())
                : new Attempt(out.flip().toString(), -1);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static Decoded guess(byte[] bytes, int bad) throws Refused {
        if (isDamagedUtf8(bytes)) {
            throw notReadable(bytes, bad, StandardCharsets.UTF_8);
        }
        List<CharsetMatch> matches = matches(bytes, bad);
        CharsetMatch best = matches.isEmpty() ? null : matches.get(0);
        String text = best == null || best.getConfidence() < CONFIDENT ? null : read(bytes, best);
        if (text == null) {
            throw notReadable(bytes, bad, StandardCharsets.UTF_8);
        }
        for (CharsetMatch other : matches.subList(1, matches.size())) {
            String otherText = other.getConfidence() > best.getConfidence() - LEAD ? read(bytes, other) : null;
            if (otherText != null && !otherText.equals(text)) {
                throw notReadable(bytes, bad, StandardCharsets.UTF_8);
            }
        }
        String guess = "read as " + best.getName() + ", a guess (confidence " + best.getConfidence() + " of 100), for "
                + octet(bytes, bad) + " is not UTF-8; convert it to UTF-8 to be sure";
        return new Decoded(text, Charset.forName(best.getName()), Optional.of(guess));
    }

    /** UTF-16 or UTF-32 without a mark: its Latin letters are valid UTF-8, each with NULs beside it. */
    private static Optional<Decoded> wide(byte[] bytes) {
        return matches(bytes, 0).stream()
                .filter(match -> match.getConfidence() >= CONFIDENT)
                .filter(match ->
                        match.getName().startsWith("UTF-16") || match.getName().startsWith("UTF-32"))
                .findFirst()
                .flatMap(match -> Optional.ofNullable(read(bytes, match))
                        .map(text -> new Decoded(
                                text,
                                Charset.forName(match.getName()),
                                Optional.of("read as " + match.getName() + ", a guess (confidence "
                                        + match.getConfidence() + " of 100); start it with a byte order mark to be"
                                        + " sure"))));
    }

    private static List<CharsetMatch> matches(byte[] bytes, int bad) {
        // The bytes before the first bad one say nothing: start at its line.
        int from = 0;
        if (bad > WINDOW / 2) {
            from = bad;
            while (from > bad - WINDOW / 2 && bytes[from - 1] != '\n') {
                from--;
            }
        }
        CharsetDetector detector = new CharsetDetector();
        detector.setText(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + WINDOW)));
        return List.of(detector.detectAll());
    }

    /** The text where that charset reads all of it and no C1 control comes out, which no text has. */
    private static String read(byte[] bytes, CharsetMatch match) {
        if (!Charset.isSupported(match.getName()) || match.getName().equals(StandardCharsets.UTF_8.name())) {
            return null;
        }
        Attempt attempt = attempt(bytes, 0, Charset.forName(match.getName()));
        boolean c1 = attempt.text.chars().anyMatch(c -> c >= 0x80 && c <= 0x9F);
        return attempt.failed() || c1 ? null : attempt.text;
    }

    /** More letters beyond ASCII that are whole than broken ones: no other encoding looks like that. */
    private static boolean isDamagedUtf8(byte[] bytes) {
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(1024);
        long whole = 0;
        long broken = 0;
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            whole += out.flip().chars().filter(c -> c > 0x7F).count();
            out.clear();
            if (result.isError()) {
                broken++;
                in.position(in.position() + result.length());
            }
        } while (!result.isUnderflow());
        return whole > broken;
    }

    private static Refused notReadable(byte[] bytes, int bad, Charset charset) {
        return new Refused("not readable as " + charset.name() + ": " + octet(bytes, bad) + " is wrong there", WAY_OUT);
    }

    private static String octet(byte[] bytes, int offset) {
        if (offset >= bytes.length) {
            return "the end at offset " + bytes.length;
        }
        return String.format("byte 0x%02X at offset %d", bytes[offset] & 0xFF, offset);
    }
}
