// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The units of ours that a unit of the suite stands for.
 *
 * @param codes codes of ours; {@link #NONE} for no unit, {@link #MINOR} for a hundredth of any currency; no codes where
 *     the suite's name is not known, so that any unit will do
 */
record AcceptedUnits(Set<String> codes) {

    /** The text does not decide the unit. */
    static final String NONE = "";

    /** Such as GBP/100, or XXX/100 where the currency is not decided. */
    static final String MINOR = "/100";

    static final AcceptedUnits ANY = new AcceptedUnits(Set.of());

    static AcceptedUnits of(String... codes) {
        return new AcceptedUnits(Set.of(codes));
    }

    static AcceptedUnits of(List<String> codes) {
        return new AcceptedUnits(Set.copyOf(codes));
    }

    boolean isUnknown() {
        return codes.isEmpty();
    }

    boolean accepts(String unit) {
        if (isUnknown()) {
            return true;
        }
        return unit == null
                ? codes.contains(NONE)
                : codes.contains(unit) || (codes.contains(MINOR) && unit.endsWith(MINOR));
    }

    @Override
    public String toString() {
        return isUnknown()
                ? "(any unit)"
                : codes.stream()
                        .map(code -> code.equals(NONE) ? "no unit" : code)
                        .sorted()
                        .collect(Collectors.joining(" or ", "(", ")"));
    }
}
