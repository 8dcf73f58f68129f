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
 * @param subject whether a pronoun that speaks is hung to it: a-t-il dit
 * @param nobody whether that pronoun stands for nobody
 * @param passive whether it is a passive
 * @param negated whether it is negated
 */
record Cue(
        CueVerb verb,
        VerbForm form,
        int left,
        int from,
        int to,
        boolean subject,
        boolean nobody,
        boolean passive,
        boolean negated) {}
