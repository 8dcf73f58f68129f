// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.util.Arrays;

/** What is known of words, by their hashes: a flat open hash table, immutable. Keys are never zero. */
public final class IntTable {

    private final long[] slots;
    private final int shift;
    private final int size;

    /**
     * @param keys hashes, none twice and none zero
     * @param values the value of each; zero is what a missing key has
     */
    public IntTable(int[] keys, int[] values) {
        size = keys.length;
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(8, keys.length * 2 - 1));
        slots = new long[1 << bits];
        shift = 32 - bits;
        for (int i = 0; i < keys.length; i++) {
            int slot = slot(keys[i]);
            while (slots[slot] != 0) {
                if ((int) (slots[slot] >>> 32) == keys[i]) {
                    throw new IllegalArgumentException("Key " + keys[i] + " is there twice");
                }
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = ((long) keys[i] << 32) | (values[i] & 0xFFFFFFFFL);
        }
    }

    private int slot(int key) {
        return (key * 0x9E3779B1) >>> shift;
    }

    /** The value of a key; 0 where it is not there. */
    public int get(int key) {
        int slot = slot(key);
        while (true) {
            long found = slots[slot];
            if ((int) (found >>> 32) == key) {
                return (int) found;
            }
            if (found == 0) {
                return 0;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
    }

    /**
     * Looks many keys up. The first slot of each is read before what is in it decides anything, so that the processor
     * waits for memory once for all of them, not for each.
     *
     * @param entries takes a number a key, the value in its lower half
     */
    void get(int[] keys, int count, long[] entries) {
        for (int i = 0; i < count; i++) {
            entries[i] = slots[slot(keys[i])];
        }
        for (int i = 0; i < count; i++) {
            long found = entries[i];
            if (found != 0 && (int) (found >>> 32) != keys[i]) {
                entries[i] = get(keys[i]);
            }
        }
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
