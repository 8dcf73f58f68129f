// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.pieces.Pieces;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How a language writes numbers in digits: 1.234,5 or 1,234.5 or 1 234,5.
 *
 * <p>The language decides only where the digits leave it open: {@code 1,234} is a thousand in English and one and a bit
 * in French. Where they tell it themselves, as in {@code 1.234,5}, {@code 5,00} or {@code 12,34,567}, that counts.
 *
 * @param groups the characters between groups of three digits
 * @param spaces whether a plain space can stand between groups; the narrow and the non-breaking ones always can
 * @param decimal the character before the fraction
 */
record DigitFormat(String groups, boolean spaces, char decimal) {

    /** Longer ones are no figures that anybody counts, and to read them takes more than linear time. */
    static final int LONGEST = 40;

    private static final String SWISS = "'\u2019";

    static DigitFormat of(Lexicon lexicon) {
        Map<String, String> values = lexicon.map(Section.NUMBER_FORMAT, value -> value);
        String groups = values.getOrDefault("group", ",");
        boolean spaces = groups.contains("SPACE");
        return new DigitFormat(
                groups.replace("SPACE", "").replace(" ", ""),
                spaces,
                values.getOrDefault("decimal", ".").charAt(0));
    }

    /**
     * Reads digits.
     *
     * @param digits the runs of digits
     * @param separators the characters between them, one less
     * @param count how many runs
     * @return null where they are no number: 1.2.3
     */
    BigDecimal read(String[] digits, char[] separators, int count) {
        if (count == 1) {
            return new BigDecimal(digits[0]);
        }
        char last = separators[count - 2];
        boolean lastOnce = true;
        for (int i = 0; i < count - 2; i++) {
            lastOnce &= separators[i] != last;
        }
        boolean fraction = lastOnce && canBeDecimal(last) && isFraction(digits, separators, count);
        int whole = fraction ? count - 1 : count;
        if (!areGroups(digits, separators, whole)) {
            return null;
        }
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < whole; i++) {
            number.append(digits[i]);
        }
        if (fraction) {
            number.append('.').append(digits[whole]);
        }
        return new BigDecimal(number.toString());
    }

    private static boolean canBeDecimal(char separator) {
        return separator == '.' || separator == ',';
    }

    private boolean isFraction(String[] digits, char[] separators, int count) {
        if (count > 2) {
            char first = separators[0];
            return first != separators[count - 2];
        }
        char separator = separators[0];
        boolean couldBeGroup = digits[1].length() == 3 && digits[0].length() <= 3 && digits[0].charAt(0) != '0';
        return !couldBeGroup || groups.indexOf(separator) < 0;
    }

    /** Whether the runs are groups of one number: all but the first of three digits, or of two in the Indian way. */
    private static boolean areGroups(String[] digits, char[] separators, int count) {
        if (count == 1) {
            return true;
        }
        if (digits[0].length() > 3 || digits[0].charAt(0) == '0' || digits[count - 1].length() != 3) {
            return false;
        }
        boolean indian = separators[0] == ',' && digits[0].length() <= 2 && digits[1].length() == 2;
        for (int i = 1; i < count; i++) {
            boolean fits = digits[i].length() == (indian && i < count - 1 ? 2 : 3);
            if (!fits || separators[i - 1] != separators[0]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The character that may stand between two groups of digits: that of a glued sign, or a space.
     *
     * @param piece the piece behind the first run of digits
     * @return 0 where there is none
     */
    char separator(Pieces pieces, int piece, int to) {
        if (piece >= to) {
            return 0;
        }
        if (pieces.isDigits(piece)) {
            return isGroupSpace(pieces, piece) && pieces.length(piece) == 3 ? ' ' : 0;
        }
        boolean inside = pieces.length(piece) == 1
                && pieces.isGlued(piece)
                && piece + 1 < to
                && pieces.isDigits(piece + 1)
                && pieces.isGlued(piece + 1);
        char sign = inside ? pieces.firstChar(piece) : 0;
        if (sign == '.' || sign == ',') {
            return sign;
        }
        return inside && SWISS.indexOf(sign) >= 0 && pieces.length(piece + 1) == 3 ? '\'' : 0;
    }

    private boolean isGroupSpace(Pieces pieces, int piece) {
        if (pieces.start(piece) - pieces.end(piece - 1) != 1) {
            return false;
        }
        char space = pieces.text().charAt(pieces.end(piece - 1));
        return space == ' ' ? spaces : space == '\u00A0' || space == '\u202F' || space == '\u2009';
    }
}
