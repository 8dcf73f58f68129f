// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.pieces.Pieces;
import java.math.BigDecimal;

/** Reads runs of digits with the separators between them as one number; for use by one thread. */
final class DigitRuns {

    private static final int MOST = 14;

    private final Pieces pieces;
    private final DigitFormat format;
    private final String[] runs = new String[MOST];
    private final char[] separators = new char[MOST];
    private BigDecimal value;
    private boolean list;

    DigitRuns(Pieces pieces, DigitFormat format) {
        this.pieces = pieces;
        this.format = format;
    }

    /** The number that was read last; null where the digits are none. */
    BigDecimal value() {
        return value;
    }

    /** Whether the digits that were read last are several numbers with commas between them. */
    boolean isList() {
        return list;
    }

    /** Reads the digits that start at a piece; returns the index behind them and all that belongs to them. */
    int read(int at, int to) {
        int count = 0;
        int length = 0;
        int end = at;
        boolean commas = true;
        boolean spaces = false;
        while (true) {
            if (count < MOST && length <= DigitFormat.LONGEST) {
                length += pieces.length(end);
                runs[count] = length <= DigitFormat.LONGEST ? pieces.text(end) : "";
            }
            count++;
            end++;
            char separator = format.separator(pieces, end, to);
            if (separator == ' ' && (!isFirstOrFurtherGroup(at, end - 1, count, spaces) || hasFraction(count))) {
                separator = 0;
            }
            if (separator == 0) {
                break;
            }
            spaces |= separator == ' ';
            commas &= separator == ',';
            if (count - 1 < MOST) {
                separators[count - 1] = separator;
            }
            end += separator == ' ' ? 0 : 1;
        }
        boolean readable = count <= MOST && length <= DigitFormat.LONGEST;
        value = readable ? format.read(runs, separators, count) : null;
        list = value == null && count > 1 && commas;
        return end;
    }

    private boolean isFirstOrFurtherGroup(int first, int last, int count, boolean spaces) {
        if (count == 1) {
            return pieces.length(first) <= 3 && pieces.firstChar(first) != '0';
        }
        return spaces && pieces.length(last) == 3;
    }

    private boolean hasFraction(int count) {
        for (int i = 0; i < Math.min(count - 1, MOST); i++) {
            if (separators[i] != ' ') {
                return true;
            }
        }
        return false;
    }
}
