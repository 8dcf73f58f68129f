// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/** How much of its work an analyser did on a text, so that an empty result can be told from a missing one. */
public enum Coverage {
    /** All that it can do. */
    RAN,
    /** For this language or this text, only a part of it; what is missing from the result may be in the text. */
    PARTIAL,
    /** It has nothing for this language. */
    NOT_FOR_THIS_LANGUAGE,
    /** It broke on this text; its result is empty. */
    FAILED
}
