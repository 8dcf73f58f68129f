// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Folded words of a kind; immutable. Each word of a text is asked for its kinds many times and is of few of them: a bit of its hash tells
 * so, mostly, before a word is compared (a Bloom filter of one hash function).
 */
final class WordSet {

    /** How many bits there are at least for each word, so that one word in so many that are not of the kind is compared in vain. */
    private static final int SPARSE = 16;

    private final Set<String> words;
    private final long[] bits;
    private final int mask;

    WordSet(Collection<String> words) {
        this.words = new HashSet<>(words);
        int size = Math.max(Long.SIZE, Integer.highestOneBit(words.size() * SPARSE) << 1);
        bits = new long[size / Long.SIZE];
        mask = size - 1;
        for (String word : words) {
            int bit = bit(word);
            bits[bit / Long.SIZE] |= 1L << bit;
        }
    }

    private int bit(String word) {
        int hash = word.hashCode();
        return (hash ^ hash >>> SPARSE) & mask;
    }

    boolean contains(String folded) {
        int bit = bit(folded);
        return (bits[bit / Long.SIZE] & 1L << bit) != 0 && words.contains(folded);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Set<String> all() {
        return Collections.unmodifiableSet(words);
    }
}
