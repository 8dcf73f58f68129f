// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

/** What form of a verb a word is. */
enum VerbForm {
    /** Has a subject by itself: dit, said. */
    FINITE,
    /** Stands behind an auxiliary: déclaré. */
    PARTICIPLE,
    /** Goes on from another clause: ajoutant, adding. */
    GERUND,
    /** Stands behind a form of to be: was saying. */
    PROGRESSIVE,
    /** Stands behind a modal verb or a preposition: dire. */
    INFINITIVE,
    /** Needs no subject: сообщается; where it is FINITE too, it can do without one: сообщили. */
    IMPERSONAL
}
