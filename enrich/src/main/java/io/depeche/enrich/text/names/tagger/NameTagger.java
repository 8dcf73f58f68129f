// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.util.Arrays;

/**
 * Labels the tokens of documents by a model. Keeps its working space between documents: cheap to make, not thread-safe.
 */
public final class NameTagger {

    /** Tokens that are worked on together; they bound the space that is kept. */
    private static final int BLOCK = 8192;

    private final Weights weights;
    private final Features features;
    private final Decoder decoder = new Decoder();
    private final int[] hashes = new int[Features.MOST];
    private int[] scores = new int[0];
    private byte[] labels = new byte[0];

    public NameTagger(NameModel model) {
        weights = model.weights();
        features = new Features(model.seed(), model.knowledge());
    }

    /**
     * The label of each token: see {@link Labels}. No name goes over the end of a sentence.
     *
     * @return as long as there are tokens or longer; good until the next call
     */
    public byte[] tag(Words document) {
        if (labels.length < document.count()) {
            labels = new byte[Math.max(document.count(), 256)];
        }
        Arrays.fill(labels, Labels.OUTSIDE);
        int first = 0;
        while (first < document.sentences()) {
            int next = first + 1;
            while (next < document.sentences() && document.to(next) - document.from(first) <= BLOCK) {
                next++;
            }
            block(document, first, next);
            first = next;
        }
        return labels;
    }

    private void block(Words document, int firstSentence, int behind) {
        features.prepare(document, firstSentence, behind - firstSentence);
        for (int sentence = firstSentence; sentence < behind; sentence++) {
            sentence(document.from(sentence), document.to(sentence));
        }
    }

    private void sentence(int from, int to) {
        int count = to - from;
        if (scores.length < count * Labels.COUNT) {
            scores = new int[Math.max(count, 128) * Labels.COUNT];
        }
        features.begin(from, to);
        for (int i = 0; i < count; i++) {
            int found = features.extract(from + i, hashes);
            weights.sum(hashes, found, scores, i * Labels.COUNT);
        }
        decoder.decode(weights, scores, 0, count, labels, from);
    }
}
