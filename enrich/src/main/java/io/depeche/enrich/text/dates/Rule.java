// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;

/** One rule of a language file, compiled; immutable. */
final class Rule {

    private final int order;
    private final Meaning meaning;
    private final boolean[] slots;
    private final Context before;
    private final Trie<Boolean> notBehind;

    /**
     * What has to stand before a match.
     *
     * @param phrases the phrases, looked for backwards
     * @param start whether the start of the sentence will do too
     * @param wanted false where none of it may stand there
     */
    record Context(Trie<Boolean> phrases, boolean start, boolean wanted) {
        boolean holds(Pieces pieces, int from, int at, Trie.Match<Boolean> match) {
            boolean there = (start && at == from) || phrases.longestBefore(pieces, at, from, match);
            return there == wanted;
        }
    }

    /**
     * @param order earlier rules win over later ones of the same length
     * @param slots by twice the slot's ordinal, plus one for the second of its kind: whether the rule has it
     * @param before null where anything may stand before it
     * @param notBehind what may not stand behind it, or null
     */
    Rule(int order, Meaning meaning, boolean[] slots, Context before, Trie<Boolean> notBehind) {
        this.order = order;
        this.meaning = meaning;
        this.slots = slots;
        this.before = before;
        this.notBehind = notBehind;
    }

    int order() {
        return order;
    }

    Meaning meaning() {
        return meaning;
    }

    boolean has(Slot slot, boolean second) {
        return slots[2 * slot.ordinal() + (second ? 1 : 0)];
    }

    /** Whether what stands around a match lets it be one. */
    boolean fits(Pieces pieces, int from, int start, int end, int to, Trie.Match<Boolean> match) {
        return (before == null || before.holds(pieces, from, start, match))
                && (notBehind == null || notBehind.skip(pieces, end, to) == end);
    }
}
