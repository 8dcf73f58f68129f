// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.util.Arrays;

/** Which types the words of one document were given, by the hash of the word. */
final class Votes {

    /** The vote for no name. */
    static final int NONE = Labels.TYPES.size();

    private static final int KINDS = NONE + 1;

    private int[] keys = new int[1024];
    private int[] counts = new int[1024 * KINDS];

    /** Forgets everything and makes place for so many words. */
    void reset(int words) {
        int needed = Integer.highestOneBit(Math.max(512, words)) * 2 * 2;
        if (needed > keys.length) {
            keys = new int[needed];
            counts = new int[needed * KINDS];
        } else {
            Arrays.fill(keys, 0);
        }
    }

    private int slot(int key) {
        int slot = key & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private static int vote(int label) {
        return label == Labels.OUTSIDE ? NONE : Labels.type(label);
    }

    /** Counts the label of an occurrence. */
    void add(int key, int label) {
        int slot = slot(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            Arrays.fill(counts, slot * KINDS, (slot + 1) * KINDS, 0);
        }
        counts[slot * KINDS + vote(label)]++;
    }

    /**
     * Adds to the scores of an occurrence what the others say: to each type its share of them.
     *
     * @param label what the occurrence itself was given
     * @param counted whether that is among the votes
     * @param weight of a vote that all others agree on
     * @param scores has {@link Labels#COUNT} scores from a place on
     * @return whether there are others, and not all of them are of the same type as this
     */
    boolean cast(int key, int label, boolean counted, int weight, int[] scores, int at) {
        int slot = slot(key);
        if (keys[slot] == 0) {
            return false;
        }
        int own = vote(label);
        int mine = counted ? 1 : 0;
        int others = -mine;
        for (int kind = 0; kind < KINDS; kind++) {
            others += counts[slot * KINDS + kind];
        }
        if (others <= 0 || counts[slot * KINDS + own] - mine == others) {
            return false;
        }
        for (int one = 0; one < Labels.COUNT; one++) {
            int votes = counts[slot * KINDS + vote(one)] - (vote(one) == own ? mine : 0);
            scores[at + one] += weight * votes / others;
        }
        return true;
    }
}
