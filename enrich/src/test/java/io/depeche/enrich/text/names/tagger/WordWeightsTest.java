// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Scores summed up word by word are those of all features of a token, whatever was met before. */
final class WordWeightsTest {

    private static final int SEED = 7;

    /** More than are kept, so that words push one another out. */
    private static final List<String> WORDS = words();

    private static final Knowledge KNOWLEDGE = new Knowledge(
            new IntTable(new int[] {Hash.word("le"), Hash.word("paris")}, new int[] {0x21, 0x43}),
            new IntTable(new int[0], new int[0]));

    private static List<String> words() {
        List<String> words =
                new ArrayList<>(List.of("le", "Le", "LE", "de", "Paris", "paris", ",", ".", "1 200", "L'"));
        for (int i = 0; i < 10_000; i++) {
            String word = Integer.toString(i * 7919, 36);
            words.add(i % 3 == 0 ? word.toUpperCase(Locale.ROOT) : word);
        }
        return words;
    }

    /** A model in which every second feature of the document has weights. */
    private static Weights weights(Words document, Random random) {
        List<Integer> keys = new ArrayList<>();
        Features features = new Features(SEED, KNOWLEDGE);
        int[] hashes = new int[Features.MOST];
        features.prepare(document, 0, document.sentences());
        for (int s = 0; s < document.sentences(); s++) {
            features.begin(document.from(s), document.to(s));
            for (int i = document.from(s); i < document.to(s); i++) {
                int found = features.extract(i, hashes);
                IntStream.range(0, found).filter(k -> random.nextBoolean()).forEach(k -> keys.add(hashes[k]));
            }
        }
        int[] distinct = keys.stream().distinct().mapToInt(Integer::intValue).toArray();
        byte[] values = new byte[distinct.length * Labels.COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (random.nextInt(2 * Weights.LARGEST + 1) - Weights.LARGEST);
        }
        return new Weights(distinct, values, new short[Labels.COUNT * Labels.COUNT], 0);
    }

    private static Words document(Random random, int sentences) {
        Words document = new Words();
        for (int s = 0; s < sentences; s++) {
            int size = 1 + random.nextInt(12);
            for (int i = 0; i < size; i++) {
                boolean common = random.nextBoolean();
                document.add(WORDS.get(random.nextInt(common ? 10 : WORDS.size())));
            }
            document.endSentence();
        }
        return document;
    }

    @Property(tries = 20)
    void sumsAreThoseOfAllFeatures(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int sentences) {
        Random random = new Random(seed);
        Words document = document(random, sentences);
        Weights weights = weights(document, random);
        WordWeights words = new WordWeights(weights);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, document.sentences()).boxed().toList());
        for (int round = 0; round < 2; round++) {
            for (int s : order) {
                assertThat(wordByWord(document, s, weights, words)).isEqualTo(atOnce(document, s, weights));
            }
            Collections.shuffle(order, random);
        }
    }

    private static int[] wordByWord(Words document, int sentence, Weights weights, WordWeights words) {
        Features features = new Features(SEED, KNOWLEDGE);
        features.prepare(document, sentence, 1);
        int from = document.from(sentence);
        int to = document.to(sentence);
        features.begin(from, to);
        int[] scores = new int[(to - from) * Labels.COUNT];
        new SentenceScores(weights, words).read(features, from, to, scores, 0);
        return scores;
    }

    private static int[] atOnce(Words document, int sentence, Weights weights) {
        Features features = new Features(SEED, KNOWLEDGE);
        features.prepare(document, sentence, 1);
        int from = document.from(sentence);
        int to = document.to(sentence);
        features.begin(from, to);
        int[] hashes = new int[Features.MOST];
        int[] scores = new int[(to - from) * Labels.COUNT];
        for (int i = from; i < to; i++) {
            int found = features.extract(i, hashes);
            for (int k = 0; k < found; k++) {
                int row = weights.row(hashes[k]);
                for (int label = 0; row > 0 && label < Labels.COUNT; label++) {
                    scores[(i - from) * Labels.COUNT + label] += weights.weight(row, label);
                }
            }
        }
        return scores;
    }
}
