// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Locale;

/**
 * A word, a number or a punctuation mark.
 *
 * @param start offset of the first char
 * @param end offset behind the last char
 * @param kind what it is
 * @param text the text at that place
 * @param folded the text as word lists are looked up by: see {@link #fold(String)}
 */
public record Token(int start, int end, Kind kind, String text, String folded) {

    /** What a token is. */
    public enum Kind {
        /** Letters, with hyphens and apostrophes inside: {@code États-Unis}, {@code l’}, {@code U.S.}, {@code p.m.} */
        WORD,
        /** Letters and digits: {@code G20}, {@code COVID-19}, {@code 1er}, {@code 10h30}. */
        ALPHANUMERIC,
        /** Digits, with points and commas inside: {@code 980}, {@code 2,300.5}, {@code 12.12.2022}. */
        NUMBER,
        /** A URL or an e-mail address. */
        IDENTIFIER,
        /** One sign of any other kind: a code point with its marks; an emoji as a whole. */
        PUNCTUATION
    }

    /** Lower case of no particular language, with the straight apostrophe for the typographic ones. */
    public static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u02BC', '\'');
    }

    /** The place of the token. */
    public Span span() {
        return new Span(start, end);
    }

    /** Whether it is a word without digits. */
    public boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Whether it is a word, with digits or without, that starts with a capital. */
    public boolean isCapitalised() {
        if (kind != Kind.WORD && kind != Kind.ALPHANUMERIC) {
            return false;
        }
        int first = text.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }
}
