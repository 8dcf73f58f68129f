// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/** What kind of figure it is, as its unit says. */
public enum FigureKind {
    /** A count or a bare number. */
    CARDINAL,
    /** A rank. */
    ORDINAL,
    /** An amount of money. */
    MONEY,
    /** Parts of a hundred. */
    PERCENT,
    /** A length, a weight, an area, … */
    MEASURE,
    /** An age. */
    AGE,
    /** A temperature. */
    TEMPERATURE
}
