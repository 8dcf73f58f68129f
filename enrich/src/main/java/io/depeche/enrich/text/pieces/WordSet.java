// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.pieces;

import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import java.util.BitSet;
import java.util.List;

/** Single words of a language file, to be asked for by their number in the vocabulary; immutable. */
public final class WordSet {

    private final BitSet ids = new BitSet();

    private WordSet() {}

    /**
     * The words of a section. Of an elided word, as {@code d'}, the letters count; phrases are left out.
     */
    public static WordSet of(Lexicon lexicon, Section section, Vocabulary vocabulary) {
        WordSet set = new WordSet();
        for (String phrase : lexicon.words(section)) {
            List<String> words = Cutter.words(phrase);
            if (words.size() == 1 || (words.size() == 2 && words.get(1).equals("'"))) {
                set.ids.set(vocabulary.intern(words.get(0)));
            }
        }
        return set;
    }

    /** Whether the set has a word. */
    public boolean contains(int id) {
        return ids.get(id);
    }
}
