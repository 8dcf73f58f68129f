// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.util.Arrays;

/** Sums up what the features of the tokens of a sentence weigh. Keeps its working space between sentences: not thread-safe. */
final class SentenceScores {

    private final Weights weights;
    private final WordWeights words;
    private final int[] hashes = new int[Features.MOST];
    private final int[] entries = new int[Features.MOST];
    private long[] sums = new long[0];

    SentenceScores(Weights weights, WordWeights words) {
        this.weights = weights;
        this.words = words;
    }

    /**
     * Scores a sentence, which the features are at: what a word says on its own first, at the tokens of which it says it, then
     * what only several words say.
     *
     * @param from index of its first token in the words
     * @param to index behind the last
     * @param scores takes {@link Labels#COUNT} sums a token
     * @param at where the first is put
     */
    void read(Features features, int from, int to, int[] scores, int at) {
        int size = (to - from) * Weights.SUMS;
        if (sums.length < size) {
            sums = new long[Math.max(size, 128 * Weights.SUMS)];
        }
        Arrays.fill(sums, 0, size, 0);
        for (int i = from; i < to; i++) {
            long[] word = words.of(features, i, hashes, entries);
            for (int place = 0; place < Features.PLACES.length; place++) {
                int target = i + Features.PLACES[place];
                if (target >= from && target < to) {
                    add(word, place * Weights.SUMS, (target - from) * Weights.SUMS);
                }
            }
        }
        for (int i = from; i < to; i++) {
            int found = features.around(i, hashes);
            weights.find(hashes, found, entries);
            weights.add(entries, 0, found, sums, (i - from) * Weights.SUMS);
            Weights.read(sums, (i - from) * Weights.SUMS, scores, at + (i - from) * Labels.COUNT);
        }
    }

    private void add(long[] word, int from, int at) {
        for (int k = 0; k < Weights.SUMS; k++) {
            sums[at + k] += word[from + k];
        }
    }
}
