// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that names of one language are tagged by. Immutable: threads share it. */
public final class NameModel {

    private final String language;
    private final int seed;
    private final SortedMap<String, String> making;
    private final Knowledge knowledge;
    private final Weights weights;
    private final WordWeights words;

    /**
     * @param language its subtag
     * @param seed of the features' hashes
     * @param making how it was made: corpora, sizes, licences, scores
     * @param knowledge of words
     * @param features hashes of the features that have weights
     * @param weights of them, {@link Labels#COUNT} each, none below -127
     * @param transitions from label to label
     * @param agreement weight of what the same word is elsewhere in the document
     */
    public NameModel(
            String language,
            int seed,
            Map<String, String> making,
            Knowledge knowledge,
            int[] features,
            byte[] weights,
            short[] transitions,
            int agreement) {
        this.language = language;
        this.seed = seed;
        this.making = new TreeMap<>(making);
        this.knowledge = knowledge;
        this.weights = new Weights(features, weights, transitions, agreement);
        words = new WordWeights(this.weights);
    }

    /** Subtag of the language. */
    public String language() {
        return language;
    }

    /** How it was made. */
    public Map<String, String> making() {
        return Map.copyOf(making);
    }

    /** How many features have weights. */
    public int size() {
        return weights.size();
    }

    int seed() {
        return seed;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    Weights weights() {
        return weights;
    }

    WordWeights words() {
        return words;
    }
}
