// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import java.util.List;

/**
 * What came of one case.
 *
 * @param missing what was expected and not found; in words, for people
 * @param extra what was found and not expected; in words, for people
 * @param unitsNotCompared names of units that could not be looked up, so that only value and place were compared
 */
record Verdict(List<String> missing, List<String> extra, List<String> unitsNotCompared) {

    boolean right() {
        return missing.isEmpty() && extra.isEmpty();
    }
}
