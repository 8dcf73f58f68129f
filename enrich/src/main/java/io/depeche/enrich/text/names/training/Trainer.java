// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.training;

import io.depeche.enrich.text.names.tagger.Features;
import io.depeche.enrich.text.names.tagger.Knowledge;
import io.depeche.enrich.text.names.tagger.Labels;
import io.depeche.enrich.text.names.tagger.NameModel;
import io.depeche.enrich.text.names.tagger.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Learns a model from corpora. */
public final class Trainer {

    private static final int LARGEST = 127;

    /** A sentence as it is learnt. */
    private record Example(int[] features, int[] ends, byte[] labels, float importance) {}

    private final TrainingOptions options;
    private final Knowledge knowledge;
    private final Features extractor;
    private final FeatureIndex index = new FeatureIndex();
    private final List<Example> examples = new ArrayList<>();
    private final Words words = new Words();
    private final int[] hashes = new int[Features.MOST];
    private final Random random;

    public Trainer(TrainingOptions options, Knowledge knowledge) {
        this.options = options;
        this.knowledge = knowledge;
        this.extractor = new Features(options.seed(), knowledge);
        this.random = new Random(options.seed());
    }

    /**
     * Takes a corpus in. Where a document has several sentences, it is learnt as a whole and sentence by sentence, so that
     * the model can do with both.
     *
     * @param importance what one sentence counts
     */
    public void add(Corpus corpus, float importance) {
        for (List<Sentence> document : corpus.documents()) {
            if (document.size() > 1) {
                add(document, importance / 2);
                document.forEach(sentence -> add(List.of(sentence), importance / 2));
            } else {
                add(document, importance);
            }
            for (Sentence sentence : document) {
                if (random.nextFloat() < options.capitals()) {
                    add(List.of(inCapitals(sentence)), importance);
                }
            }
        }
    }

    private static Sentence inCapitals(Sentence sentence) {
        List<String> capitals = sentence.tokens().stream()
                .map(token -> token.toUpperCase(Locale.ROOT))
                .toList();
        return new Sentence(capitals, sentence.labels());
    }

    private void add(List<Sentence> document, float importance) {
        words.clear();
        for (Sentence sentence : document) {
            sentence.tokens().forEach(words::add);
            words.endSentence();
        }
        extractor.prepare(words, 0, words.sentences());
        int token = 0;
        for (Sentence sentence : document) {
            int size = sentence.size();
            extractor.begin(token, token + size);
            int[] features = new int[size * Features.MOST];
            int[] ends = new int[size];
            int count = 0;
            for (int i = 0; i < size; i++) {
                int found = extractor.extract(token + i, hashes);
                for (int k = 0; k < found; k++) {
                    features[count++] = index.add(hashes[k]);
                }
                ends[i] = count;
            }
            token += size;
            examples.add(new Example(Arrays.copyOf(features, count), ends, sentence.labels(), importance));
        }
    }

    /**
     * Learns from all that was taken in.
     *
     * @param language subtag
     * @param making what the model's file says of how it was made
     * @param progress takes lines for people
     */
    public NameModel train(String language, Map<String, String> making, Consumer<String> progress) {
        int[] numbers = new int[index.size()];
        int kept = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = index.count(i) >= options.rarest() ? kept++ : -1;
        }
        int[] counts = new int[kept];
        int[] keys = new int[kept];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0) {
                counts[numbers[i]] = index.count(i);
                keys[numbers[i]] = index.key(i);
            }
        }
        examples.replaceAll(example -> without(example, numbers));
        progress.accept(examples.size() + " sentences, " + kept + " of " + numbers.length + " features");
        Field field = new Field(counts, options.ridge(), options.lasso());
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            shuffle(order);
            double loss = 0;
            float rate = options.rate() * (1 - 0.9f * epoch / options.epochs());
            for (int i : order) {
                Example example = examples.get(i);
                loss += field.learn(example.features, example.ends, example.labels, rate, example.importance);
            }
            progress.accept(String.format(Locale.ROOT, "epoch %d: loss %.1f", epoch + 1, loss));
        }
        return model(language, making, field, keys);
    }

    private static Example without(Example example, int[] numbers) {
        int[] features = new int[example.features.length];
        int[] ends = new int[example.ends.length];
        int count = 0;
        int from = 0;
        for (int i = 0; i < ends.length; i++) {
            for (int f = from; f < example.ends[i]; f++) {
                if (numbers[example.features[f]] >= 0) {
                    features[count++] = numbers[example.features[f]];
                }
            }
            from = example.ends[i];
            ends[i] = count;
        }
        return new Example(Arrays.copyOf(features, count), ends, example.labels, example.importance);
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[other];
            order[other] = swap;
        }
    }

    private NameModel model(String language, Map<String, String> making, Field field, int[] keys) {
        float[] sizes = new float[keys.length];
        float largest = 0;
        for (int row = 0; row < keys.length; row++) {
            for (int label = 0; label < Labels.COUNT; label++) {
                float size = Math.abs(field.weight(row, label));
                sizes[row] = Math.max(sizes[row], size);
                largest = Math.max(largest, size);
            }
        }
        float unit = Math.max(largest, 1e-3f) / LARGEST;
        float smallest = unit;
        if (keys.length > options.largest()) {
            float[] sorted = sizes.clone();
            Arrays.sort(sorted);
            smallest = Math.max(unit, sorted[keys.length - options.largest()]);
        }
        int count = 0;
        int[] features = new int[keys.length];
        byte[] weights = new byte[keys.length * Labels.COUNT];
        for (int row = 0; row < keys.length; row++) {
            if (sizes[row] >= smallest) {
                features[count] = keys[row];
                for (int label = 0; label < Labels.COUNT; label++) {
                    weights[count * Labels.COUNT + label] = (byte) Math.round(field.weight(row, label) / unit);
                }
                count++;
            }
        }
        short[] transitions = new short[Labels.COUNT * Labels.COUNT];
        for (int before = 0; before < Labels.COUNT; before++) {
            for (int label = 0; label < Labels.COUNT; label++) {
                transitions[before * Labels.COUNT + label] = (short) Math.round(field.transition(before, label) / unit);
            }
        }
        return new NameModel(
                language,
                options.seed(),
                making,
                knowledge,
                Arrays.copyOf(features, count),
                Arrays.copyOf(weights, count * Labels.COUNT),
                transitions,
                Math.round(options.agreement() / unit));
    }
}
