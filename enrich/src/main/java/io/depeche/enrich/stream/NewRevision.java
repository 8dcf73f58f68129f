// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.event.RawStatement;
import io.depeche.event.RevisionState;

/**
 * A statement that says something new.
 *
 * @param statement the statement
 * @param fingerprint of what it says
 * @param last what is remembered of its last revision; null for a first one
 */
record NewRevision(RawStatement statement, String fingerprint, RevisionState last) {

    int number() {
        return last == null ? 1 : last.getRevision() + 1;
    }
}
