// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FeaturesTest {

    /** A model is for the features of its version, and is made again byte by byte only from the same ones in the same order. */
    @Test
    void theFeaturesOfAVersionStayWhatTheyAre() {
        assertThat(Features.VERSION).isEqualTo(1);
        Words words = new Words();
        for (String word :
                new String[] {"Le", "président", "Jean", "Silva", "a", "quitté", "L'ONU", "le", "5", "mai", "."}) {
            words.add(word);
        }
        words.endSentence();
        Knowledge knowledge = new Knowledge(
                new IntTable(new int[] {Hash.word("jean"), Hash.word("mai")}, new int[] {0x21, 0x43}),
                new IntTable(new int[0], new int[0]));
        Features features = new Features(7, knowledge);
        features.prepare(words, 0, 1);
        features.begin(0, words.count());
        int[] hashes = new int[Features.MOST];
        int all = 1;
        for (int token = 0; token < words.count(); token++) {
            int found = features.extract(token, hashes);
            for (int i = 0; i < found; i++) {
                all = 31 * all + hashes[i];
            }
        }
        assertThat(all).isEqualTo(1530517542);
    }
}
