// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.util.Arrays;

/**
 * The weights of a model: for each feature a byte a label, eight to a long; for each pair of labels a number of the same
 * scale. Immutable. What a token's features say together is summed in lanes of 16 bits, which is as fast as one label
 * at a time is slow.
 */
final class Weights {

    /** The largest weight; the smallest is its negative. */
    static final int LARGEST = 127;

    /** How many numbers the sums for all labels take: lanes of 16 bits, and a count. */
    static final int SUMS = 6;

    private static final int ZERO = 128;
    private static final int LONGS = (Labels.COUNT + 7) / 8;
    private static final int KEY = LONGS - 1;
    private static final long EVEN = 0x00FF00FF00FF00FFL;

    private final PerfectHash hash;
    private final int size;
    /** A row a slot: the weights, and in the upper half of its last number the key. The first row is empty. */
    private final long[] rows;

    private final int[][] transitions = new int[Labels.COUNT][Labels.COUNT];
    private final int[] leads = new int[Labels.COUNT];
    private final int agreement;

    /**
     * @param keys hashes of the features, none zero
     * @param weights {@link Labels#COUNT} a feature
     * @param agreement weight of what the same word is elsewhere in the document
     * @param transitions {@link Labels#COUNT} a label before
     */
    Weights(int[] keys, byte[] weights, short[] transitions, int agreement) {
        this.agreement = agreement;
        for (int i = 0; i < transitions.length; i++) {
            this.transitions[i % Labels.COUNT][i / Labels.COUNT] = transitions[i];
        }
        for (int label = 0; label < Labels.COUNT; label++) {
            leads[label] = lead(label, this.transitions);
        }
        size = keys.length;
        hash = new PerfectHash(keys);
        rows = new long[LONGS * (hash.slots() + 1)];
        for (int i = 0; i < keys.length; i++) {
            int row = (hash.slot(keys[i]) + 1) * LONGS;
            for (int label = 0; label < Labels.COUNT; label++) {
                long weight = ZERO + weights[i * Labels.COUNT + label];
                rows[row + label / 8] |= weight << 8 * (label % 8);
            }
            rows[row + KEY] |= (long) keys[i] << 32;
        }
    }

    private static int lead(int before, int[][] transitions) {
        int lead = Integer.MIN_VALUE;
        for (int label = 0; label < Labels.COUNT; label++) {
            if (Labels.follows(before, label)) {
                lead = Math.max(lead, transitions[label][before] - transitions[label][Labels.OUTSIDE]);
            }
        }
        return lead;
    }

    private int key(int row) {
        return (int) (rows[row * LONGS + KEY] >>> 32);
    }

    /** Number of a feature's row; 0 where the model has nothing of it. */
    int row(int feature) {
        int row = hash.slot(feature) + 1;
        // Without a jump: which features a model has cannot be foreseen, and a wrong guess is found out only when the
        // row is there.
        int other = key(row) ^ feature;
        return row & ~((other | -other) >> 31);
    }

    /** The weight of a row and a label. */
    int weight(int row, int label) {
        return (int) (rows[row * LONGS + label / 8] >>> 8 * (label % 8) & 0xFF) - ZERO;
    }

    /** The weights of going from each label to one; they must not be changed. */
    int[] transitionsTo(int label) {
        return transitions[label];
    }

    /**
     * By how much, at most, going from a label to another weighs more than going there from {@link Labels#OUTSIDE}; for labels
     * behind which no name goes on.
     */
    int lead(int label) {
        return leads[label];
    }

    int agreement() {
        return agreement;
    }

    int size() {
        return size;
    }

    int[] features() {
        int[] keys = new int[size];
        int count = 0;
        for (int row = 1; row <= hash.slots(); row++) {
            if (key(row) != 0) {
                keys[count++] = key(row);
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    /**
     * Looks features up, all of them before any weight is added: so the processor waits for many at once, not for each. Both in one
     * loop cost the tagger a fifth more.
     *
     * @param entries takes what {@link #add} wants, the number of a row a feature
     */
    void find(int[] features, int count, int[] entries) {
        for (int i = 0; i < count; i++) {
            entries[i] = row(features[i]);
        }
    }

    /**
     * Adds the weights of some features up, for all labels at once: up to {@link Features#MOST} of them, so that no lane overflows.
     *
     * @param entries of {@link #find}
     * @param from index of the first
     * @param to index behind the last
     * @param sums what they are added to: {@link #SUMS} numbers, the last of which counts the features that have weights
     * @param at where the first of them is
     */
    void add(int[] entries, int from, int to, long[] sums, int at) {
        long even0 = 0;
        long odd0 = 0;
        long even1 = 0;
        long odd1 = 0;
        long even2 = 0;
        int found = 0;
        for (int i = from; i < to; i++) {
            int row = entries[i] * LONGS;
            // Row 0 is empty: to add it costs less than to go round it.
            long low = rows[row];
            long high = rows[row + 1];
            long rest = rows[row + 2];
            even0 += low & EVEN;
            odd0 += low >>> 8 & EVEN;
            even1 += high & EVEN;
            odd1 += high >>> 8 & EVEN;
            even2 += rest & 0xFF;
            found += rest == 0 ? 0 : 1;
        }
        sums[at] += even0;
        sums[at + 1] += odd0;
        sums[at + 2] += even1;
        sums[at + 3] += odd1;
        sums[at + 4] += even2;
        sums[at + 5] += found;
    }

    /**
     * The sum for each label.
     *
     * @param sums of {@link #add}, from a place on
     * @param scores takes {@link Labels#COUNT} sums, from a place on
     */
    static void read(long[] sums, int from, int[] scores, int at) {
        int zero = (int) sums[from + 5] * ZERO;
        for (int lane = 0; lane < 4; lane++) {
            int bits = 16 * lane;
            scores[at + 2 * lane] = (int) (sums[from] >>> bits & 0xFFFF) - zero;
            scores[at + 2 * lane + 1] = (int) (sums[from + 1] >>> bits & 0xFFFF) - zero;
            scores[at + 8 + 2 * lane] = (int) (sums[from + 2] >>> bits & 0xFFFF) - zero;
            scores[at + 8 + 2 * lane + 1] = (int) (sums[from + 3] >>> bits & 0xFFFF) - zero;
        }
        scores[at + 16] = (int) sums[from + 4] - zero;
    }
}
