// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.training;

import java.util.Arrays;

/** Numbers the features that were seen, from 0 in the order of their first sight, and counts them. */
final class FeatureIndex {

    private int[] slots = new int[1 << 16];
    private int[] keys = new int[1 << 15];
    private int[] counts = new int[1 << 15];
    private int size;

    /** The number of a feature, which is counted once more. */
    int add(int key) {
        int slot = slot(key);
        if (slots[slot] == 0) {
            if (size == keys.length) {
                grow();
                slot = slot(key);
            }
            keys[size] = key;
            slots[slot] = ++size;
        }
        int number = slots[slot] - 1;
        counts[number]++;
        return number;
    }

    private int slot(int key) {
        int slot = key & (slots.length - 1);
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, size * 2);
        counts = Arrays.copyOf(counts, size * 2);
        slots = new int[size * 4];
        for (int number = 0; number < size; number++) {
            slots[slot(keys[number])] = number + 1;
        }
    }

    int size() {
        return size;
    }

    int key(int number) {
        return keys[number];
    }

    int count(int number) {
        return counts[number];
    }
}
