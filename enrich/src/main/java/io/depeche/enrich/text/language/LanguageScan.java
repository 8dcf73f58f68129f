// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.language;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import java.util.Arrays;

/**
 * Tells the languages of the passages of one text, from the n-grams at the beginning, in the middle and at the end of words,
 * each counted once in a passage.
 */
final class LanguageScan {

    /** More words do not change what the first say. */
    private static final int LETTERS_READ = 1500;

    private static final int LONGEST_WORD = 70;

    private final NgramTable table;
    private final String text;
    private final Tokens tokens;

    private final long[] seen;
    private final int[] slots = new int[2 * LETTERS_READ];
    private int slotCount;
    private final byte[] word = new byte[LONGEST_WORD + 3];
    private int wordLength;
    private int nextToken;

    private final int[] scores;
    private int letters;

    /** @param tokens the tokens of the text, of which URLs and e-mail addresses are no words */
    LanguageScan(NgramTable table, String text, Tokens tokens) {
        this.table = table;
        this.text = text;
        this.tokens = tokens;
        seen = new long[table.slots() / Long.SIZE];
        scores = new int[table.languages().size()];
    }

    /** Reads a passage; passages are read in their order. */
    void read(int from, int to) {
        for (int i = 0; i < slotCount; i++) {
            seen[slots[i] >>> 6] = 0;
        }
        slotCount = 0;
        letters = 0;
        Arrays.fill(scores, 0);
        int at = from;
        while (at < to) {
            int identifierEnd = endOfIdentifier(at);
            if (identifierEnd > at) {
                endWord();
                at = identifierEnd;
                continue;
            }
            char c = text.charAt(at);
            at++;
            if (Character.isLetter(c)) {
                letters++;
                letter(c);
            } else if (!isApostrophe(c) || at == to || !Character.isLetter(text.charAt(at))) {
                endWord();
            } else {
                // l'Arménie is one word here, as it was when the table was made.
                put(c);
            }
        }
        endWord();
    }

    /** Letters in the passage. */
    int letters() {
        return letters;
    }

    /** The language with the highest score of the passage, by number. */
    int best() {
        return best(scores);
    }

    /** How much higher that score is than the next one; 0 where the passage says nothing. */
    int lead() {
        return lead(scores);
    }

    /** Adds the scores of the passage to others. */
    void addTo(int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += scores[i];
        }
    }

    static int best(int[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    static int lead(int[] scores) {
        int best = best(scores);
        int next = 0;
        for (int i = 0; i < scores.length; i++) {
            next = i == best ? next : Math.max(next, scores[i]);
        }
        return scores[best] - next;
    }

    private int endOfIdentifier(int at) {
        while (nextToken < tokens.size() && tokens.get(nextToken).end() <= at) {
            nextToken++;
        }
        boolean inside = nextToken < tokens.size()
                && tokens.get(nextToken).kind() == Token.Kind.IDENTIFIER
                && tokens.get(nextToken).start() <= at;
        return inside ? tokens.get(nextToken).end() : at;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '`';
    }

    private void letter(char c) {
        if (c == '\u0130') {
            // İ is i with a dot that stands by itself, which is no letter.
            put('i');
            endWord();
        } else {
            put(Character.toLowerCase(c));
        }
    }

    private void put(char c) {
        if (wordLength >= LONGEST_WORD) {
            return;
        }
        if (c < 0x80) {
            word[wordLength++] = (byte) c;
        } else if (c < 0x800) {
            word[wordLength++] = (byte) (0xC0 | c >> 6);
            word[wordLength++] = (byte) (0x80 | c & 0x3F);
        } else {
            word[wordLength++] = (byte) (0xE0 | c >> 12);
            word[wordLength++] = (byte) (0x80 | c >> 6 & 0x3F);
            word[wordLength++] = (byte) (0x80 | c & 0x3F);
        }
    }

    private void endWord() {
        int length = Math.min(wordLength, LONGEST_WORD);
        wordLength = 0;
        if (length == 0 || letters > LETTERS_READ) {
            return;
        }
        int at = 0;
        for (; at + 4 < length; at += 3) {
            ngram(at == 0 ? ' ' : 0, at, at + 4, false);
        }
        ngram(at == 0 ? ' ' : 0, Math.max(0, length - 4), length, true);
    }

    private void ngram(long before, int from, int to, boolean atEnd) {
        long ngram = before;
        for (int i = from; i < to; i++) {
            ngram = ngram << 8 | word[i] & 0xFF;
        }
        int slot = table.slot(atEnd ? ngram << 8 | ' ' : ngram);
        if (slotCount < slots.length && (seen[slot >>> 6] & 1L << slot) == 0) {
            seen[slot >>> 6] |= 1L << slot;
            slots[slotCount++] = slot;
            table.add(slot, scores);
        }
    }
}
