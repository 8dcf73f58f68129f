// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.util.List;

/**
 * The labels of tokens: outside of names, or beginning, inside, last or the one token (unit) of a name of a type.
 * Which one may follow which is fixed, so that every row of labels is a row of whole names.
 */
public final class Labels {

    /** The types of names, in the order of their labels. */
    public static final List<String> TYPES = List.of("PER", "LOC", "ORG", "MISC");

    /** Not part of a name. */
    public static final byte OUTSIDE = 0;

    /** How many labels there are. */
    public static final int COUNT = 1 + 4 * TYPES.size();

    private static final int BEGIN = 0;
    private static final int INSIDE = 1;
    private static final int LAST = 2;
    private static final int UNIT = 3;

    private Labels() {}

    /** The label of one token of a name. */
    public static byte of(int type, boolean first, boolean last) {
        int place;
        if (first) {
            place = last ? UNIT : BEGIN;
        } else {
            place = last ? LAST : INSIDE;
        }
        return (byte) (1 + 4 * type + place);
    }

    /** Index of the type of a label that is not {@link #OUTSIDE}. */
    public static int type(int label) {
        return (label - 1) >> 2;
    }

    /** Whether a name starts at a token with this label. */
    public static boolean isFirst(int label) {
        int place = (label - 1) & 3;
        return label != OUTSIDE && (place == BEGIN || place == UNIT);
    }

    /** Whether no name goes on behind a token with this label; true outside of names. */
    public static boolean isEnd(int label) {
        int place = (label - 1) & 3;
        return label == OUTSIDE || place == LAST || place == UNIT;
    }

    /** Whether a token with the second label may stand behind one with the first. */
    public static boolean follows(int before, int label) {
        if (isEnd(before)) {
            return label == OUTSIDE || isFirst(label);
        }
        return label != OUTSIDE && !isFirst(label) && type(before) == type(label);
    }
}
