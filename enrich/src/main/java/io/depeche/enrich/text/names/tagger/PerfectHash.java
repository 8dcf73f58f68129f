// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Gives each of some keys, known beforehand, a slot of its own, and any other number the slot of one of them: hash and displace
 * (Pagh, Hash and displace: efficient evaluation of minimal perfect hash functions, 1999). A look-up then reads one place of a
 * large table and decides nothing before; where the table does not fit into the processor's caches, both are what it costs.
 * Immutable.
 */
final class PerfectHash {

    private static final int KEYS_PER_BUCKET = 4;
    private static final double SLOTS_PER_KEY = 1.2;
    private static final int MOST_DISPLACEMENTS = Character.MAX_VALUE + 1;

    private final char[] displacements;
    private final int shift;
    private int slots;

    /**
     * @param keys hashes, whose bits are as good as random
     * @throws IllegalArgumentException where a key is there twice
     */
    PerfectHash(int[] keys) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, keys.length / KEYS_PER_BUCKET));
        shift = 32 - bits;
        displacements = new char[1 << bits];
        int[] sorted = keys.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                throw new IllegalArgumentException("Key " + sorted[i] + " is there twice");
            }
        }
        slots = Math.max(8, (int) (keys.length * SLOTS_PER_KEY));
        while (!place(sorted)) {
            slots += slots / 8;
        }
    }

    /** How many slots there are: more than keys. */
    int slots() {
        return slots;
    }

    /** The slot of a number. */
    int slot(int key) {
        return slot(key, displacements[key >>> shift]);
    }

    private int slot(int key, int displacement) {
        int mixed = (key ^ displacement * 0x85EBCA77) * 0x9E3779B1;
        return (int) ((mixed & 0xFFFFFFFFL) * slots >>> 32);
    }

    /** Finds a displacement for each bucket, the fullest first, while there is much room. */
    private boolean place(int[] keys) {
        BitSet taken = new BitSet(slots);
        for (int size = largest(keys); size > 0; size--) {
            for (int from = 0; from < keys.length; ) {
                int to = bucketEnd(keys, from);
                if (to - from == size && !displace(keys, from, to, taken)) {
                    return false;
                }
                from = to;
            }
        }
        return true;
    }

    private int largest(int[] keys) {
        int largest = 0;
        for (int from = 0; from < keys.length; ) {
            int to = bucketEnd(keys, from);
            largest = Math.max(largest, to - from);
            from = to;
        }
        return largest;
    }

    /** Keys of one bucket stand together, as it is told by the upper bits. */
    private int bucketEnd(int[] keys, int from) {
        int to = from + 1;
        while (to < keys.length && keys[to] >>> shift == keys[from] >>> shift) {
            to++;
        }
        return to;
    }

    private boolean displace(int[] keys, int from, int to, BitSet taken) {
        for (int displacement = 0; displacement < MOST_DISPLACEMENTS; displacement++) {
            int placed = from;
            while (placed < to && !taken.get(slot(keys[placed], displacement))) {
                taken.set(slot(keys[placed++], displacement));
            }
            if (placed == to) {
                displacements[keys[from] >>> shift] = (char) displacement;
                return true;
            }
            while (placed > from) {
                taken.clear(slot(keys[--placed], displacement));
            }
        }
        return false;
    }
}
