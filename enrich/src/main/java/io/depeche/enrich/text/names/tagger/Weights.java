// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

/**
 * The weights of a model: for each feature a byte a label, eight to a long; for each pair of labels a number of the same
 * scale. Immutable. What a token's features say together is summed in lanes of 16 bits, which is as fast as one label
 * at a time is slow.
 */
final class Weights {

    /** The largest weight; the smallest is its negative. */
    static final int LARGEST = 127;

    private static final int ZERO = 128;
    private static final int LONGS = (Labels.COUNT + 7) / 8;
    private static final long EVEN = 0x00FF00FF00FF00FFL;

    private final IntTable rows;
    private final long[] weights;
    private final short[] transitions;
    private final int agreement;

    /**
     * @param keys hashes of the features
     * @param weights {@link Labels#COUNT} a feature
     * @param agreement weight of what the same word is elsewhere in the document
     * @param transitions {@link Labels#COUNT} a label before
     */
    Weights(int[] keys, byte[] weights, short[] transitions, int agreement) {
        this.agreement = agreement;
        int[] numbers = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            numbers[row] = row + 1;
        }
        this.rows = new IntTable(keys, numbers);
        this.transitions = transitions.clone();
        this.weights = new long[LONGS * (keys.length + 1)];
        for (int row = 0; row < keys.length; row++) {
            for (int label = 0; label < Labels.COUNT; label++) {
                long weight = ZERO + weights[row * Labels.COUNT + label];
                this.weights[(row + 1) * LONGS + label / 8] |= weight << 8 * (label % 8);
            }
        }
    }

    /** Number of a feature's row; 0 where the model has nothing of it. */
    int row(int feature) {
        return rows.get(feature);
    }

    /** The weight of a row and a label. */
    int weight(int row, int label) {
        return (int) (weights[row * LONGS + label / 8] >>> 8 * (label % 8) & 0xFF) - ZERO;
    }

    int transition(int before, int label) {
        return transitions[before * Labels.COUNT + label];
    }

    int agreement() {
        return agreement;
    }

    int size() {
        return rows.size();
    }

    int[] features() {
        return rows.keys();
    }

    /**
     * Sums up the weights of some features for each label.
     *
     * @param features up to {@link Features#MOST} of them, so that no lane overflows
     * @param entries as long as the features, to work in
     * @param scores takes {@link Labels#COUNT} sums
     * @param at where the first is put
     */
    void sum(int[] features, int count, long[] entries, int[] scores, int at) {
        rows.get(features, count, entries);
        long even0 = 0;
        long odd0 = 0;
        long even1 = 0;
        long odd1 = 0;
        long even2 = 0;
        int found = 0;
        for (int i = 0; i < count; i++) {
            int row = (int) entries[i];
            // Row 0 is empty: to add it costs less than to go round it.
            long low = weights[row * LONGS];
            long high = weights[row * LONGS + 1];
            even0 += low & EVEN;
            odd0 += low >>> 8 & EVEN;
            even1 += high & EVEN;
            odd1 += high >>> 8 & EVEN;
            even2 += weights[row * LONGS + 2];
            found += row == 0 ? 0 : 1;
        }
        int zero = found * ZERO;
        for (int lane = 0; lane < 4; lane++) {
            int bits = 16 * lane;
            scores[at + 2 * lane] = (int) (even0 >>> bits & 0xFFFF) - zero;
            scores[at + 2 * lane + 1] = (int) (odd0 >>> bits & 0xFFFF) - zero;
            scores[at + 8 + 2 * lane] = (int) (even1 >>> bits & 0xFFFF) - zero;
            scores[at + 8 + 2 * lane + 1] = (int) (odd1 >>> bits & 0xFFFF) - zero;
        }
        scores[at + 16] = (int) even2 - zero;
    }
}
