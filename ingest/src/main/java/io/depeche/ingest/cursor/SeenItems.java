// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Which items a source has had, with a fingerprint of their content and when it last had them.
 *
 * <p>A hash table with open addressing, in arrays: 28 bytes an item at a load of a half at least, where maps of objects
 * take some 200, for a source may have had a million. Items are named by 128 bits, 32 hexadecimal digits. Not thread-safe.
 */
final class SeenItems {

    private static final int FIRST_CAPACITY = 64;
    private static final int HEX_HALF = 16;
    private static final int HEX_RADIX = 16;

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private long[] fingerprints = new long[FIRST_CAPACITY];
    /** Minutes since the epoch plus one; 0 is an empty slot. */
    private int[] lastSeen = new int[FIRST_CAPACITY];

    private int size;

    int size() {
        return size;
    }

    /** Whether it has the item with that very content. */
    boolean has(String item, long fingerprint) {
        int slot = slot(high(item), low(item));
        return lastSeen[slot] != 0 && fingerprints[slot] == fingerprint;
    }

    /** When it last had the item, in minutes since the epoch; negative where it never had. */
    int lastSeen(String item) {
        return lastSeen[slot(high(item), low(item))] - 1;
    }

    /** @param minutes since the epoch */
    void put(String item, long fingerprint, int minutes) {
        if (2 * (size + 1) > lastSeen.length) {
            rebuild(2 * lastSeen.length, -1);
        }
        put(high(item), low(item), fingerprint, minutes);
    }

    void remove(String item) {
        int mask = lastSeen.length - 1;
        int hole = slot(high(item), low(item));
        if (lastSeen[hole] == 0) {
            return;
        }
        size--;
        // What was put further on because this slot was taken moves up, so that every search still ends at it.
        for (int next = hole + 1 & mask; lastSeen[next] != 0; next = next + 1 & mask) {
            int home = (int) low[next] & mask;
            if ((next - home & mask) >= (next - hole & mask)) {
                high[hole] = high[next];
                low[hole] = low[next];
                fingerprints[hole] = fingerprints[next];
                lastSeen[hole] = lastSeen[next];
                hole = next;
            }
        }
        lastSeen[hole] = 0;
    }

    /** Takes out what it last had at that minute or before, and says what that was. */
    List<String> removeOlder(int minutes) {
        List<String> old = new ArrayList<>();
        for (int slot = 0; slot < lastSeen.length; slot++) {
            if (lastSeen[slot] != 0 && lastSeen[slot] - 1 <= minutes) {
                HexFormat hex = HexFormat.of();
                old.add(hex.toHexDigits(high[slot]) + hex.toHexDigits(low[slot]));
            }
        }
        if (!old.isEmpty()) {
            rebuild(lastSeen.length, minutes);
        }
        return old;
    }

    /** The minute at which or before it last had at least so many of its items. */
    int minuteOfOldest(int count) {
        int[] minutes =
                Arrays.stream(lastSeen).filter(minute -> minute != 0).sorted().toArray();
        return minutes[Math.min(count, minutes.length) - 1] - 1;
    }

    private void put(long itemHigh, long itemLow, long fingerprint, int minutes) {
        int slot = slot(itemHigh, itemLow);
        size += lastSeen[slot] == 0 ? 1 : 0;
        high[slot] = itemHigh;
        low[slot] = itemLow;
        fingerprints[slot] = fingerprint;
        lastSeen[slot] = minutes + 1;
    }

    /** Where the item is, or would be. */
    private int slot(long itemHigh, long itemLow) {
        int mask = lastSeen.length - 1;
        // Items are hashes already: any bits of them are as good as any others.
        int slot = (int) itemLow & mask;
        while (lastSeen[slot] != 0 && (high[slot] != itemHigh || low[slot] != itemLow)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Without what it last had at that minute or before. */
    private void rebuild(int capacity, int oldest) {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldFingerprints = fingerprints;
        int[] oldLastSeen = lastSeen;
        high = new long[capacity];
        low = new long[capacity];
        fingerprints = new long[capacity];
        lastSeen = new int[capacity];
        size = 0;
        for (int slot = 0; slot < oldLastSeen.length; slot++) {
            if (oldLastSeen[slot] != 0 && oldLastSeen[slot] - 1 > oldest) {
                put(oldHigh[slot], oldLow[slot], oldFingerprints[slot], oldLastSeen[slot] - 1);
            }
        }
    }

    private static long high(String item) {
        return Long.parseUnsignedLong(item, 0, HEX_HALF, HEX_RADIX);
    }

    private static long low(String item) {
        return Long.parseUnsignedLong(item, HEX_HALF, 2 * HEX_HALF, HEX_RADIX);
    }
}
