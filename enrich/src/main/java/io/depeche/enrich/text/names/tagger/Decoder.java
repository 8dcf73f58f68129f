// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.util.Arrays;

/** Finds the row of labels with the highest sum (Viterbi). Not thread-safe. */
final class Decoder {

    /** The labels before one inside of a name; of others, none: {@link #rivals}. */
    private static final int[][] WITHIN = within();

    private static final int NEVER = Integer.MIN_VALUE / 2;

    private byte[] back = new byte[0];
    private int[] best = new int[Labels.COUNT];
    private int[] next = new int[Labels.COUNT];
    private final int[] rivals = new int[Labels.COUNT];

    private static int[][] within() {
        int[][] within = new int[Labels.COUNT][];
        for (int label = 0; label < Labels.COUNT; label++) {
            int[] allowed = new int[Labels.COUNT];
            int count = 0;
            for (int one = 0; one < Labels.COUNT; one++) {
                if (!Labels.isEnd(one) && Labels.follows(one, label)) {
                    allowed[count++] = one;
                }
            }
            within[label] = Arrays.copyOf(allowed, count);
        }
        return within;
    }

    /**
     * Labels a sentence.
     *
     * @param scores {@link Labels#COUNT} a token
     * @param at where those of the first token are
     * @param labels takes the labels
     * @param from where the first is put
     */
    void decode(Weights weights, int[] scores, int at, int count, byte[] labels, int from) {
        if (back.length < count * Labels.COUNT) {
            back = new byte[Math.max(count, 128) * Labels.COUNT];
        }
        for (int label = 0; label < Labels.COUNT; label++) {
            boolean possible = Labels.follows(Labels.OUTSIDE, label);
            best[label] = possible ? scores[at + label] + weights.transitionsTo(label)[Labels.OUTSIDE] : NEVER;
        }
        for (int i = 1; i < count; i++) {
            int rivalCount = rivals(weights);
            for (int label = 0; label < Labels.COUNT; label++) {
                int highest = NEVER * 2;
                int argument = 0;
                int[] transitions = weights.transitionsTo(label);
                int[] before = WITHIN[label].length == 0 ? rivals : WITHIN[label];
                int befores = before == rivals ? rivalCount : before.length;
                for (int k = 0; k < befores; k++) {
                    int one = before[k];
                    int sum = best[one] + transitions[one];
                    if (sum > highest) {
                        highest = sum;
                        argument = one;
                    }
                }
                next[label] = Math.max(highest + scores[at + i * Labels.COUNT + label], NEVER);
                back[i * Labels.COUNT + label] = (byte) argument;
            }
            int[] swap = best;
            best = next;
            next = swap;
        }
        int label = Labels.OUTSIDE;
        for (int one = 0; one < Labels.COUNT; one++) {
            if (Labels.isEnd(one) && best[one] > best[label]) {
                label = one;
            }
        }
        for (int i = count - 1; i >= 0; i--) {
            labels[from + i] = (byte) label;
            label = back[i * Labels.COUNT + label];
        }
    }

    /**
     * Finds the labels behind which no name goes on and which may be before one of the next token. In most places only one
     * is: outside of names, by far.
     */
    private int rivals(Weights weights) {
        int outside = best[Labels.OUTSIDE];
        int found = 0;
        rivals[found++] = Labels.OUTSIDE;
        for (int label = 1; label < Labels.COUNT; label++) {
            if (Labels.isEnd(label) && best[label] + weights.lead(label) > outside) {
                rivals[found++] = label;
            }
        }
        return found;
    }
}
