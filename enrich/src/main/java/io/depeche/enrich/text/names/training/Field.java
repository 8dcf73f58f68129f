// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.training;

import io.depeche.enrich.text.names.tagger.Labels;
import java.util.Arrays;

/**
 * The weights of a conditional random field while it is learnt: by stochastic gradient with a rate of its own for each
 * weight (AdaGrad), drawn to zero by both norms each time that a feature is seen.
 */
final class Field {

    private static final int LABELS = Labels.COUNT;
    private static final int[][] BEFORE = allowed(false);
    private static final int[][] BEHIND = allowed(true);
    private static final double SMALL = 1e-4;

    private final float[] weights;
    private final float[] squares;
    private final float[] pull;
    private final float[] transitions = new float[LABELS * LABELS];
    private final float[] transitionSquares = new float[LABELS * LABELS];
    private final double[] transitionGradient = new double[LABELS * LABELS];
    private final double[] transitionFactors = new double[LABELS * LABELS];
    private final float ridge;
    private final float lasso;

    private double[] scores = new double[0];
    private double[] forward = new double[0];
    private double[] backward = new double[0];
    private double[] scale = new double[0];
    private final double[] gradient = new double[LABELS];

    /** @param counts how often each feature is seen in an epoch */
    Field(int[] counts, float ridge, float lasso) {
        weights = new float[counts.length * LABELS];
        squares = new float[counts.length * LABELS];
        pull = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            pull[i] = 1f / counts[i];
        }
        Arrays.fill(squares, 1f);
        Arrays.fill(transitionSquares, 1f);
        this.ridge = ridge;
        this.lasso = lasso;
    }

    private static int[][] allowed(boolean behind) {
        int[][] allowed = new int[LABELS][];
        for (int label = 0; label < LABELS; label++) {
            int[] others = new int[LABELS];
            int count = 0;
            for (int other = 0; other < LABELS; other++) {
                if (behind ? Labels.follows(label, other) : Labels.follows(other, label)) {
                    others[count++] = other;
                }
            }
            allowed[label] = Arrays.copyOf(others, count);
        }
        return allowed;
    }

    float weight(int feature, int label) {
        return weights[feature * LABELS + label];
    }

    float transition(int before, int label) {
        return transitions[before * LABELS + label];
    }

    /**
     * Learns one sentence.
     *
     * @param features the features of its tokens, one token behind the other
     * @param ends where those of each token end
     * @param labels what is right
     * @param rate of learning
     * @param importance factor of the gradient
     * @return by how much what is right is unlikely: its negative logarithm
     */
    double learn(int[] features, int[] ends, byte[] labels, float rate, float importance) {
        int count = labels.length;
        reserve(count);
        double logarithm = score(features, ends, count) + forwardBackward(count);
        double right = rightScore(features, ends, labels);
        Arrays.fill(transitionGradient, 0);
        transitionGradients(count, labels);
        int from = 0;
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int label = 0; label < LABELS; label++) {
                gradient[label] = forward[i * LABELS + label] * backward[i * LABELS + label];
                sum += gradient[label];
            }
            for (int label = 0; label < LABELS; label++) {
                gradient[label] = gradient[label] / sum - (labels[i] == label ? 1 : 0);
            }
            for (int f = from; f < ends[i]; f++) {
                update(features[f], rate, importance);
            }
            from = ends[i];
        }
        for (int t = 0; t < transitions.length; t++) {
            if (transitionGradient[t] != 0) {
                float step = importance * (float) transitionGradient[t];
                transitionSquares[t] += step * step;
                transitions[t] -= rate * step / (float) Math.sqrt(transitionSquares[t]);
            }
        }
        return logarithm - right;
    }

    private void reserve(int count) {
        if (scale.length < count) {
            scale = new double[count * 2];
            scores = new double[count * 2 * LABELS];
            forward = new double[count * 2 * LABELS];
            backward = new double[count * 2 * LABELS];
        }
    }

    /** The factor of each token and label, the largest of a token being one; returns the logarithm of what is left out. */
    private double score(int[] features, int[] ends, int count) {
        double left = 0;
        int from = 0;
        for (int i = 0; i < count; i++) {
            int at = i * LABELS;
            Arrays.fill(scores, at, at + LABELS, 0);
            for (int f = from; f < ends[i]; f++) {
                int row = features[f] * LABELS;
                for (int label = 0; label < LABELS; label++) {
                    scores[at + label] += weights[row + label];
                }
            }
            from = ends[i];
            double largest = scores[at];
            for (int label = 1; label < LABELS; label++) {
                largest = Math.max(largest, scores[at + label]);
            }
            for (int label = 0; label < LABELS; label++) {
                scores[at + label] = StrictMath.exp(scores[at + label] - largest);
            }
            left += largest;
        }
        for (int t = 0; t < transitions.length; t++) {
            transitionFactors[t] = StrictMath.exp(transitions[t]);
        }
        return left;
    }

    /** Returns the logarithm of the sum over all rows of labels. */
    private double forwardBackward(int count) {
        double logarithm = 0;
        for (int i = 0; i < count; i++) {
            int at = i * LABELS;
            double sum = 0;
            for (int label = 0; label < LABELS; label++) {
                double into = 0;
                if (i == 0) {
                    into = Labels.follows(Labels.OUTSIDE, label) ? transitionFactors[label] : 0;
                } else {
                    for (int before : BEFORE[label]) {
                        into += forward[at - LABELS + before] * transitionFactors[before * LABELS + label];
                    }
                }
                if (i == count - 1 && !Labels.isEnd(label)) {
                    into = 0;
                }
                forward[at + label] = into * scores[at + label];
                sum += forward[at + label];
            }
            scale[i] = 1 / sum;
            logarithm += StrictMath.log(sum);
            for (int label = 0; label < LABELS; label++) {
                forward[at + label] *= scale[i];
            }
        }
        int last = (count - 1) * LABELS;
        for (int label = 0; label < LABELS; label++) {
            backward[last + label] = Labels.isEnd(label) ? 1 : 0;
        }
        for (int i = count - 2; i >= 0; i--) {
            int at = i * LABELS;
            for (int label = 0; label < LABELS; label++) {
                double out = 0;
                for (int behind : BEHIND[label]) {
                    int next = at + LABELS + behind;
                    out += transitionFactors[label * LABELS + behind] * scores[next] * backward[next];
                }
                backward[at + label] = out * scale[i + 1];
            }
        }
        return logarithm;
    }

    private double rightScore(int[] features, int[] ends, byte[] labels) {
        double sum = 0;
        int from = 0;
        int before = Labels.OUTSIDE;
        for (int i = 0; i < labels.length; i++) {
            for (int f = from; f < ends[i]; f++) {
                sum += weights[features[f] * LABELS + labels[i]];
            }
            from = ends[i];
            sum += transitions[before * LABELS + labels[i]];
            before = labels[i];
        }
        return sum;
    }

    private void transitionGradients(int count, byte[] labels) {
        for (int label = 0; label < LABELS; label++) {
            transitionGradient[label] += forward[label] * backward[label];
        }
        transitionGradient[labels[0]] -= 1;
        for (int i = 1; i < count; i++) {
            int at = i * LABELS;
            for (int before = 0; before < LABELS; before++) {
                double factor = forward[at - LABELS + before] * scale[i];
                if (factor > 0) {
                    for (int label : BEHIND[before]) {
                        int pair = before * LABELS + label;
                        transitionGradient[pair] +=
                                factor * transitionFactors[pair] * scores[at + label] * backward[at + label];
                    }
                }
            }
            transitionGradient[labels[i - 1] * LABELS + labels[i]] -= 1;
        }
    }

    private void update(int feature, float rate, float importance) {
        int row = feature * LABELS;
        float square = ridge * pull[feature];
        float absolute = lasso * pull[feature];
        for (int label = 0; label < LABELS; label++) {
            float weight = weights[row + label];
            if (gradient[label] < SMALL && gradient[label] > -SMALL && weight == 0) {
                continue;
            }
            float step = importance * (float) gradient[label] + square * weight;
            float sum = squares[row + label] + step * step;
            squares[row + label] = sum;
            float own = rate / (float) Math.sqrt(sum);
            weight -= own * step;
            float shrink = own * absolute;
            weights[row + label] = weight > shrink ? weight - shrink : weight < -shrink ? weight + shrink : 0;
        }
    }
}
