// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What words of a kind end in; immutable. Looks only at the endings that have the last letter of the word. */
final class Endings {

    private static final int SLOTS = 64;

    private final String[][] byLast = new String[SLOTS][];
    private final boolean empty;

    Endings(Collection<String> endings) {
        empty = endings.isEmpty();
        for (int slot = 0; slot < SLOTS; slot++) {
            List<String> ofSlot = new ArrayList<>();
            for (String ending : endings) {
                if (slot(ending) == slot) {
                    ofSlot.add(ending);
                }
            }
            byLast[slot] = ofSlot.toArray(String[]::new);
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
