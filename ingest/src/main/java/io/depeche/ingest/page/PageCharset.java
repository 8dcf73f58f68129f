// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import io.depeche.ingest.format.Decoder;
import io.depeche.ingest.format.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes HTML: by the header that came with it, else its byte order mark, else its own meta element unless it is plainly UTF-8, else as text
 * that says nothing. Labels mean what browsers take them for (WHATWG Encoding). Where an encoding is named, octets that
 * it doesn't know become U+FFFD. Stateless.
 */
final class PageCharset {

    /** @param charset that it was read in */
    record Decoded(String text, Charset charset) {}

    private static final int PRESCAN = 8192;
    private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})");
    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,500}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})");

    /** Labels that are taken for a larger set than they name. */
    private static final Map<String, String> LARGER = Map.of(
            "iso-8859-1", "windows-1252",
            "latin1", "windows-1252",
            "us-ascii", "windows-1252",
            "ascii", "windows-1252",
            "iso-8859-9", "windows-1254",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "shift_jis", "windows-31j",
            "ks_c_5601-1987", "x-windows-949",
            "euc-kr", "x-windows-949");

    private PageCharset() {}

    static Decoded decode(byte[] html, Optional<String> contentType) throws Refused {
        Optional<Charset> named = contentType.flatMap(header -> named(PARAMETER, header));
        if (named.isEmpty()) {
            named = mark(html);
        }
        if (named.isEmpty()) {
            named = named(META, head(html))
                    .map(charset -> isUtf8BeyondAscii(html) ? StandardCharsets.UTF_8 : readable(charset));
        }
        if (named.isPresent()) {
            return new Decoded(withoutMark(new String(html, named.get())), named.get());
        }
        Decoder.Decoded decoded = Decoder.decode(html);
        return new Decoded(decoded.text(), decoded.charset());
    }

    private static String head(byte[] html) {
        return new String(html, 0, Math.min(html.length, PRESCAN), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Charset> mark(byte[] html) {
        if (startsWith(html, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(html, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return startsWith(html, 0xFF, 0xFE) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static boolean startsWith(byte[] html, int... mark) {
        byte[] start = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            start[i] = (byte) mark[i];
        }
        return html.length >= start.length && Arrays.equals(html, 0, start.length, start, 0, start.length);
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher label = pattern.matcher(text);
        return label.find() ? charset(label.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String label) {
        try {
            return Optional.of(Charset.forName(LARGER.getOrDefault(label.toLowerCase(Locale.ROOT), label)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // As good as none: the next one that names an encoding is asked.
            return Optional.empty();
        }
    }

    /** A meta element that could be read as ASCII is not in UTF-16, whatever it says (HTML, 13.2.3.2). */
    private static Charset readable(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
                ? StandardCharsets.UTF_8
                : charset;
    }

    /** Text in another encoding is not valid UTF-8 by chance; a page that was converted and still says so, often. */
    private static boolean isUtf8BeyondAscii(byte[] html) {
        try {
            int length = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(html))
                    .length();
            return length < html.length;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
