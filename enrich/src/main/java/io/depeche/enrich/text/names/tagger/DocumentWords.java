// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.util.Arrays;

/**
 * How the words of one document are spelt in it: how often inside a sentence with a capital, how often small, how often
 * behind and before another word with a capital. Four counts of eight bits each, by the hash of the word.
 */
final class DocumentWords {

    static final int CAPITAL = 1;
    static final int SMALL = 1 << 8;
    static final int BEHIND_CAPITAL = 1 << 16;
    static final int BEFORE_CAPITAL = 1 << 24;

    private static final int MOST = 0x7F;

    private int[] keys = new int[1024];
    private int[] counts = new int[1024];

    /** Forgets everything and makes place for so many words. */
    void reset(int words) {
        int needed = Integer.highestOneBit(Math.max(512, words)) * 4;
        if (needed > keys.length) {
            keys = new int[needed];
            counts = new int[needed];
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

    /** Counts an occurrence. */
    void add(int key, int what) {
        int slot = slot(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            counts[slot] = 0;
        }
        if ((counts[slot] / what & MOST) < MOST) {
            counts[slot] += what;
        }
    }

    /** What was seen of a word beside one occurrence: a bit each for capital, small, behind and before a capital. */
    int others(int key, int occurrence) {
        int slot = slot(key);
        if (keys[slot] == 0) {
            return 0;
        }
        int rest = counts[slot];
        int seen = 0;
        for (int bit = 0; bit < 4; bit++) {
            int own = occurrence >>> 8 * bit & 1;
            if ((rest >>> 8 * bit & MOST) > own) {
                seen |= 1 << bit;
            }
        }
        return seen;
    }
}
