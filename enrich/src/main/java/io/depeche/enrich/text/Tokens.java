// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a text, in order, without overlap; immutable. White space is between them. */
public final class Tokens {

    /** No tokens. */
    public static final Tokens NONE = new Tokens(List.of());

    private final Token[] tokens;

    public Tokens(List<Token> tokens) {
        this.tokens = List.copyOf(tokens).toArray(Token[]::new);
    }

    /** How many there are. */
    public int size() {
        return tokens.length;
    }

    /** The token at an index from 0. */
    public Token get(int index) {
        return tokens[index];
    }

    /** The text's place from one token to another, both included. */
    public Span span(int first, int last) {
        return new Span(get(first).start(), get(last).end());
    }

    /** Index of the first token that starts at an offset of the text or behind it; the size where there is none. */
    public int firstFrom(int offset) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The tokens of each sentence.
     *
     * @param sentences sentences in order; where there are none, all tokens are one sentence
     */
    public List<Range> by(List<Span> sentences) {
        if (sentences.isEmpty()) {
            return size() == 0 ? List.of() : List.of(new Range(0, size()));
        }
        List<Range> ranges = new ArrayList<>(sentences.size());
        int from = 0;
        for (Span sentence : sentences) {
            int to = from;
            while (to < size() && get(to).start() < sentence.end()) {
                to++;
            }
            if (to > from) {
                ranges.add(new Range(from, to));
            }
            from = to;
        }
        return ranges;
    }

    /**
     * Some tokens in a row.
     *
     * @param from index of the first
     * @param to index behind the last
     */
    public record Range(int from, int to) {}
}
