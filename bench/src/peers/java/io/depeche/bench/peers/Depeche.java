// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.peers;

import io.depeche.enrich.text.names.tagger.NameModel;
import io.depeche.enrich.text.names.tagger.NameTagger;
import io.depeche.enrich.text.names.tagger.Words;
import io.depeche.enrich.text.names.training.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Our own, document by document as {@code ./depeche evaluate} has it. */
final class Depeche implements Tagger {

    private final NameTagger tagger;
    private final Words words = new Words();

    Depeche(NameModel model) {
        tagger = new NameTagger(model);
    }

    @Override
    public String name() {
        return "Depeche";
    }

    @Override
    public List<byte[]> tag(List<Sentence> document) {
        words.clear();
        for (Sentence sentence : document) {
            sentence.tokens().forEach(words::add);
            words.endSentence();
        }
        byte[] labels = tagger.tag(words);
        List<byte[]> sentences = new ArrayList<>(document.size());
        int from = 0;
        for (Sentence sentence : document) {
            sentences.add(Arrays.copyOfRange(labels, from, from + sentence.size()));
            from += sentence.size();
        }
        return sentences;
    }
}
