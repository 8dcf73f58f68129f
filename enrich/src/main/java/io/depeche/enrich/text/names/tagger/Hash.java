// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

/**
 * Hashes of words and features: of folded code points, so that no string is made. The same in the trainer and in the
 * tagger, and on every machine; a change of any of them needs a new {@link Features#VERSION}.
 */
public final class Hash {

    /** What the first word of a phrase is put behind. */
    public static final int EMPTY = 0x811C9DC5;

    static final int START = EMPTY;

    private static final int PRIME = 0x01000193;

    private Hash() {}

    static int step(int hash, int codePoint) {
        return (hash ^ codePoint) * PRIME;
    }

    /** Spreads the bits; never zero, which stands for an empty slot in the tables. */
    static int finish(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x7FEB352D;
        h ^= h >>> 15;
        h *= 0x846CA68B;
        h ^= h >>> 16;
        return h == 0 ? 1 : h;
    }

    static int both(int one, int other) {
        return (one * 0x9E3779B1) ^ Integer.rotateLeft(other * 0x85EBCA77, 13);
    }

    static int feature(int seed, int template, int value) {
        return finish((value * 0x9E3779B1) ^ (seed + template * 0xC2B2AE3D));
    }

    /** One letter as all words are compared: small, typographic apostrophes and hyphens as plain ones, any digit as 0. */
    public static int fold(int codePoint) {
        if (codePoint < 0x80) {
            if (codePoint >= 'A' && codePoint <= 'Z') {
                return codePoint + 0x20;
            }
            return codePoint >= '0' && codePoint <= '9' ? '0' : codePoint;
        }
        return switch (codePoint) {
            case 0x2019, 0x02BC -> '\'';
            case 0x2010, 0x2011 -> '-';
            case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB -> '"';
            default -> Character.isDigit(codePoint) ? '0' : Character.toLowerCase(codePoint);
        };
    }

    /** Hash of a word by which it is known: see {@link #fold(int)}. */
    public static int word(CharSequence word) {
        int hash = START;
        for (int i = 0; i < word.length(); ) {
            int codePoint = Character.codePointAt(word, i);
            hash = step(hash, fold(codePoint));
            i += Character.charCount(codePoint);
        }
        return finish(hash);
    }

    /** Hash of a row of words, from that of the row before its last word and that of its last word. */
    public static int phrase(int before, int word) {
        return finish(both(before, word));
    }
}
