// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/** What a text says of a figure's value. */
public enum Qualifier {
    /** Nothing. */
    EXACT,
    /** A little less or a little more. */
    ABOUT,
    /** More; not the value itself. */
    MORE_THAN,
    /** Less; not the value itself. */
    LESS_THAN,
    /** The value or more. */
    AT_LEAST,
    /** The value or less. */
    AT_MOST,
    /** A little less. */
    NEARLY
}
