// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

/**
 * A verb that announces speech, found in a text. Places are indexes of tokens.
 *
 * @param verb the verb
 * @param form the form that it has with its auxiliaries: FINITE with any
 * @param left its first token with all that stands close before it: [ne l'a pas dit]
 * @param from its first token: the reflexive pronoun or auxiliary where there is one
 * @param to index behind its last token
 * @param behind index that its content is looked for from: behind its particle at the end of the clause, where it has one
 * @param subject whether a pronoun that speaks is hung to it: a-t-il dit
 * @param nobody whether that pronoun stands for nobody
 * @param passive whether it is a passive
 * @param impersonal whether it can do without a subject
 * @param negated whether it is negated
 */
record Cue(
        CueVerb verb,
        VerbForm form,
        int left,
        int from,
        int to,
        int behind,
        boolean subject,
        boolean nobody,
        boolean passive,
        boolean impersonal,
        boolean negated) {

    /** Whether a particle of it stands apart from it: teilte … mit. */
    boolean isSplit() {
        return behind > to;
    }

    /** Index that a subject behind it ends at or before. */
    int subjectEnd(int end) {
        return isSplit() ? behind - 1 : end;
    }
}
