// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.language;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds the longest of many phrases that starts at a token, in time that depends on the phrases only; immutable.
 * Capitals and the kind of apostrophe do not matter.
 *
 * @param <V> what a phrase means
 */
public final class Phrases<V> {

    /**
     * A phrase that was found.
     *
     * @param to index behind its last token
     * @param value what it means
     * @param <V> type of the meaning
     */
    public record Match<V>(int to, V value) {}

    private static final class Node<V> {
        private final Map<String, Node<V>> next = new HashMap<>();
        private V value;
    }

    private final Node<V> root = new Node<>();

    /** @param phrases phrase -> meaning; the first of two that are the same to the tokeniser counts */
    public Phrases(Map<String, V> phrases, Tokeniser tokeniser) {
        phrases.forEach((phrase, value) -> {
            Tokens tokens = tokeniser.tokenise(phrase);
            Node<V> node = root;
            for (int i = 0; i < tokens.size(); i++) {
                node = node.next.computeIfAbsent(tokens.get(i).folded(), word -> new Node<>());
            }
            if (node.value == null) {
                node.value = value;
            }
        });
    }

    /**
     * The phrases of a section.
     *
     * @param meaning reads the value of an entry: see {@link Lexicon#map(Section, Function)}
     */
    public static <V> Phrases<V> of(
            Lexicon lexicon, Section section, Function<String, V> meaning, Tokeniser tokeniser) {
        return new Phrases<>(lexicon.map(section, meaning), tokeniser);
    }

    /** The phrases of a section of bare entries. */
    public static Phrases<Boolean> of(Lexicon lexicon, Section section, Tokeniser tokeniser) {
        return of(lexicon, section, bare -> true, tokeniser);
    }

    /**
     * The longest phrase from a token on.
     *
     * @param from index of the phrase's first token
     * @param to index that the phrase has to end at or before
     * @return null where there is none
     */
    public Match<V> longest(Tokens tokens, int from, int to) {
        Match<V> longest = null;
        Node<V> node = root;
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            node = node.next.get(token.folded());
            if (node == null) {
                break;
            }
            if (node.value != null) {
                longest = new Match<>(i + 1, node.value);
            }
        }
        return longest;
    }

    /** Index behind the longest phrase from a token on; {@code from} itself where there is none. */
    public int skip(Tokens tokens, int from, int to) {
        Match<V> match = longest(tokens, from, to);
        return match == null ? from : match.to();
    }
}
