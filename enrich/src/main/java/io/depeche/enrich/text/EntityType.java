// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/** What an entity is. */
public enum EntityType {
    /** A human being. */
    PERSON,
    /** A body of people: a ministry, a company, an alliance. */
    ORGANISATION,
    /** A country, a town, a region, a road. */
    LOCATION,
    /** A named happening. */
    EVENT,
    /** A named law, treaty, book or film. */
    WORK,
    /** A name of which no more is known. */
    OTHER
}
