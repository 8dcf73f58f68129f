// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.segment;

import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import java.util.Set;

/**
 * What sentences are told by in a language; immutable.
 *
 * @param abbreviations words with a full stop that may end no sentence
 * @param openers words that start a sentence rather than a name, folded
 * @param ordinalPoint whether a full stop makes an ordinal of a number
 */
record SentenceRules(Abbreviations abbreviations, Set<String> openers, boolean ordinalPoint) {

    static SentenceRules of(Lexicon lexicon, Lexicons lexicons) {
        return new SentenceRules(
                Abbreviations.of(lexicon, lexicons),
                lexicon.words(Section.FUNCTION_WORDS),
                lexicon.words(Section.ORDINAL_SUFFIXES).contains("."));
    }

    static SentenceRules common(Lexicons lexicons) {
        return new SentenceRules(Abbreviations.common(lexicons), Set.of(), false);
    }
}
