// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.DateExpression;
import io.depeche.enrich.text.DateType;
import io.depeche.enrich.text.Layers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Judges dates, times, lengths of time and recurring times: value, kind and place.
 *
 * <p>A case is right if all that the suite expects was found, and nothing else of the kind that the file lists.
 *
 * <ul>
 *   <li>A value is right if it is the same, by {@link DateForms}, as the TIMEX of any reading of the suite, or as what
 *       any of them comes to: where the text leaves the year, or morning and evening, open, the suite lists both
 *       readings, and we may have decided by the date of issue. Where it gives no value, as for feasts of the lunar
 *       calendar, the place decides.
 *   <li>Lengths and recurring times have to be found as such; a date and a time of the day may stand for one another,
 *       as the suite draws that line elsewhere ("now" is a time to it, "Tuesday morning" a period).
 *   <li>Places are compared without {@link LooseWords} at their ends: the suite counts "from 4 to 5" and "since August"
 *       whole, and our values have no modifiers.
 * </ul>
 */
final class DateJudge implements Judge {

    private final LooseWords looseWords;
    private final DateKind kind;

    /** @param kind what the suite lists in the cases to be judged */
    DateJudge(LooseWords looseWords, DateKind kind) {
        this.looseWords = looseWords;
        this.kind = kind;
    }

    @Override
    public Verdict judge(SuiteCase suiteCase, Annotations found) {
        List<DateExpression> dates = found.get(Layers.DATES);
        Set<DateExpression> used = new HashSet<>();
        List<String> missing = new ArrayList<>();
        for (Expected result : suiteCase.expected()) {
            List<DateExpression> matching = dates.stream()
                    .filter(date -> matches(suiteCase.input(), result, date))
                    .toList();
            used.addAll(matching);
            if (matching.isEmpty()) {
                missing.add(result.text() + " = "
                        + result.candidates().stream()
                                .map(Candidate::timex)
                                .distinct()
                                .toList()
                        + " " + result.type());
            }
        }
        List<String> extra = dates.stream()
                .filter(date -> !used.contains(date) && kind.includes(date))
                .map(date -> Words.of(suiteCase.input(), date))
                .toList();
        return new Verdict(missing, extra, List.of());
    }

    private boolean matches(String text, Expected result, DateExpression date) {
        if (!sameType(result.type(), date.type())
                || !looseWords.core(text, result.span()).equals(looseWords.core(text, date.span()))) {
            return false;
        }
        Set<String> ours = DateForms.ofOurs(date.value());
        List<Set<String>> readings =
                result.candidates().stream().map(DateForms::ofSuite).toList();
        return readings.stream().allMatch(Set::isEmpty)
                || readings.stream().anyMatch(reading -> reading.stream().anyMatch(ours::contains));
    }

    private static boolean sameType(String suite, DateType ours) {
        String type = suite.toLowerCase(Locale.ROOT);
        if (type.endsWith("duration")) {
            return ours == DateType.DURATION;
        }
        if (type.endsWith("set")) {
            return ours == DateType.SET;
        }
        return ours == DateType.DATE || ours == DateType.TIME;
    }
}
