// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import java.util.List;

/** The numbers of a text, in order, without overlap; immutable. */
public final class Numerals {

    /** No numbers. */
    public static final Numerals NONE = new Numerals(List.of());

    private final List<Numeral> numerals;

    Numerals(List<Numeral> numerals) {
        this.numerals = List.copyOf(numerals);
    }

    /** How many there are. */
    public int size() {
        return numerals.size();
    }

    /** The number at an index from 0. */
    public Numeral get(int index) {
        return numerals.get(index);
    }

    /** Index of the first number that starts at a piece or behind it; the size where there is none. */
    public int firstFrom(int piece) {
        int low = 0;
        int high = numerals.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numerals.get(middle).from() < piece) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The number that starts at a piece, or null. */
    public Numeral at(int piece) {
        int index = firstFrom(piece);
        return index < numerals.size() && numerals.get(index).from() == piece ? numerals.get(index) : null;
    }
}
