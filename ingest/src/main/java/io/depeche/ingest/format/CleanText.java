// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Text as events carry it: valid Unicode, line ends as {@code \n}, no control characters but tab and line feed, no
 * white space around it.
 *
 * @param text the clean text
 * @param controls how many control characters became spaces
 * @param surrogates how many unpaired surrogates became U+FFFD
 * @param replacements how many U+FFFD were there before
 */
public record CleanText(String text, int controls, int surrogates, int replacements) {

    private static final char REPLACEMENT = '\uFFFD';
    private static final char NEXT_LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';
    private static final char FIRST_CONTROL_BEYOND_ASCII = '\u007F';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Twenty characters to one control character: what holds more of them is no text. */
    private static final int TEXT_PER_CONTROL = 20;

    public static CleanText of(String raw) {
        int mended = firstToMend(raw);
        if (mended == raw.length()) {
            return new CleanText(trim(raw), 0, 0, 0);
        }
        StringBuilder clean = new StringBuilder(raw.length()).append(raw, 0, mended);
        int controls = 0;
        int surrogates = 0;
        int replacements = 0;
        for (int i = mended; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                boolean pair = i + 1 < raw.length() && raw.charAt(i + 1) == '\n';
                clean.append(pair ? "" : "\n");
            } else if (c == '\n' || c == '\t') {
                clean.append(c);
            } else if (c == NEXT_LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR) {
                clean.append('\n');
            } else if (Character.isISOControl(c)) {
                clean.append(' ');
                controls++;
            } else if (!Character.isSurrogate(c)) {
                clean.append(c);
                replacements += c == REPLACEMENT ? 1 : 0;
            } else if (i + 1 < raw.length() && Character.isSurrogatePair(c, raw.charAt(i + 1))) {
                clean.append(c).append(raw.charAt(i + 1));
                i++;
            } else {
                clean.append(REPLACEMENT);
                surrogates++;
            }
        }
        return new CleanText(trim(clean), controls, surrogates, replacements);
    }

    /** Where the first character is that may have to be mended or counted; most texts have none. */
    private static int firstToMend(String raw) {
        int i = 0;
        while (i < raw.length() && isClean(raw.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isClean(char c) {
        if (c < FIRST_CONTROL_BEYOND_ASCII) {
            return c >= ' ' || c == '\n' || c == '\t';
        }
        return !Character.isISOControl(c)
                && !Character.isSurrogate(c)
                && c != NEXT_LINE_SEPARATOR
                && c != PARAGRAPH_SEPARATOR
                && c != REPLACEMENT;
    }

    /** Clean text on one line: a title, a name. */
    public static CleanText line(String raw) {
        CleanText clean = of(raw);
        return new CleanText(
                clean.text.replace('\n', ' ').replace('\t', ' '), clean.controls, clean.surrogates, clean.replacements);
    }

    /** @throws Refused where there are so many control characters that it is no text, with the way out */
    public void refuseBinary(int rawLength) throws Refused {
        if ((long) controls * TEXT_PER_CONTROL > rawLength) {
            throw new Refused(
                    "not text: " + controls + " of its " + rawLength
                            + " characters are control characters, so it looks like binary data",
                    "give the text of it, in UTF-8");
        }
    }

    /** Whether there is something to know of the cleaning. */
    boolean isMended() {
        return controls + surrogates + replacements > 0;
    }

    /** What a person should know of the cleaning, of what is called so. */
    public List<String> notes(String what) {
        List<String> notes = new ArrayList<>();
        if (controls > 0) {
            notes.add(what + " had control characters (" + controls + "), now spaces");
        }
        if (surrogates > 0) {
            notes.add(what + " had halves of surrogate pairs (" + surrogates + "), now U+FFFD");
        }
        if (replacements > 0) {
            notes.add(what + " holds U+FFFD (" + replacements
                    + "): characters that somebody lost before; only the source can bring them back");
        }
        return notes;
    }

    public static String trim(CharSequence text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK;
    }
}
