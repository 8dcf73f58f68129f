// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

/** What the pattern of a rule means. */
@FunctionalInterface
interface Meaning {

    /**
     * Reads a match.
     *
     * @param found what the slots were filled with
     * @param issue the date of issue
     * @return null where it means nothing: there is no 31 February
     */
    Value read(Found found, Anchor issue);
}
