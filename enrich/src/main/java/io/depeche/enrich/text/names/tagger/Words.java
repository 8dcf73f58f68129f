// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import io.depeche.enrich.text.Tokens;
import java.util.Arrays;
import java.util.List;

/** The tokens of one document as places in its characters, sentence by sentence. Can be filled again; not thread-safe. */
public final class Words {

    /** A longer sentence is cut: none is, and what claims to be one must not need space without bounds. */
    static final int LONGEST_SENTENCE = 2048;

    private char[] chars = new char[1024];
    private int length;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int count;
    private int[] sentenceEnds = new int[32];
    private int sentences;

    /** Takes everything out. */
    public void clear() {
        length = 0;
        count = 0;
        sentences = 0;
    }

    /** Fills it with a document whose tokens and sentences are known. */
    public void set(String text, Tokens tokens, List<Tokens.Range> ranges) {
        clear();
        reserve(text.length());
        text.getChars(0, text.length(), chars, 0);
        length = text.length();
        for (Tokens.Range range : ranges) {
            for (int i = range.from(); i < range.to(); i++) {
                token(tokens.get(i).start(), tokens.get(i).end());
            }
            endSentence();
        }
    }

    /** Adds a token that is not empty, with a space behind it. */
    public void add(CharSequence token) {
        reserve(length + token.length() + 1);
        int start = length;
        for (int i = 0; i < token.length(); i++) {
            chars[length++] = token.charAt(i);
        }
        token(start, length);
        chars[length++] = ' ';
    }

    /** Ends a sentence; one without tokens is none. */
    public void endSentence() {
        int from = sentences == 0 ? 0 : sentenceEnds[sentences - 1];
        if (count == from) {
            return;
        }
        if (sentences == sentenceEnds.length) {
            sentenceEnds = Arrays.copyOf(sentenceEnds, sentences * 2);
        }
        sentenceEnds[sentences++] = count;
    }

    private void token(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
        if (count - (sentences == 0 ? 0 : sentenceEnds[sentences - 1]) == LONGEST_SENTENCE) {
            endSentence();
        }
    }

    private void reserve(int capacity) {
        if (capacity > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(capacity, chars.length * 2));
        }
    }

    /** How many tokens there are. */
    public int count() {
        return count;
    }

    /** How many sentences there are. */
    public int sentences() {
        return sentences;
    }

    /** Index of the first token of a sentence. */
    public int from(int sentence) {
        return sentence == 0 ? 0 : sentenceEnds[sentence - 1];
    }

    /** Index behind the last token of a sentence. */
    public int to(int sentence) {
        return sentenceEnds[sentence];
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    char[] chars() {
        return chars;
    }
}
