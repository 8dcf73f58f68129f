// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.Figure;
import io.depeche.enrich.text.FigureKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A figure whose currency the rest of the text may still decide.
 *
 * @param figure the figure as its sentence tells it
 * @param family the family of currencies that it can be of, where its own word leaves that open; else null
 */
record FigureDraft(Figure figure, String family) {

    private static final String UNKNOWN_MINOR = "XXX/100";

    /**
     * The figures of a text. A word as "dollar" means the one dollar that the text names in full, if there is only one.
     *
     * @param families currency -> the family that it is of
     */
    static List<Figure> settle(List<FigureDraft> drafts, Map<String, String> families) {
        Map<String, Set<String>> named = new HashMap<>();
        for (FigureDraft draft : drafts) {
            String unit = draft.figure.unit();
            String family = draft.figure.kind() == FigureKind.MONEY && unit != null ? families.get(unit) : null;
            if (family != null) {
                named.computeIfAbsent(family, key -> new HashSet<>()).add(unit);
            }
        }
        return drafts.stream().map(draft -> draft.settled(named)).toList();
    }

    private Figure settled(Map<String, Set<String>> named) {
        if (figure.kind() != FigureKind.MONEY || figure.unit() != null || family == null) {
            return figure;
        }
        if (family.equals("/100")) {
            return withUnit(UNKNOWN_MINOR);
        }
        Set<String> candidates = named.getOrDefault(family, Set.of());
        return candidates.size() == 1 ? withUnit(candidates.iterator().next()) : figure;
    }

    private Figure withUnit(String unit) {
        return new Figure(
                figure.span(),
                figure.kind(),
                figure.value(),
                figure.upper(),
                figure.qualifier(),
                unit,
                figure.counted(),
                figure.owner());
    }
}
