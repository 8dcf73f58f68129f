// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.util.Arrays;

/** What is known of words, by their hashes: a flat hash table, immutable. Keys are never zero. */
public final class IntTable {

    private final PerfectHash hash;
    /** A key in the upper half, its value in the lower. */
    private final long[] slots;

    private final int size;

    /**
     * @param keys hashes, none twice and none zero
     * @param values the value of each; zero is what a missing key has
     */
    public IntTable(int[] keys, int[] values) {
        size = keys.length;
        hash = new PerfectHash(keys);
        slots = new long[hash.slots()];
        for (int i = 0; i < keys.length; i++) {
            slots[hash.slot(keys[i])] = ((long) keys[i] << 32) | (values[i] & 0xFFFFFFFFL);
        }
    }

    /** The value of a key; 0 where it is not there. */
    public int get(int key) {
        long found = slots[hash.slot(key)];
        return (int) (found >>> 32) == key ? (int) found : 0;
    }

    /** How many keys there are. */
    public int size() {
        return size;
    }

    /** The keys, in order. */
    public int[] keys() {
        int[] keys = new int[size];
        int count = 0;
        for (long slot : slots) {
            if (slot != 0) {
                keys[count++] = (int) (slot >>> 32);
            }
        }
        Arrays.sort(keys);
        return keys;
    }
}
