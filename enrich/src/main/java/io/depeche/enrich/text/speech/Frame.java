// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

/** What a verb that announces speech takes as its content. */
enum Frame {
    /** A clause with a conjunction: a dit que. */
    CLAUSE,
    /** A clause without one: said he would. */
    BARE,
    /** A clause without one behind a comma, told by the form of its verb: sagte, er werde. */
    REPORTED,
    /** A clause that asks: demande si. */
    QUESTION,
    /** What is in quotation marks, or stands before: « … », a-t-il lancé. */
    QUOTE,
    /** An infinitive: a promis de payer. */
    INFINITIVE,
    /** An infinitive at the end of its clause, behind a comma: bat, ihm zu helfen. */
    INFINITIVE_LAST,
    /** A noun phrase: a annoncé la fermeture. */
    NOUN,
    /** A noun phrase behind a preposition: a appelé à la libération. */
    OBJECT,
    /** What somebody is charged with, behind a preposition, also where that is a passive: accusé de fraude. */
    CHARGE,
    /** An adjective or participle: s'est dit préoccupé. */
    ADJECTIVE,
    /** What is called something: called it a mistake. */
    CALL,
    /** A noun phrase with something in quotation marks in it: juge X « indigne ». */
    QUOTED,
    /** A noun phrase and what it is held to be: considère A comme B. */
    COMPARED,
    /** Nothing, as with these words behind it a verb says something else: accuse une baisse, menace de mort. */
    NOTHING,
    /** Nothing where the verb is a passive: il est prévu que. */
    ACTIVE,
    /** No passive, as être is the auxiliary of its past: est allé jusqu'à dire que. */
    INTRANSITIVE,
    /** Nothing where the subject is no document: shows that. */
    DOCUMENT,
    /** Nothing where the subject is a court, which punishes by it: a condamné X à une amende. */
    VERDICT,
    /** Nothing behind it where the subject is somebody: on apprend que, but not il apprend que. */
    HEARSAY,
    /** Somebody that it is said to may stand before the content: accuse X de. */
    PERSON
}
