// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import java.util.ArrayList;
import java.util.List;

/** The units that are spelt with the same letters, of which capitals tell one from another: Mb and MB; filled at start-up. */
final class UnitSpellings {

    private record Spelling(String text, Unit unit) {}

    private final List<Spelling> spellings = new ArrayList<>(1);

    /** Adds a spelling, unless there is one that is written just the same. */
    void add(String text, Unit unit) {
        String bare = withoutSpaces(text);
        if (spellings.stream().noneMatch(spelling -> spelling.text.equals(bare))) {
            spellings.add(new Spelling(bare, unit));
        }
    }

    /** The unit that is meant by a place of the text; null where its capitals make something else of it. */
    Unit unit(String text) {
        String bare = withoutSpaces(text);
        for (Spelling spelling : spellings) {
            if (spelling.text.equals(bare)) {
                return spelling.unit;
            }
        }
        Spelling first = spellings.get(0);
        return countsWithCapitals(first.text) ? null : first.unit;
    }

    /** A single letter, or a code in capitals: g, EUR, A$. */
    private static boolean countsWithCapitals(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        long capitals = text.chars().filter(Character::isUpperCase).count();
        return letters > 0 && (letters == 1 && text.length() <= 2 || letters == capitals && letters <= 3);
    }

    private static String withoutSpaces(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.chars()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(c -> bare.append((char) c));
        return bare.toString();
    }
}
