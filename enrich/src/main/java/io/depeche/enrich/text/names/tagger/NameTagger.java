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
    private final SentenceScores sentenceScores;
    private final Votes votes = new Votes();
    private final Features features;
    private final Decoder decoder = new Decoder();
    private int[] scores = new int[0];
    private byte[] labels = new byte[0];

    public NameTagger(NameModel model) {
        weights = model.weights();
        sentenceScores = new SentenceScores(weights, model.words());
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
        int base = document.from(firstSentence);
        int size = document.to(behind - 1) - base;
        if (scores.length < size * Labels.COUNT) {
            scores = new int[Math.max(size, 256) * Labels.COUNT];
        }
        for (int sentence = firstSentence; sentence < behind; sentence++) {
            int from = document.from(sentence);
            int to = document.to(sentence);
            features.begin(from, to);
            sentenceScores.read(features, from, to, scores, (from - base) * Labels.COUNT);
            decoder.decode(weights, scores, (from - base) * Labels.COUNT, to - from, labels, from);
        }
        if (behind - firstSentence > 1) {
            vote(document, firstSentence, behind);
        }
    }

    /** One decision a word of the document, where the sentences leave it open. */
    private void vote(Words document, int firstSentence, int behind) {
        int base = document.from(firstSentence);
        votes.reset(document.to(behind - 1) - base);
        for (int i = base; i < document.to(behind - 1); i++) {
            if (votes(i)) {
                votes.add(features.word(i), labels[i]);
            }
        }
        for (int sentence = firstSentence; sentence < behind; sentence++) {
            boolean changed = false;
            int from = document.from(sentence);
            int to = document.to(sentence);
            for (int i = from; i < to; i++) {
                if (features.isVoter(i)) {
                    changed |= votes.cast(
                            features.word(i),
                            labels[i],
                            votes(i),
                            weights.agreement(),
                            scores,
                            (i - base) * Labels.COUNT);
                }
            }
            if (changed) {
                decoder.decode(weights, scores, (from - base) * Labels.COUNT, to - from, labels, from);
            }
        }
    }

    /** No name says nothing at the start of a sentence, where every word has a capital. */
    private boolean votes(int token) {
        return features.isVoter(token) && (labels[token] != Labels.OUTSIDE || !features.isStart(token));
    }
}
