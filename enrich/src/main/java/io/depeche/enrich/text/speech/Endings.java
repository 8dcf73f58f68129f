// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import java.util.Arrays;
import java.util.Collection;

/** What words of a kind end in; immutable. Looks only at the endings that have the last letter of the word. */
final class Endings {

    private static final int SLOTS = 64;
    private static final String[] NONE = {};

    private final String[][] byLast = new String[SLOTS][];
    private final boolean empty;

    Endings(Collection<String> endings) {
        empty = endings.isEmpty();
        Arrays.fill(byLast, NONE);
        for (String ending : endings) {
            int slot = slot(ending);
            String[] longer = Arrays.copyOf(byLast[slot], byLast[slot].length + 1);
            longer[longer.length - 1] = ending;
            byLast[slot] = longer;
        }
    }

    private static int slot(String word) {
        return word.charAt(word.length() - 1) & SLOTS - 1;
    }

    boolean isEmpty() {
        return empty;
    }

    /** Whether a folded word, which is not empty, ends in one of them. */
    boolean end(String folded) {
        for (String ending : byLast[slot(folded)]) {
            if (folded.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
