// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How a language writes numbers in digits.
 *
 * @param group the character between groups of three digits inside a token; 0 where there is none
 * @param spaces whether spaces stand between groups of three digits
 * @param decimal the character before the fraction
 */
record NumberFormat(char group, boolean spaces, char decimal) {

    /** Longer ones are no figures that anybody counts, and to read them takes more than linear time. */
    private static final int LONGEST = 40;

    static NumberFormat of(Lexicon lexicon) {
        Map<String, String> values = lexicon.map(Section.NUMBER_FORMAT, NumberFormat::single);
        String group = values.getOrDefault("group", "SPACE");
        boolean spaces = group.equals("SPACE");
        return new NumberFormat(
                spaces ? 0 : group.charAt(0),
                spaces,
                values.getOrDefault("decimal", ".").charAt(0));
    }

    private static String single(String value) {
        if (value.length() != 1 && !value.equals("SPACE")) {
            throw new IllegalArgumentException("expected one character or SPACE");
        }
        return value;
    }

    /**
     * Reads a number token.
     *
     * @return null where it is no number of this language: 1.2.3, 007, 12,5 in English
     */
    BigDecimal read(String token) {
        if (token.length() > LONGEST) {
            return null;
        }
        int point = token.indexOf(decimal);
        String whole = point < 0 ? token : token.substring(0, point);
        String fraction = point < 0 ? "" : token.substring(point + 1);
        if (!isDigits(fraction) && point >= 0) {
            return null;
        }
        String digits = withoutGroups(whole);
        if (digits == null || !isDigits(digits) || (digits.length() > 1 && digits.charAt(0) == '0')) {
            return null;
        }
        return new BigDecimal(point < 0 ? digits : digits + "." + fraction);
    }

    private String withoutGroups(String whole) {
        if (group == 0 || whole.indexOf(group) < 0) {
            return whole;
        }
        int first = whole.indexOf(group);
        if (first < 1 || first > 3) {
            return null;
        }
        StringBuilder digits = new StringBuilder(whole.substring(0, first));
        for (int at = first; at < whole.length(); at += 4) {
            if (whole.charAt(at) != group || at + 4 > whole.length()) {
                return null;
            }
            digits.append(whole, at + 1, at + 4);
        }
        return digits.toString();
    }

    /** Whether a token can be the first group before others that spaces set off. */
    static boolean isFirstGroup(String token) {
        return token.length() <= 3 && isDigits(token) && token.charAt(0) != '0';
    }

    /** Whether a token can be a further group, the last of which may have a fraction. */
    boolean isFurtherGroup(String token, boolean last) {
        if (token.length() == 3) {
            return isDigits(token);
        }
        return last
                && token.length() > 4
                && token.length() <= LONGEST
                && token.charAt(3) == decimal
                && isDigits(token.substring(0, 3))
                && isDigits(token.substring(4));
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
