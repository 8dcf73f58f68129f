// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/** How a place in the text refers to an entity. */
public enum MentionKind {
    /** By its full name. */
    NAME,
    /** By a part of it, as a surname. */
    PARTIAL,
    /** By an office that stands for the person. */
    ROLE,
    /** By a pronoun. */
    PRONOUN
}
