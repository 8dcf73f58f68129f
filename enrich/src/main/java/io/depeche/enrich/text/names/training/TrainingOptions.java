// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.training;

/**
 * How a model is trained.
 *
 * @param seed of the order of the sentences and of the hashes
 * @param epochs how often all sentences are gone through
 * @param rate of learning at the start
 * @param ridge weight of the sum of squares (L2)
 * @param lasso weight of the sum of absolute values (L1): makes the model sparse
 * @param rarest features seen less often are left out
 * @param capitals share of the sentences that are learnt a second time in capitals throughout
 * @param agreement what it counts, against all features of a token, that the same word is of a type everywhere else in
 *     the document
 * @param largest the most features that the model keeps
 */
public record TrainingOptions(
        int seed,
        int epochs,
        float rate,
        float ridge,
        float lasso,
        int rarest,
        float capitals,
        float agreement,
        int largest) {

    /** What the models that Depeche comes with are made by. */
    public static TrainingOptions standard() {
        return new TrainingOptions(20260101, 12, 0.1f, 0.2f, 0.05f, 2, 0.05f, 3.5f, 400_000);
    }

    /** The same with another seed and number of epochs. */
    public TrainingOptions with(int otherSeed, int otherEpochs) {
        return new TrainingOptions(otherSeed, otherEpochs, rate, ridge, lasso, rarest, capitals, agreement, largest);
    }
}
