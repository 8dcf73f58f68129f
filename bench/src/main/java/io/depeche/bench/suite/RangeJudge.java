// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Figure;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Qualifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges ranges of numbers, which the suite writes as intervals: {@code [10,15)}, {@code (20,)}, {@code (,100]}.
 *
 * <p>Ours is put together from the figures that overlap the expected words: a range figure, or one or two figures whose
 * qualifiers bound it. The suite leaves the upper end of a plain range ("between 20 and 30") open by convention, where
 * a reader would include it; so that bracket is not compared. The place itself is not compared, as ours leaves out
 * qualifiers. A range or a bounded figure where the suite expects none is too many; one without a bound is not, as the
 * suite lists ranges only.
 */
final class RangeJudge implements Judge {

    /**
     * An interval.
     *
     * @param lower its lower end, or null
     * @param lowerIncluded whether that is a part of it
     * @param upper its upper end, or null
     * @param upperIncluded whether that is a part of it
     * @param plain whether it is a plain range, whose upper bracket says nothing
     */
    record Interval(String lower, boolean lowerIncluded, String upper, boolean upperIncluded, boolean plain) {

        static Interval parse(String suite) {
            int comma = suite.indexOf(',');
            String lower = suite.substring(1, comma);
            String upper = suite.substring(comma + 1, suite.length() - 1);
            return new Interval(
                    lower.isBlank() ? null : lower,
                    suite.startsWith("["),
                    upper.isBlank() ? null : upper,
                    suite.endsWith("]"),
                    false);
        }

        boolean sameAs(Interval ours) {
            return sameEnd(lower, lowerIncluded, ours.lower, ours.lowerIncluded, false)
                    && sameEnd(upper, upperIncluded, ours.upper, ours.upperIncluded, ours.plain);
        }

        private static boolean sameEnd(
                String suite, boolean suiteIncluded, String ours, boolean oursIncluded, boolean anyBracket) {
            if (suite == null || ours == null) {
                return suite == null && ours == null;
            }
            return Decimal.same(suite, ours) && (anyBracket || suiteIncluded == oursIncluded);
        }
    }

    @Override
    public Verdict judge(SuiteCase suiteCase, Annotations found) {
        List<Figure> figures = found.get(Layers.FIGURES).stream()
                .filter(figure -> figure.value() != null)
                .toList();
        List<String> missing = new ArrayList<>();
        for (Expected result : suiteCase.expected()) {
            List<Figure> inside = figures.stream()
                    .filter(figure -> Places.overlap(figure.span(), result.span()))
                    .toList();
            Interval ours = interval(inside);
            if (ours == null || !Interval.parse(result.value()).sameAs(ours)) {
                missing.add(result.text() + " = " + result.value() + ", not "
                        + inside.stream()
                                .map(figure -> Words.of(suiteCase.input(), figure))
                                .toList());
            }
        }
        List<String> extra = figures.stream()
                .filter(figure -> figure.upper() != null || isBound(figure.qualifier()))
                .filter(figure ->
                        suiteCase.expected().stream().noneMatch(result -> Places.overlap(figure.span(), result.span())))
                .map(figure -> Words.of(suiteCase.input(), figure))
                .toList();
        return new Verdict(missing, extra, List.of());
    }

    private static boolean isBound(Qualifier qualifier) {
        return isLower(qualifier) || isUpper(qualifier);
    }

    private static boolean isLower(Qualifier qualifier) {
        return qualifier == Qualifier.MORE_THAN || qualifier == Qualifier.AT_LEAST;
    }

    private static boolean isUpper(Qualifier qualifier) {
        return qualifier == Qualifier.LESS_THAN || qualifier == Qualifier.AT_MOST;
    }

    /** The interval that figures make up, or null. */
    static Interval interval(List<Figure> figures) {
        if (figures.size() == 1) {
            Figure figure = figures.get(0);
            if (figure.upper() != null) {
                return new Interval(figure.value(), true, figure.upper(), false, true);
            }
            if (figure.qualifier() == Qualifier.EXACT) {
                return new Interval(figure.value(), true, figure.value(), true, false);
            }
        }
        Figure lower = null;
        Figure upper = null;
        for (Figure figure : figures) {
            if (isLower(figure.qualifier()) && lower == null) {
                lower = figure;
            } else if (isUpper(figure.qualifier()) && upper == null) {
                upper = figure;
            } else {
                return null;
            }
        }
        return lower == null && upper == null
                ? null
                : new Interval(
                        lower == null ? null : lower.value(),
                        lower != null && lower.qualifier() == Qualifier.AT_LEAST,
                        upper == null ? null : upper.value(),
                        upper != null && upper.qualifier() == Qualifier.AT_MOST,
                        false);
    }
}
