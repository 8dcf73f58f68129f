// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the first bytes of XML tell of its encoding (XML 1.0, appendix F), and what the Web means by some names. */
final class Unicodes {

    private record Start(Charset charset, byte... bytes) {

        boolean begins(byte[] content) {
            return content.length >= bytes.length && Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
        }
    }

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final byte FE = (byte) 0xFE;
    private static final byte FF = (byte) 0xFF;

    /** The longer ones first: the mark of UTF-16LE begins that of UTF-32LE. */
    private static final List<Start> MARKS = List.of(
            new Start(UTF_32LE, FF, FE, (byte) 0, (byte) 0),
            new Start(UTF_32BE, (byte) 0, (byte) 0, FE, FF),
            new Start(StandardCharsets.UTF_8, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF),
            new Start(StandardCharsets.UTF_16LE, FF, FE),
            new Start(StandardCharsets.UTF_16BE, FE, FF));

    private static final List<Start> BRACKETS = List.of(
            new Start(UTF_32LE, (byte) '<', (byte) 0, (byte) 0, (byte) 0),
            new Start(UTF_32BE, (byte) 0, (byte) 0, (byte) 0, (byte) '<'),
            new Start(StandardCharsets.UTF_16LE, (byte) '<', (byte) 0),
            new Start(StandardCharsets.UTF_16BE, (byte) 0, (byte) '<'));

    /** Names whose meaning on the Web is a superset of what they say (WHATWG Encoding, section 4.2). */
    private static final Map<String, String> ON_THE_WEB = Map.of(
            "us-ascii", "windows-1252",
            "iso-8859-1", "windows-1252",
            "iso-8859-9", "windows-1254",
            "iso-8859-11", "windows-874",
            "tis-620", "windows-874",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "shift_jis", "windows-31j",
            "euc-kr", "x-windows-949");

    private Unicodes() {}

    static Optional<Charset> marked(byte[] content) {
        return first(MARKS, content);
    }

    /** By the width of the bracket that XML begins with, where it is wider than a byte. */
    static Optional<Charset> recognised(byte[] content) {
        return first(BRACKETS, content);
    }

    private static Optional<Charset> first(List<Start> starts, byte[] content) {
        return starts.stream()
                .filter(start -> start.begins(content))
                .map(Start::charset)
                .findFirst();
    }

    /** The charset that is meant on the Web by the name of this one. */
    static Charset ofWeb(Charset charset) {
        String wider = ON_THE_WEB.get(charset.name().toLowerCase(Locale.ROOT));
        return wider == null || !Charset.isSupported(wider) ? charset : Charset.forName(wider);
    }

    /** C1 controls as what their numbers are in windows-1252: nobody writes the controls (HTML, section 13.2.5.80). */
    static String withoutControls(String text) {
        if (text.chars().noneMatch(Unicodes::isC1)) {
            return text;
        }
        Charset windows = Charset.forName("windows-1252");
        StringBuilder mended = new StringBuilder(text.length());
        text.chars().forEach(c -> mended.append(isC1(c) ? new String(new byte[] {(byte) c}, windows) : (char) c));
        return mended.toString();
    }

    /** With a space for each character that XML 1.0 doesn't allow (section 2.2). */
    static String ofXml(String text) {
        if (text.codePoints().allMatch(Unicodes::isXml)) {
            return text;
        }
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().forEach(c -> allowed.appendCodePoint(isXml(c) ? c : ' '));
        return allowed.toString();
    }

    private static boolean isXml(int c) {
        return c >= ' ' && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c > 0xFFFF
                || c == '\t'
                || c == '\n'
                || c == '\r';
    }

    private static boolean isC1(int c) {
        return c >= 0x80 && c <= 0x9F;
    }
}
