// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/** What somebody does by saying something; SAID where the words that announce it say no more. */
public enum SpeechAct {
    SAID,
    DENIED,
    CONFIRMED,
    ASKED,
    PROMISED,
    DEMANDED,
    WARNED,
    AGREED,
    REFUSED,
    PROPOSED,
    ACCUSED,
    PRAISED,
    CRITICISED,
    ANNOUNCED,
    THOUGHT
}
