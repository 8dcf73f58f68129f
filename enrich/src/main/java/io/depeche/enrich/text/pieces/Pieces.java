// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.pieces;

import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A text in the smallest parts that numbers and dates are read from: runs of letters ({@code twenty}, {@code km}), runs of
 * the digits 0 to 9, and every other code point by itself. {@code 10h30} is three pieces, {@code d'euros} too,
 * {@code vingt-deux} as well. Flat arrays; immutable.
 */
public final class Pieces {

    /** No pieces. */
    public static final Pieces NONE = new Pieces("", 0, new int[0], new int[0], new byte[0], new int[0]);

    static final byte WORD = 0;
    static final byte DIGITS = 1;
    static final byte SIGN = 2;
    static final byte OPAQUE = 3;

    private final String text;
    private final int size;
    private final int[] starts;
    private final int[] ends;
    private final byte[] kinds;
    private final int[] ids;

    Pieces(String text, int size, int[] starts, int[] ends, byte[] kinds, int[] ids) {
        this.text = text;
        this.size = size;
        this.starts = starts;
        this.ends = ends;
        this.kinds = kinds;
        this.ids = ids;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Offset of a piece's first char. */
    public int start(int piece) {
        return starts[piece];
    }

    /** Offset behind a piece's last char. */
    public int end(int piece) {
        return ends[piece];
    }

    /** A piece's number in the vocabulary of the text's language; {@link Vocabulary#UNKNOWN} for two digits and more. */
    public int id(int piece) {
        return ids[piece];
    }

    /** Whether a piece is a run of letters. */
    public boolean isWord(int piece) {
        return kinds[piece] == WORD;
    }

    /** Whether a piece is a run of digits. */
    public boolean isDigits(int piece) {
        return kinds[piece] == DIGITS;
    }

    /** Whether a piece is a URL or an e-mail address. */
    public boolean isOpaque(int piece) {
        return kinds[piece] == OPAQUE;
    }

    /** Whether a piece is this one char. */
    public boolean is(int piece, char sign) {
        return kinds[piece] == SIGN && text.charAt(starts[piece]) == sign && ends[piece] - starts[piece] == 1;
    }

    /** How many chars a piece has. */
    public int length(int piece) {
        return ends[piece] - starts[piece];
    }

    /** First char of a piece. */
    public char firstChar(int piece) {
        return text.charAt(starts[piece]);
    }

    /** Whether nothing, not even a space, is between a piece and the one before it. */
    public boolean isGlued(int piece) {
        return piece > 0 && ends[piece - 1] == starts[piece];
    }

    /** Whether a piece is a word that starts with a capital. */
    public boolean isCapitalised(int piece) {
        if (kinds[piece] != WORD) {
            return false;
        }
        int first = text.codePointAt(starts[piece]);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    /** The number that a run of up to nine digits is. */
    public int number(int piece) {
        int number = 0;
        for (int i = starts[piece]; i < ends[piece]; i++) {
            number = 10 * number + (text.charAt(i) - '0');
        }
        return number;
    }

    /** A piece as the text has it. */
    public String text(int piece) {
        return text.substring(starts[piece], ends[piece]);
    }

    /** The text that the pieces are of. */
    public String text() {
        return text;
    }

    /** The text's place from one piece to another, both included. */
    public Span span(int first, int last) {
        return new Span(starts[first], ends[last]);
    }

    /** Index of the first piece that starts at an offset of the text or behind it; the size where there is none. */
    public int firstFrom(int offset) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The pieces that places of the text take. */
    public BitSet in(List<Span> places) {
        BitSet taken = new BitSet(size);
        for (Span place : places) {
            taken.set(firstFrom(place.start()), firstFrom(place.end()));
        }
        return taken;
    }

    /**
     * The pieces of each sentence.
     *
     * @param sentences sentences in order; where there are none, all pieces are one sentence
     */
    public List<Tokens.Range> by(List<Span> sentences) {
        if (sentences.isEmpty()) {
            return size == 0 ? List.of() : List.of(new Tokens.Range(0, size));
        }
        List<Tokens.Range> ranges = new ArrayList<>(sentences.size());
        int from = 0;
        for (Span sentence : sentences) {
            int to = from;
            while (to < size && starts[to] < sentence.end()) {
                to++;
            }
            if (to > from) {
                ranges.add(new Tokens.Range(from, to));
            }
            from = to;
        }
        return ranges;
    }
}
