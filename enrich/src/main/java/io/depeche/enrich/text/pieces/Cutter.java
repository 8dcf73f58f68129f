// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.pieces;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a text, or a phrase of a language file, into {@link Pieces}: runs of letters, runs of digits, and every other code
 * point by itself. White space, control and format characters are between pieces.
 */
final class Cutter {

    private final String text;
    /** Of the text's language; null for phrases of language files, which are never cut inside words. */
    private final Vocabulary vocabulary;

    private int[] starts;
    private int[] ends;
    private byte[] kinds;
    private int size;

    private Cutter(String text, Vocabulary vocabulary, int expected) {
        this.text = text;
        this.vocabulary = vocabulary;
        starts = new int[expected];
        ends = new int[expected];
        kinds = new byte[expected];
    }

    /**
     * Cuts a text.
     *
     * @param tokens its tokens, of which URLs and e-mail addresses become one opaque piece each
     */
    static Pieces cut(String text, Tokens tokens, Vocabulary vocabulary) {
        Cutter cutter = new Cutter(text, vocabulary, tokens.size() + tokens.size() / 4 + 8);
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.IDENTIFIER) {
                cutter.run(at, token.start());
                cutter.add(token.start(), token.end(), Pieces.OPAQUE);
                at = token.end();
            }
        }
        cutter.run(at, text.length());
        return cutter.pieces();
    }

    /** The pieces of a phrase, as they are spelt in it. */
    static List<String> words(String phrase) {
        Cutter cutter = new Cutter(phrase, null, 8);
        cutter.run(0, phrase.length());
        List<String> words = new ArrayList<>(cutter.size);
        for (int i = 0; i < cutter.size; i++) {
            words.add(phrase.substring(cutter.starts[i], cutter.ends[i]));
        }
        return words;
    }

    private void run(int from, int to) {
        int at = from;
        while (at < to) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (isLetter(c)) {
                while (end < to && continuesWord(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                word(at, end);
            } else if (isDigit(c)) {
                while (end < to && isDigit(text.charAt(end))) {
                    end++;
                }
                add(at, end, Pieces.DIGITS);
            } else if (!isBetween(c)) {
                add(at, Math.min(end, to), Pieces.SIGN);
            }
            at = end;
        }
    }

    private void word(int start, int end) {
        int cut = vocabulary == null ? -1 : vocabulary.cut(text, start, end);
        if (cut < 0) {
            add(start, end, Pieces.WORD);
        } else {
            add(start, cut, Pieces.WORD);
            add(cut, end, Pieces.WORD);
        }
    }

    private void add(int start, int end, byte kind) {
        if (size == starts.length) {
            int larger = size + (size >> 1) + 8;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            kinds = Arrays.copyOf(kinds, larger);
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size++] = kind;
    }

    private Pieces pieces() {
        int[] ids = new int[size];
        for (int i = 0; i < size; i++) {
            boolean digit = kinds[i] == Pieces.DIGITS && ends[i] - starts[i] == 1;
            if (kinds[i] == Pieces.WORD || kinds[i] == Pieces.SIGN || digit) {
                ids[i] = vocabulary.id(text, starts[i], ends[i]);
            }
        }
        return new Pieces(text, size, starts, ends, kinds, ids);
    }

    /** ASCII digits only: no press text writes its figures in others, and all arithmetic stays plain. */
    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        if (c < 0x80) {
            return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        }
        return Character.isLetter(c) && c != '\u02BC' && c != 'º' && c != 'ª';
    }

    private static boolean continuesWord(int c) {
        if (isLetter(c)) {
            return true;
        }
        return c >= 0x80
                && switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.FORMAT -> true;
                    default -> false;
                };
    }

    private static boolean isBetween(int c) {
        if (c < 0x80) {
            return c <= ' ' || c == 0x7F;
        }
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
