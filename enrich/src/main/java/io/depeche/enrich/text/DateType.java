// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/** The types of TIMEX3 (ISO 24617-1). */
public enum DateType {
    /** A calendar date of any precision down to the day. */
    DATE,
    /** A time of the day. */
    TIME,
    /** A length of time. */
    DURATION,
    /** A recurring time. */
    SET
}
