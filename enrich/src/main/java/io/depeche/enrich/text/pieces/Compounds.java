// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.pieces;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Words of one language that are written as one with the word before them, and that the grammars read as two:
 * {@code fünf|prozentig}, {@code Montag|abend}, {@code двадцати|летний}. Immutable once the vocabulary is in use.
 */
public final class Compounds {

    private static final int LONGEST = 100;

    private final Node root = new Node();

    /** The chars of the second words, from the last one on. */
    private static final class Node {
        private final Map<Character, Node> before = new HashMap<>();
        private Predicate<String> first;
    }

    /**
     * Adds a second word.
     *
     * @param second the word, in lower case
     * @param first tells what may stand before it, in lower case
     */
    public void add(String second, Predicate<String> first) {
        Node node = root;
        for (int i = second.length() - 1; i >= 0; i--) {
            node = node.before.computeIfAbsent(Vocabulary.fold(second.charAt(i)), any -> new Node());
        }
        node.first = first;
    }

    /** The offset to cut a word at; -1 where it is no such word. */
    int cut(String text, int start, int end) {
        if (end - start > LONGEST) {
            return -1;
        }
        Node node = root;
        for (int at = end - 1; at > start; at--) {
            node = node.before.get(Vocabulary.fold(text.charAt(at)));
            if (node == null) {
                return -1;
            }
            if (node.first != null && node.first.test(folded(text, start, at))) {
                return at;
            }
        }
        return -1;
    }

    private static String folded(String text, int start, int end) {
        StringBuilder folded = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            folded.append(Vocabulary.fold(text.charAt(i)));
        }
        return folded.toString();
    }
}
