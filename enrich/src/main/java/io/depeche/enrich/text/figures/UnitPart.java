// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The smaller unit that is told behind a unit of measure: feet and inches.
 *
 * @param code its UCUM code
 * @param count how many of them make one of the larger unit
 * @param hyphen whether it can be left out behind a hyphen: 6-foot-4
 * @param bare whether it can be left out behind two digits that end the phrase: 1 m 80
 * @param symbol how it is written only there, as it is another word elsewhere: 6 ft 4 in; or null
 */
record UnitPart(String code, int count, boolean hyphen, boolean bare, String symbol) {

    private static final String HYPHEN = "HYPHEN";
    private static final String BARE = "BARE";

    /** The parts of the units of measure that are told in smaller ones, by the UCUM code of the larger. */
    static Map<String, UnitPart> of(Lexicon common) {
        Map<String, Unit> measures = common.map(Section.MEASURES, Unit::parse);
        return common.entries(Section.UNIT_PARTS).stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> common.read(entry, part -> code(measures, entry.key())),
                        entry -> common.read(entry, part -> parse(measures, part))));
    }

    /** Reads {@code inch 12 HYPHEN in} or {@code centimeter 100 BARE}. */
    private static UnitPart parse(Map<String, Unit> measures, String value) {
        List<String> parts = List.of(value.split(" ", -1));
        if (parts.size() < 2) {
            throw new IllegalArgumentException("expected a unit and how many of it make the larger one, then " + HYPHEN
                    + ", " + BARE + " or what it is written as");
        }
        List<String> rest = parts.subList(2, parts.size());
        return new UnitPart(
                code(measures, parts.get(0)),
                Integer.parseInt(parts.get(1)),
                rest.contains(HYPHEN),
                rest.contains(BARE),
                rest.stream()
                        .filter(word -> !word.equals(HYPHEN) && !word.equals(BARE))
                        .findFirst()
                        .orElse(null));
    }

    private static String code(Map<String, Unit> measures, String name) {
        Unit unit = measures.get(name);
        if (unit == null) {
            throw new IllegalArgumentException("\"" + name + "\" is not in [measures]");
        }
        return unit.code();
    }
}
