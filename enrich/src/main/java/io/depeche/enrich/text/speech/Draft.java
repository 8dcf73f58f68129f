// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;

/**
 * An attribution in tokens: indexes of the first, and behind the last.
 *
 * @param speaker who speaks, or null
 * @param cueFrom first token of the cue; -1 where there is none
 * @param quotation whether the content is one quotation, or several that belong together
 */
record Draft(
        Speaker speaker, int cueFrom, int cueTo, int from, int to, boolean quotation, SpeechAct act, boolean negated) {

    /** What somebody says without words that announce it. */
    static Draft withoutCue(Speaker speaker, int from, int to, boolean quotation) {
        return new Draft(speaker, -1, -1, from, to, quotation, SpeechAct.SAID, false);
    }

    /** Whether it is a quotation, or ends in one, with the cue behind it, so that the next quotation can go on with it. */
    boolean goesOn() {
        return quotation || cueFrom >= to;
    }

    /** The same up to another end. */
    Draft until(int end) {
        return new Draft(speaker, cueFrom, cueTo, from, end, quotation, act, negated);
    }

    /**
     * Who speaks.
     *
     * @param from index of the first token of the words that say it
     * @param to index behind the last
     * @param entity id of the entity; null where the words stand for none
     * @param person whether it is a person
     */
    record Speaker(int from, int to, Integer entity, boolean person) {}
}
