// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.pieces;

import java.text.Normalizer;

/**
 * Numbers the words that the grammars of one language go by, so that they compare numbers instead of words.
 *
 * <p>Capitals do not matter, nor does the kind of apostrophe or hyphen. A word that the text spells without any accent is
 * found under its accented form where there is no word that is spelt so: {@code cinquieme}.
 *
 * <p>Filled at start-up by {@link #intern}, by one thread; looked up by any number of threads afterwards.
 */
public final class Vocabulary {

    /** The number of every word that the grammars do not know. */
    public static final int UNKNOWN = 0;

    private final Table exact = new Table();
    private final Table unaccented = new Table();
    private Compounds compounds = new Compounds();
    private int size = 1;
    private int longest;

    /** How many numbers there are, that of unknown words included. */
    public int size() {
        return size;
    }

    /**
     * The number of a word; a new one, if it has none yet.
     *
     * @param word one piece, as {@link Cutter} cuts it
     */
    public int intern(String word) {
        String folded = fold(word);
        int id = exact.putIfAbsent(folded, size);
        if (id < size) {
            return id;
        }
        size++;
        longest = Math.max(longest, folded.length());
        String stripped = withoutAccents(folded);
        if (!stripped.equals(folded)) {
            unaccented.putIfAbsent(stripped, id);
        }
        return id;
    }

    /** The numbers of the words of a phrase, in order; new ones for those that have none yet. */
    public int[] internAll(String phrase) {
        return Cutter.words(phrase).stream().mapToInt(this::intern).toArray();
    }

    /** Sets which words of texts are read as two. */
    public void cut(Compounds newCompounds) {
        compounds = newCompounds;
    }

    /** The offset to cut a word of the text at; -1 where it is one word, or known as a whole. */
    int cut(String text, int start, int end) {
        int at = compounds.cut(text, start, end);
        return at >= 0 && id(text, start, end) == UNKNOWN ? at : -1;
    }

    /** The number of a word of the text; {@link #UNKNOWN} where no grammar knows it. */
    public int id(CharSequence text, int start, int end) {
        if (end - start > longest) {
            return UNKNOWN;
        }
        int hash = hash(text, start, end);
        int id = exact.get(text, start, end, hash);
        return id == UNKNOWN ? unaccented.get(text, start, end, hash) : id;
    }

    private static int hash(CharSequence text, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + fold(text.charAt(i));
        }
        return hash ^ (hash >>> 15);
    }

    /** Lower case of no particular language, char by char, with one apostrophe and one hyphen for all of them. */
    static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return switch (c) {
            case '\u2019', '\u02BC', '\u2018' -> '\'';
            case '\u2010', '\u2011' -> '-';
            default -> Character.toLowerCase(c);
        };
    }

    private static String fold(String word) {
        char[] folded = word.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    private static String withoutAccents(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder bare = new StringBuilder(decomposed.length());
        decomposed
                .chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> bare.append((char) c));
        return bare.toString();
    }

    /** An open-addressed hash table from folded words to numbers that looks up a part of a text without copying it. */
    private static final class Table {

        private String[] words = new String[1 << 10];
        private int[] hashes = new int[1 << 10];
        private int[] ids = new int[1 << 10];
        private int filled;

        /** Adds a word where it is not there yet, and returns its number. */
        int putIfAbsent(String word, int id) {
            if (2 * (filled + 1) > words.length) {
                grow();
            }
            int hash = hash(word, 0, word.length());
            int slot = slot(word, 0, word.length(), hash);
            if (words[slot] == null) {
                put(slot, word, hash, id);
                filled++;
            }
            return ids[slot];
        }

        private void put(int slot, String word, int hash, int id) {
            words[slot] = word;
            hashes[slot] = hash;
            ids[slot] = id;
        }

        int get(CharSequence text, int start, int end, int hash) {
            return ids[slot(text, start, end, hash)];
        }

        private int slot(CharSequence text, int start, int end, int hash) {
            int mask = ids.length - 1;
            int slot = hash & mask;
            while (ids[slot] != UNKNOWN && (hashes[slot] != hash || !same(words[slot], text, start, end))) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private static boolean same(String word, CharSequence text, int start, int end) {
            if (word.length() != end - start) {
                return false;
            }
            for (int i = start; i < end; i++) {
                if (word.charAt(i - start) != fold(text.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private void grow() {
            String[] oldWords = words;
            int[] oldHashes = hashes;
            int[] oldIds = ids;
            words = new String[2 * oldWords.length];
            hashes = new int[words.length];
            ids = new int[words.length];
            for (int i = 0; i < oldWords.length; i++) {
                if (oldWords[i] != null) {
                    int slot = slot(oldWords[i], 0, oldWords[i].length(), oldHashes[i]);
                    put(slot, oldWords[i], oldHashes[i], oldIds[i]);
                }
            }
        }
    }
}
