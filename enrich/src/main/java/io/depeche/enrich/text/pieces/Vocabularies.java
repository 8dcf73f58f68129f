// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.pieces;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One vocabulary a language, shared by all grammars of that language and by the analyser that numbers the words of the
 * text for them. To be filled at start-up, by one thread.
 */
public final class Vocabularies {

    private static final Vocabulary EMPTY = new Vocabulary();

    private final Map<String, Vocabulary> byLanguage = new ConcurrentHashMap<>();

    /** The vocabulary of a language that grammars are made for; a new one at first. */
    public Vocabulary of(String language) {
        return byLanguage.computeIfAbsent(language, key -> new Vocabulary());
    }

    /** The vocabulary of a language of a text; one without words where there are no grammars for it. */
    Vocabulary existing(String language) {
        return byLanguage.getOrDefault(language, EMPTY);
    }
}
