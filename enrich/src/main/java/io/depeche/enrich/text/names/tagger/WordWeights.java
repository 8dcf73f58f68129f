// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

/**
 * What the features of one word weigh together, at each place where they tell something of a token. Of the words of a running
 * text, seven in ten were met shortly before; for these, half of the features of a token need not be looked up. A bounded cache:
 * it changes no sum. Threads share it without a lock, as what it keeps is never changed once it can be seen.
 */
final class WordWeights {

    /** How many words are kept; a power of two. */
    private static final int KEPT = 8192;

    /** A word, told by {@link Features#identity}, and {@link Weights#SUMS} numbers a place. */
    private record Word(long identity, long[] sums) {}

    private final Weights weights;
    private final Word[] kept = new Word[KEPT];

    WordWeights(Weights weights) {
        this.weights = weights;
    }

    /**
     * The sums of a word, those of its places in {@link Features#PLACES} one behind the other. They must not be changed.
     *
     * @param token index of its token in the words, in the sentence that the features are at
     * @param hashes to work in
     * @param entries to work in
     */
    long[] of(Features features, int token, int[] hashes, int[] entries) {
        long identity = features.identity(token);
        int slot = (int) (identity * 0x9E3779B97F4A7C15L >>> 32) & KEPT - 1;
        Word word = kept[slot];
        if (word == null || word.identity != identity) {
            word = new Word(identity, read(features, token, hashes, entries));
            // Final fields: a thread that sees the word without a lock sees its sums as well.
            kept[slot] = word;
        }
        return word.sums;
    }

    private long[] read(Features features, int token, int[] hashes, int[] entries) {
        int[] ends = new int[Features.PLACES.length];
        features.ofWord(token, hashes, ends);
        // All of them at once: a word that is not kept is a rare one, whose features the processor waits for.
        weights.find(hashes, ends[ends.length - 1], entries);
        long[] sums = new long[ends.length * Weights.SUMS];
        for (int place = 0; place < ends.length; place++) {
            weights.add(entries, place == 0 ? 0 : ends[place - 1], ends[place], sums, place * Weights.SUMS);
        }
        return sums;
    }
}
