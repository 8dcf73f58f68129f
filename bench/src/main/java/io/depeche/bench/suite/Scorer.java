// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Annotator;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.FigureKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Annotates the cases of one language and counts which are right. */
final class Scorer {

    /** Is told of each wrong case. */
    interface Failures {

        /**
         * A case is wrong.
         *
         * @param file as {@link SuiteModel#key} names it
         */
        void wrong(String file, SuiteCase suiteCase, Verdict verdict);
    }

    private final Annotator annotator;
    private final SetAside setAside;
    private final String tag;
    private final Map<Group, Judge> judges = new EnumMap<>(Group.class);
    private final LooseWords looseWords;

    /** @param tag BCP 47 tag of the language */
    Scorer(Annotator annotator, SetAside setAside, String tag) {
        this.annotator = annotator;
        this.setAside = setAside;
        this.tag = tag;
        UnitNames units = new UnitNames(tag);
        judges.put(Group.NUMBER, new FigureJudge(FigureKind.CARDINAL, units));
        judges.put(Group.ORDINAL, new FigureJudge(FigureKind.ORDINAL, units));
        judges.put(Group.PERCENT, new FigureJudge(FigureKind.PERCENT, units));
        judges.put(Group.CURRENCY, new FigureJudge(FigureKind.MONEY, units));
        judges.put(Group.DIMENSION, new FigureJudge(FigureKind.MEASURE, units));
        judges.put(Group.AGE, new FigureJudge(FigureKind.AGE, units));
        judges.put(Group.TEMPERATURE, new FigureJudge(FigureKind.TEMPERATURE, units));
        judges.put(Group.NUMBER_RANGE, new RangeJudge());
        looseWords = new LooseWords(tag);
    }

    /**
     * Counts cases.
     *
     * @param file as {@link SuiteModel#key} names it
     */
    Score score(SuiteModel model, String file, List<SuiteCase> cases, Failures failures) {
        Judge judge =
                model.group() == Group.DATE_TIME ? new DateJudge(looseWords, model.kind()) : judges.get(model.group());
        int right = 0;
        int aside = 0;
        List<String> unitsNotCompared = new ArrayList<>();
        for (SuiteCase suiteCase : cases) {
            if (setAside.contains(file, suiteCase)) {
                aside++;
                continue;
            }
            Annotations found = annotator.annotate(Document.of(suiteCase.input(), tag, suiteCase.referenceDate()));
            Verdict verdict = judge.judge(suiteCase, found);
            unitsNotCompared.addAll(verdict.unitsNotCompared());
            if (verdict.right()) {
                right++;
            } else {
                failures.wrong(file, suiteCase, verdict);
            }
        }
        return new Score(cases.size() - aside, right, aside, List.copyOf(unitsNotCompared));
    }
}
