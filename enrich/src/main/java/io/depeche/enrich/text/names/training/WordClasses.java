// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.training;

import java.util.Arrays;

/**
 * Puts words into classes by what stands before and behind them: the exchange algorithm of Kneser and Ney, which moves
 * word by word to the class that makes the text likeliest under a bigram model of classes.
 */
final class WordClasses {

    private static final int TABLE = 1 << 16;

    private final int[] text;
    private final int words;
    private final int classes;
    private final int[] classOf;
    private final int[] pairs;
    private final int[] sizes;
    private final int[] counts;
    private int[] starts;
    private int[] places;
    private final double[] table = new double[TABLE];
    private final int[] left;
    private final int[] right;

    /**
     * @param text numbers of words from 0, the most frequent first; -1 between sentences
     * @param words how many different ones there are
     * @param classes how many classes to make
     */
    WordClasses(int[] text, int words, int classes) {
        this.text = text;
        this.words = words;
        this.classes = classes;
        classOf = new int[words];
        pairs = new int[(classes + 1) * (classes + 1)];
        sizes = new int[classes + 1];
        counts = new int[words];
        left = new int[classes + 1];
        right = new int[classes + 1];
        for (int i = 1; i < TABLE; i++) {
            table[i] = i * StrictMath.log(i);
        }
    }

    /** The class of each word, from 1. */
    int[] exchange(int rounds) {
        start();
        for (int round = 0; round < rounds; round++) {
            for (int word = 0; word < words; word++) {
                move(word);
            }
        }
        int[] numbered = new int[words];
        for (int word = 0; word < words; word++) {
            numbered[word] = classOf[word] + 1;
        }
        return numbered;
    }

    private void start() {
        for (int word = 0; word < words; word++) {
            classOf[word] = word % classes;
        }
        for (int word : text) {
            if (word >= 0) {
                counts[word]++;
            }
        }
        starts = new int[words + 1];
        for (int word = 0; word < words; word++) {
            starts[word + 1] = starts[word] + counts[word];
            sizes[classOf[word]] += counts[word];
        }
        places = new int[starts[words]];
        int[] filled = Arrays.copyOf(starts, words);
        for (int i = 0; i < text.length; i++) {
            if (text[i] >= 0) {
                places[filled[text[i]]++] = i;
            }
            if (i > 0) {
                pairs[classAt(i - 1) * (classes + 1) + classAt(i)]++;
            }
        }
    }

    /** The class at a place of the text; that of what is between sentences is the last. */
    private int classAt(int place) {
        return place < 0 || place >= text.length || text[place] < 0 ? classes : classOf[text[place]];
    }

    private double entropy(int count) {
        return count < TABLE ? table[count] : count * StrictMath.log(count);
    }

    private void move(int word) {
        Arrays.fill(left, 0);
        Arrays.fill(right, 0);
        for (int p = starts[word]; p < starts[word + 1]; p++) {
            left[classAt(places[p] - 1)]++;
            right[classAt(places[p] + 1)]++;
        }
        int old = classOf[word];
        add(word, old, -1);
        int[] before = used(left);
        int[] behind = used(right);
        int best = old;
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            double gain = 2 * (entropy(sizes[c]) - entropy(sizes[c] + counts[word]));
            for (int other : before) {
                int there = pairs[other * (classes + 1) + c];
                gain += entropy(there + left[other]) - entropy(there);
            }
            for (int other : behind) {
                int there = pairs[c * (classes + 1) + other];
                gain += entropy(there + right[other]) - entropy(there);
            }
            if (gain > highest) {
                highest = gain;
                best = c;
            }
        }
        add(word, best, 1);
        classOf[word] = best;
    }

    private static int[] used(int[] counts) {
        int[] used = new int[counts.length];
        int count = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                used[count++] = i;
            }
        }
        return Arrays.copyOf(used, count);
    }

    /** Counts the pairs of a word in or out of a class; of the word beside itself, both classes change. */
    private void add(int word, int to, int sign) {
        sizes[to] += sign * counts[word];
        for (int p = starts[word]; p < starts[word + 1]; p++) {
            int place = places[p];
            boolean itselfBefore = place > 0 && text[place - 1] == word;
            if (place > 0 && !itselfBefore) {
                pairs[classAt(place - 1) * (classes + 1) + to] += sign;
            }
            if (place + 1 < text.length) {
                int behind = text[place + 1] == word ? to : classAt(place + 1);
                pairs[to * (classes + 1) + behind] += sign;
            }
        }
    }
}
