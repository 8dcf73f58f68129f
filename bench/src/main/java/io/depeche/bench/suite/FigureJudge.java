// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.DateExpression;
import io.depeche.enrich.text.Figure;
import io.depeche.enrich.text.FigureKind;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges numbers, ordinals, percentages and numbers with units: value, place and unit.
 *
 * <p>A case is right if all that the suite expects was found and nothing else. What the suite gives no value (a bare
 * "percent" or "fahrenheit") and relative ordinals ("the next one") are no figures of ours: they are left out, as is
 * what we find inside them.
 *
 * <ul>
 *   <li>Places are compared by {@link Places#same}. A range of ours ("40 - 50 years") answers to both of its numbers,
 *       since these models of the suite have no ranges and list one end or both.
 *   <li>A bare number is also right inside a figure with a unit ("20" in "$20", as the suite's number model knows no
 *       units) as long as the rest of that figure has no digits, and inside one of our dates ("3" in "in 3 years").
 *       Figures with a unit are not held to be too many where the suite asks for bare numbers: its other models have
 *       them.
 *   <li>Units are compared as {@link UnitNames} says.
 * </ul>
 */
final class FigureJudge implements Judge {

    private final FigureKind kind;
    private final UnitNames units;

    /**
     * @param kind kind that is asked for; {@link FigureKind#CARDINAL} for the suite's numbers
     * @param units units' names in the language of the cases
     */
    FigureJudge(FigureKind kind, UnitNames units) {
        this.kind = kind;
        this.units = units;
    }

    @Override
    public Verdict judge(SuiteCase suiteCase, Annotations found) {
        List<Expected> expected = new ArrayList<>();
        List<Span> ignored = new ArrayList<>();
        for (Expected result : suiteCase.expected()) {
            if (result.value() == null || "ordinal.relative".equals(result.type())) {
                ignored.add(result.span());
            } else {
                expected.add(result);
            }
        }
        List<Figure> figures = found.get(Layers.FIGURES).stream()
                .filter(figure -> figure.value() != null
                        && (kind == FigureKind.CARDINAL ? figure.kind() != FigureKind.ORDINAL : figure.kind() == kind))
                .toList();
        List<String> missing = new ArrayList<>();
        List<String> notCompared = new ArrayList<>();
        for (Expected result : expected) {
            AcceptedUnits accepted = accepted(result);
            if (accepted.isUnknown() && result.unit() != null) {
                notCompared.add(result.unit());
            }
            boolean isFound = figures.stream()
                            .anyMatch(figure ->
                                    matches(suiteCase.input(), result, figure) && accepted.accepts(figure.unit()))
                    || (kind == FigureKind.CARDINAL && isInDate(suiteCase.input(), result, found.get(Layers.DATES)));
            if (!isFound) {
                missing.add(result.text() + " = " + result.value()
                        + (result.unit() == null ? "" : " " + result.unit() + " " + accepted));
            }
        }
        List<String> extra = figures.stream()
                .filter(figure -> kind != FigureKind.CARDINAL || figure.kind() == FigureKind.CARDINAL)
                .filter(figure -> ignored.stream().noneMatch(span -> Places.overlap(span, figure.span())))
                .filter(figure -> expected.stream().noneMatch(result -> matches(suiteCase.input(), result, figure)))
                .map(figure -> Words.of(suiteCase.input(), figure))
                .toList();
        return new Verdict(missing, extra, notCompared);
    }

    private AcceptedUnits accepted(Expected result) {
        return switch (kind) {
            case CARDINAL, ORDINAL, PERCENT -> AcceptedUnits.ANY;
            case MONEY -> units.money(result.unit(), result.currency());
            case MEASURE -> units.measure(result.unit());
            case AGE -> units.age(result.unit());
            case TEMPERATURE -> units.temperature(result.unit());
        };
    }

    private boolean matches(String text, Expected result, Figure figure) {
        boolean range = figure.upper() != null;
        boolean value =
                Decimal.same(result.value(), figure.value()) || (range && Decimal.same(result.value(), figure.upper()));
        if (!value || !Places.contains(text, figure.span(), result.span())) {
            return false;
        }
        return range
                || Places.same(text, figure.span(), result.span())
                || (kind == FigureKind.CARDINAL
                        && figure.kind() != FigureKind.CARDINAL
                        && isUnit(text.substring(
                                figure.span().start(),
                                Math.max(figure.span().start(), result.span().start())))
                        && isUnit(text.substring(
                                Math.min(figure.span().end(), result.span().end()),
                                figure.span().end())));
    }

    private static boolean isUnit(String rest) {
        return rest.codePoints().noneMatch(Character::isDigit);
    }

    private static boolean isInDate(String text, Expected result, List<DateExpression> dates) {
        return dates.stream().anyMatch(date -> Places.contains(text, date.span(), result.span()));
    }
}
