// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.pieces.Pieces;
import java.math.BigDecimal;
import java.util.Locale;

/** Reads Roman numbers where they are ordinals: XXIe siècle, siglo XIX, XXI век; not those of kings and popes. */
final class RomanNumber {

    private static final String LETTERS = "IVXLCDM";

    /** As LETTERS, where Cyrillic has a letter that looks the same, and that is no preposition. */
    private static final String CYRILLIC = "\u0406\uFFFF\u0425";

    private static final int[] VALUES = {1, 5, 10, 50, 100, 500, 1000};
    private static final int LONGEST = 12;

    /** How far the cue may be: XIXe et XXe siècles. */
    private static final int REACH = 3;

    private RomanNumber() {}

    static boolean canStart(char first) {
        return LETTERS.indexOf(latin(first)) >= 0;
    }

    /** Texts in Cyrillic take the letters that look the same as often as not: ХХ век. */
    private static char latin(char letter) {
        int index = CYRILLIC.indexOf(letter);
        return index < 0 ? letter : LETTERS.charAt(index);
    }

    private static String latin(String word) {
        StringBuilder latin = new StringBuilder(word.length());
        word.chars().forEach(c -> latin.append(latin((char) c)));
        return latin.toString();
    }

    /** Reads the ordinal at a piece; null where there is none. */
    static Numeral read(Pieces pieces, int at, int from, int to, NumberGrammar grammar) {
        if (!pieces.isWord(at) || !canStart(pieces.firstChar(at)) || pieces.length(at) > LONGEST) {
            return null;
        }
        String word = latin(pieces.text(at));
        int end = 0;
        while (end < word.length() && LETTERS.indexOf(word.charAt(end)) >= 0) {
            end++;
        }
        int value = value(word.substring(0, end));
        if (value <= 0) {
            return null;
        }
        boolean suffix = end < word.length();
        if (suffix && !grammar.romanSuffixes.contains(word.substring(end).toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (!isCued(pieces, at, from, to, grammar) && !(suffix && isUnmistakable(word.substring(0, end)))) {
            return null;
        }
        return new Numeral(at, at + 1, Numeral.Kind.ORDINAL, BigDecimal.valueOf(value), false, false);
    }

    /** With a suffix alone, words as Le, Ce and Me would be numbers too. */
    private static boolean isUnmistakable(String roman) {
        return roman.chars().allMatch(c -> c == 'I' || c == 'V' || c == 'X');
    }

    /** XXIe siècle, siglo XXI, siglos XIX y XX, XIXe et XXe siècles; but no king who opens a congress. */
    private static boolean isCued(Pieces pieces, int at, int from, int to, NumberGrammar grammar) {
        int next = at + 1;
        for (int i = 0; i < REACH && next < to && !grammar.romanCues.canStart(pieces.id(next)); i++) {
            next = next + 1 < to && startsRoman(pieces, next + 1) ? next + 2 : to;
        }
        int before = at - 1;
        for (int i = 0; i < REACH && before >= from && !grammar.romanCues.canStart(pieces.id(before)); i++) {
            before = before - 1 >= from && startsRoman(pieces, before - 1) ? before - 2 : -1;
        }
        return (next < to && grammar.romanCues.canStart(pieces.id(next)))
                || (before >= from && grammar.romanCues.canStart(pieces.id(before)));
    }

    private static boolean startsRoman(Pieces pieces, int at) {
        return pieces.isWord(at) && canStart(pieces.firstChar(at)) && pieces.length(at) <= LONGEST;
    }

    /** The value of a Roman number as it is written today; -1 where the letters are none. */
    static int value(String roman) {
        int value = 0;
        for (int i = 0; i < roman.length(); i++) {
            int here = VALUES[LETTERS.indexOf(roman.charAt(i))];
            int next = i + 1 < roman.length() ? VALUES[LETTERS.indexOf(roman.charAt(i + 1))] : 0;
            value += here < next ? -here : here;
        }
        return roman(value).equals(roman) ? value : -1;
    }

    private static String roman(int value) {
        if (value <= 0 || value > 3999) {
            return "";
        }
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
        String[] hundreds = {"", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"};
        return "M".repeat(value / 1000) + hundreds[value / 100 % 10] + tens[value / 10 % 10] + ones[value % 10];
    }
}
