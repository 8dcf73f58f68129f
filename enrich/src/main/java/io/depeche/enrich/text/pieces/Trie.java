// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.pieces;

import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds the longest of many phrases that starts at a piece, in time that depends on the phrases only.
 *
 * <p>Filled at start-up; immutable and shared by threads afterwards.
 *
 * @param <V> what a phrase means
 */
public final class Trie<V> {

    private static final class Node<V> {
        private int[] words = new int[0];
        private Node<V>[] next = newArray(0);
        private V value;

        Node<V> get(int word) {
            int index = Arrays.binarySearch(words, word);
            return index < 0 ? null : next[index];
        }

        Node<V> getOrAdd(int word) {
            int index = Arrays.binarySearch(words, word);
            if (index >= 0) {
                return next[index];
            }
            int at = -index - 1;
            int[] moreWords = new int[words.length + 1];
            Node<V>[] moreNext = newArray(words.length + 1);
            System.arraycopy(words, 0, moreWords, 0, at);
            System.arraycopy(next, 0, moreNext, 0, at);
            System.arraycopy(words, at, moreWords, at + 1, words.length - at);
            System.arraycopy(next, at, moreNext, at + 1, words.length - at);
            moreWords[at] = word;
            moreNext[at] = new Node<>();
            words = moreWords;
            next = moreNext;
            return moreNext[at];
        }

        @SuppressWarnings("unchecked") // Java has no generic arrays; this one never leaves the node
        private static <V> Node<V>[] newArray(int length) {
            return (Node<V>[]) new Node<?>[length];
        }
    }

    private final Vocabulary vocabulary;
    private final int hyphen;
    private final boolean skipsHyphens;
    private final boolean backwards;

    /** By the first word, since almost every look-up ends there. */
    private Node<V>[] roots = Node.newArray(16);

    /** @param skipsHyphens whether a hyphen between two words of a phrase does not matter */
    public Trie(Vocabulary vocabulary, boolean skipsHyphens) {
        this(vocabulary, skipsHyphens, false);
    }

    private Trie(Vocabulary vocabulary, boolean skipsHyphens, boolean backwards) {
        this.vocabulary = vocabulary;
        this.hyphen = vocabulary.intern("-");
        this.skipsHyphens = skipsHyphens;
        this.backwards = backwards;
    }

    /** A trie for phrases that are looked for from their last word on, with {@link #longestBefore}. */
    public static <V> Trie<V> backwards(Vocabulary vocabulary) {
        return new Trie<>(vocabulary, false, true);
    }

    /** The phrases of a section of a language file, with what their values mean. */
    public static <V> Trie<V> of(Lexicon lexicon, Section section, Function<String, V> meaning, Vocabulary vocabulary) {
        Trie<V> trie = new Trie<>(vocabulary, false);
        lexicon.map(section, meaning).forEach(trie::add);
        return trie;
    }

    /** The phrases of a section of bare entries. */
    public static Trie<Boolean> of(Lexicon lexicon, Section section, Vocabulary vocabulary) {
        return of(lexicon, section, bare -> true, vocabulary);
    }

    /** Adds phrases with their meanings; the first of two that are the same counts. */
    public void addAll(Map<String, V> phrases) {
        phrases.forEach(this::add);
    }

    /** Adds a phrase; the first of two that are the same counts. */
    public void add(String phrase, V value) {
        List<String> words = new ArrayList<>(Cutter.words(phrase));
        if (backwards) {
            Collections.reverse(words);
        }
        Node<V> node = null;
        for (String word : words) {
            int id = vocabulary.intern(word);
            if (id == hyphen && skipsHyphens && node != null) {
                continue;
            }
            node = node == null ? root(id) : node.getOrAdd(id);
        }
        if (node == null) {
            throw new IllegalArgumentException("a phrase needs a word or a sign, got \"" + phrase + "\"");
        }
        if (node.value == null) {
            node.value = value;
        }
    }

    private Node<V> root(int id) {
        if (id >= roots.length) {
            roots = Arrays.copyOf(roots, Math.max(2 * roots.length, id + 1));
        }
        if (roots[id] == null) {
            roots[id] = new Node<>();
        }
        return roots[id];
    }

    /** Whether any phrase starts with a word. */
    public boolean canStart(int word) {
        return word != Vocabulary.UNKNOWN && word < roots.length && roots[word] != null;
    }

    /**
     * The longest phrase from a piece on.
     *
     * @param from index of the phrase's first piece
     * @param to index that the phrase has to end at or before
     * @param match where the result is put
     * @return whether there is one
     */
    public boolean longest(Pieces pieces, int from, int to, Match<V> match) {
        if (from >= to || !canStart(pieces.id(from))) {
            return false;
        }
        Node<V> node = roots[pieces.id(from)];
        match.value = null;
        for (int i = from; ; ) {
            i++;
            if (node.value != null) {
                match.to = i;
                match.value = node.value;
            }
            if (skipsHyphens && i + 1 < to && pieces.id(i) == hyphen && pieces.isGlued(i) && pieces.isGlued(i + 1)) {
                i++;
            }
            if (i >= to || pieces.id(i) == Vocabulary.UNKNOWN) {
                break;
            }
            node = node.get(pieces.id(i));
            if (node == null) {
                break;
            }
        }
        return match.value != null;
    }

    /**
     * The longest phrase that ends before a piece, in a trie for phrases looked for backwards.
     *
     * @param before index behind the phrase's last piece
     * @param from index that the phrase may not start before
     * @param match where the result is put, the index of the phrase's first piece as {@link Match#to()}
     * @return whether there is one
     */
    public boolean longestBefore(Pieces pieces, int before, int from, Match<V> match) {
        match.value = null;
        if (before <= from || !canStart(pieces.id(before - 1))) {
            return false;
        }
        Node<V> node = roots[pieces.id(before - 1)];
        int i = before - 1;
        while (node != null) {
            if (node.value != null) {
                match.to = i;
                match.value = node.value;
            }
            i--;
            node = i < from || pieces.id(i) == Vocabulary.UNKNOWN ? null : node.get(pieces.id(i));
        }
        return match.value != null;
    }

    /** What the longest phrase from a piece on means, or null where there is none. */
    public V valueAt(Pieces pieces, int from, int to) {
        Match<V> match = new Match<>();
        return longest(pieces, from, to, match) ? match.value : null;
    }

    /** Index behind the longest phrase from a piece on; {@code from} itself where there is none. */
    public int skip(Pieces pieces, int from, int to) {
        if (from >= to || !canStart(pieces.id(from))) {
            return from;
        }
        Match<V> match = new Match<>();
        return longest(pieces, from, to, match) ? match.to : from;
    }

    /**
     * A phrase that was found; for use by one thread.
     *
     * @param <V> type of the meaning
     */
    public static final class Match<V> {
        private int to;
        private V value;

        /** Index behind the phrase's last piece. */
        public int to() {
            return to;
        }

        /** What the phrase means. */
        public V value() {
            return value;
        }
    }
}
