// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that the CLDR has for units of measure in one language, in all plural forms and grammatical cases.
 *
 * <p>They are read from ICU's data as they lie there: to format a sample for each of them takes seconds.
 */
final class MeasureNames {

    private static final String UNITS = "com/ibm/icu/impl/data/icudata/unit";
    private static final String NUMBER = "{0}";

    private final Map<String, Set<String>> names = new HashMap<>();

    MeasureNames(ULocale locale) {
        UResourceBundle kinds = UResourceBundle.getBundleInstance(UNITS, locale).get("units");
        for (int i = 0; i < kinds.getSize(); i++) {
            UResourceBundle kind = kinds.get(i);
            for (int j = 0; kind.getType() == UResourceBundle.TABLE && j < kind.getSize(); j++) {
                UResourceBundle unit = kind.get(j);
                if (unit.getType() == UResourceBundle.TABLE) {
                    collect(unit, names.computeIfAbsent(unit.getKey(), key -> new TreeSet<>()));
                }
            }
        }
    }

    private static void collect(UResourceBundle table, Set<String> names) {
        for (int i = 0; i < table.getSize(); i++) {
            UResourceBundle entry = table.get(i);
            if (entry.getType() == UResourceBundle.TABLE) {
                collect(entry, names);
            } else if (entry.getType() == UResourceBundle.STRING
                    && entry.getString().contains(NUMBER)) {
                String name = entry.getString()
                        .replace(NUMBER, " ")
                        .replace('\u00A0', ' ')
                        .strip();
                if (!name.isEmpty() && name.indexOf('{') < 0) {
                    names.add(name);
                }
            }
        }
    }

    /** The names of a unit by its CLDR identifier: square-kilometer; none where the language has none. */
    Set<String> of(String id) {
        return names.getOrDefault(id, Set.of());
    }
}
