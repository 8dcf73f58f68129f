// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.event.RawStatement;

/** What has to hold of a record's key for order and revisions to hold. */
final class Identity {

    /**
     * Our own have 32. The key is on every figure of the statement as well: one of a megabyte would be as many megabytes as
     * there are figures.
     */
    private static final int LONGEST = 256;

    private Identity() {}

    /** @throws IllegalArgumentException where the key is not the statement's id or is too long, or there is no statement */
    static void check(String key, RawStatement statement) {
        if (statement == null) {
            throw new IllegalArgumentException("a record of statements.raw with key " + key + " has no value; a"
                    + " withdrawal is a statement with status WITHDRAWN");
        }
        if (!statement.getId().equals(key)) {
            throw new IllegalArgumentException(
                    "the key of the record is " + key + ", the id of its statement " + statement.getId()
                            + "; they have to be the same, for the key decides the partition and with it the order");
        }
        if (key.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the key of the record has " + key.length() + " characters, where " + LONGEST + " are allowed");
        }
    }
}
