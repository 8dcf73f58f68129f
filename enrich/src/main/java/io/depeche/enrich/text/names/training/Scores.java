// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.training;

import io.depeche.enrich.text.names.tagger.Labels;
import io.depeche.enrich.text.names.tagger.NameModel;
import io.depeche.enrich.text.names.tagger.NameTagger;
import io.depeche.enrich.text.names.tagger.Words;
import java.util.List;
import java.util.Locale;

/** How well names are found: exact places, with and without their types. */
public final class Scores {

    /** Names found right, all that were found, all that are there. */
    public static final class Score {

        private int right;
        private int found;
        private int there;

        /** Of what was found, how much is right, in percent. */
        public double precision() {
            return percent(right, found);
        }

        /** Of what is there, how much was found, in percent. */
        public double recall() {
            return percent(right, there);
        }

        /** The harmonic mean of both. */
        public double f1() {
            return percent(2 * right, found + there);
        }

        /** How many names there are. */
        public int there() {
            return there;
        }

        private static double percent(int part, int whole) {
            return whole == 0 ? 0 : 100.0 * part / whole;
        }
    }

    /** Persons, organisations and places; MISC stands by itself. */
    private static final int COUNTED = 3;

    private final Score[] types = new Score[Labels.TYPES.size()];
    private final Score micro = new Score();
    private final Score spans = new Score();

    public Scores() {
        for (int i = 0; i < types.length; i++) {
            types[i] = new Score();
        }
    }

    /** Tags a corpus by a model and compares. */
    public static Scores of(NameModel model, Corpus corpus) {
        Scores scores = new Scores();
        NameTagger tagger = new NameTagger(model);
        Words words = new Words();
        for (List<Sentence> document : corpus.documents()) {
            words.clear();
            for (Sentence sentence : document) {
                sentence.tokens().forEach(words::add);
                words.endSentence();
            }
            byte[] labels = tagger.tag(words);
            int from = 0;
            for (Sentence sentence : document) {
                scores.add(sentence.labels(), labels, from);
                from += sentence.size();
            }
        }
        return scores;
    }

    /**
     * Counts one sentence.
     *
     * @param gold its labels
     * @param labels has those that were found
     * @param from where they start
     */
    public void add(byte[] gold, byte[] labels, int from) {
        count(gold, 0, labels, from, gold.length, true);
        count(labels, from, gold, 0, gold.length, false);
    }

    private void count(byte[] one, int oneFrom, byte[] other, int otherFrom, int length, boolean gold) {
        for (int i = 0; i < length; i++) {
            int label = one[oneFrom + i];
            if (!Labels.isFirst(label)) {
                continue;
            }
            int end = i;
            while (!Labels.isEnd(one[oneFrom + end])) {
                end++;
            }
            int type = Labels.type(label);
            int counterpart = other[otherFrom + i];
            boolean sameSpan = Labels.isFirst(counterpart);
            for (int k = i; sameSpan && k < end; k++) {
                sameSpan = !Labels.isEnd(other[otherFrom + k]);
            }
            sameSpan = sameSpan && Labels.isEnd(other[otherFrom + end]);
            boolean right = sameSpan && Labels.type(counterpart) == type;
            count(types[type], right, gold);
            if (type < COUNTED) {
                count(micro, right, gold);
                count(spans, sameSpan && Labels.type(counterpart) < COUNTED, gold);
            }
        }
    }

    private static void count(Score score, boolean right, boolean gold) {
        if (gold) {
            score.there++;
            score.right += right ? 1 : 0;
        } else {
            score.found++;
        }
    }

    /** Of the three types together. */
    public Score micro() {
        return micro;
    }

    /** Of the three types together, whichever of them is given. */
    public Score spans() {
        return spans;
    }

    /** Of one type. */
    public Score type(String type) {
        return types[Labels.TYPES.indexOf(type)];
    }

    /** A table for people. */
    public String table() {
        StringBuilder table =
                new StringBuilder(String.format(Locale.ROOT, "%-20s%8s%8s%8s%8s%n", "", "P", "R", "F1", "names"));
        for (int type = 0; type < COUNTED; type++) {
            row(table, Labels.TYPES.get(type), types[type]);
        }
        row(table, "PER+LOC+ORG", micro);
        row(table, "  spans only", spans);
        row(table, Labels.TYPES.get(COUNTED), types[COUNTED]);
        return table.toString();
    }

    private static void row(StringBuilder table, String name, Score score) {
        table.append(String.format(
                Locale.ROOT,
                "%-20s%8.2f%8.2f%8.2f%8d%n",
                name,
                score.precision(),
                score.recall(),
                score.f1(),
                score.there()));
    }
}
