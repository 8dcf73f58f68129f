// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.segment;

import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The abbreviations of a language, by how their full stop goes together with the end of a sentence; immutable. Spaces
 * inside them do not matter: {@code z. B.} is {@code z.B.}
 */
final class Abbreviations {

    /** What a full stop behind a word can be. */
    enum Use {
        /** A title, or the first part of something: the sentence goes on, whatever follows. Gen. */
        TITLE,
        /** Goes with the number behind it; ends the sentence where a word follows. No., Sept. */
        NUMBER,
        /** Goes with the number before it, and may end the sentence; without one a title. 2018 г., г. Баку */
        COUNTED,
        /** Part of a name, which may go on or end the sentence: it ends where a word follows that starts sentences. Inc. */
        NAME,
        /** Ends the sentence where a capital follows. etc. */
        END;

        static Use of(String value) {
            if (value.isEmpty()) {
                return TITLE;
            }
            Use use = valueOf(value);
            if (use == TITLE) {
                throw new IllegalArgumentException("a title has no value");
            }
            return use;
        }
    }

    /** In chars, without spaces. Nothing is looked at further before a full stop. */
    static final int LONGEST = 12;

    private final Map<String, Use> uses = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();

    private Abbreviations() {}

    /** The abbreviations that all languages share. */
    static Abbreviations common(Lexicons lexicons) {
        Abbreviations abbreviations = new Abbreviations();
        abbreviations.add(lexicons.common());
        return abbreviations;
    }

    /** The abbreviations of a language, over those that all share. */
    static Abbreviations of(Lexicon lexicon, Lexicons lexicons) {
        Abbreviations abbreviations = common(lexicons);
        abbreviations.add(lexicon);
        return abbreviations;
    }

    private void add(Lexicon lexicon) {
        for (Lexicon.Entry entry : lexicon.entries(Section.ABBREVIATIONS)) {
            String word = entry.key().replace(" ", "");
            uses.put(word, lexicon.read(entry, Use::of));
            for (int stop = word.indexOf('.');
                    stop >= 0 && stop < word.length() - 1;
                    stop = word.indexOf('.', stop + 1)) {
                beginnings.add(word.substring(0, stop + 1));
            }
        }
    }

    /**
     * What the full stop at the end of a word is.
     *
     * @param word one word with its full stop, or several without the spaces between them
     * @return null where the word is not known
     */
    Use use(String word) {
        Use use = uses.get(word);
        if (use == null && Character.isUpperCase(word.charAt(0))) {
            // Z. B. at the beginning of a sentence; GEN. in a headline
            String lower = word.toLowerCase(Locale.ROOT);
            use = uses.get(word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1));
            use = use == null && word.length() > 2 ? uses.get(word.substring(0, 1) + lower.substring(1)) : use;
        }
        return use;
    }

    /** Whether an abbreviation goes on behind the word. */
    boolean begins(String word) {
        return beginnings.contains(word)
                || beginnings.contains(word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1));
    }
}
