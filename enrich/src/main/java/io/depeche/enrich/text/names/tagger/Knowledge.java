// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

/**
 * What a model knows of words beside its weights: how open text spells them, which words they are used like, and in
 * which lists of names they stand. Immutable.
 *
 * <p>The facts of a word, from the lowest bit: 3 bits of how it is spelt (0: not known), 8 bits of the coarse and 12 of
 * the fine class of words that it is used like (0: not known), {@value #KINDS} bits of the kinds of names that it is a
 * word of. Phrases have a bit that tells that a longer one goes on, and a bit a kind.
 */
public final class Knowledge {

    /** How many kinds of names there are lists of. */
    public static final int KINDS = 8;

    /** The most words of a phrase. */
    public static final int LONGEST_PHRASE = 6;

    static final int GOES_ON = 1;

    private static final int COARSE_AT = 3;
    private static final int FINE_AT = 11;
    private static final int KINDS_AT = 23;

    private final IntTable words;
    private final IntTable phrases;

    public Knowledge(IntTable words, IntTable phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    /** The facts of a word in one number. */
    public static int facts(int spelling, int coarse, int fine, int kinds) {
        return spelling | coarse << COARSE_AT | fine << FINE_AT | kinds << KINDS_AT;
    }

    /** The value of a phrase, or of the start of one. */
    public static int phrase(boolean goesOn, int kinds) {
        return (goesOn ? GOES_ON : 0) | kinds << 1;
    }

    static int spelling(int facts) {
        return facts & 7;
    }

    static int coarse(int facts) {
        return (facts >>> COARSE_AT) & 0xFF;
    }

    static int fine(int facts) {
        return (facts >>> FINE_AT) & 0xFFF;
    }

    static int kinds(int facts) {
        return facts >>> KINDS_AT & 0xFF;
    }

    /** By the hashes of words. */
    public IntTable words() {
        return words;
    }

    /** By the hashes of rows of words. */
    public IntTable phrases() {
        return phrases;
    }
}
