// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Labels are those of the highest sum of all rows that are allowed, of equal ones that with the lowest labels from the end on. */
final class DecoderTest {

    /** So low that no row with it is the best one. */
    private static final int NOT = -1_000_000;

    private static final int LARGEST_TRANSITION = 50;

    @Property(tries = 500)
    void labelsHaveTheHighestSum(
            @ForAll @IntRange(min = 1, max = 40) int tokens,
            @ForAll @IntRange(max = 60) int outside,
            @ForAll long seed) {
        Random random = new Random(seed);
        short[] transitions = new short[Labels.COUNT * Labels.COUNT];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = (short) (random.nextInt(2 * LARGEST_TRANSITION) - LARGEST_TRANSITION);
        }
        Weights weights = new Weights(new int[0], new byte[0], transitions, 0);
        int[] scores = random.ints((long) tokens * Labels.COUNT, -30, 30).toArray();
        for (int i = 0; i < tokens; i++) {
            // In a text most tokens are outside of names, some by far.
            scores[i * Labels.COUNT] += random.nextInt(outside + 1) * 3;
        }
        byte[] labels = new byte[tokens];

        new Decoder().decode(weights, scores, 0, tokens, labels, 0);

        assertThat(labels).isEqualTo(ofAllRows(weights, scores, tokens));
    }

    /** Looks at every pair of labels at every token. */
    private static byte[] ofAllRows(Weights weights, int[] scores, int tokens) {
        int[][] sums = new int[tokens][Labels.COUNT];
        int[][] back = new int[tokens][Labels.COUNT];
        for (int i = 0; i < tokens; i++) {
            Arrays.fill(sums[i], NOT);
            for (int label = 0; label < Labels.COUNT; label++) {
                for (int before = 0; before < (i == 0 ? 1 : Labels.COUNT); before++) {
                    int sum = (i == 0 ? 0 : sums[i - 1][before])
                            + weights.transitionsTo(label)[before]
                            + scores[i * Labels.COUNT + label];
                    if (Labels.follows(before, label) && sum > sums[i][label]) {
                        sums[i][label] = sum;
                        back[i][label] = before;
                    }
                }
            }
        }
        int label = Labels.OUTSIDE;
        for (int end = 0; end < Labels.COUNT; end++) {
            if (Labels.isEnd(end) && sums[tokens - 1][end] > sums[tokens - 1][label]) {
                label = end;
            }
        }
        byte[] labels = new byte[tokens];
        for (int i = tokens - 1; i >= 0; i--) {
            labels[i] = (byte) label;
            label = back[i][label];
        }
        return labels;
    }
}
