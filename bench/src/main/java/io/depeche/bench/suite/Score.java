// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of some cases.
 *
 * @param cases how many were counted
 * @param right how many of these are right
 * @param setAside how many were not counted
 * @param unitsNotCompared names of units that could not be looked up, one for each time
 */
record Score(int cases, int right, int setAside, List<String> unitsNotCompared) {

    static final Score NONE = new Score(0, 0, 0, List.of());

    Score plus(Score other) {
        List<String> names = new ArrayList<>(unitsNotCompared);
        names.addAll(other.unitsNotCompared);
        return new Score(cases + other.cases, right + other.right, setAside + other.setAside, List.copyOf(names));
    }
}
