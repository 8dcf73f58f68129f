// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Annotator;
import io.depeche.enrich.text.DateExpression;
import io.depeche.enrich.text.DateType;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Figure;
import io.depeche.enrich.text.FigureKind;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Qualifier;
import io.depeche.enrich.text.Span;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has a text, what the suite expects of it, and what might be found. */
final class JudgesTest {

    private final UnitNames english = new UnitNames("en");
    private final Judge numbers = new FigureJudge(FigureKind.CARDINAL, english);
    private final Judge money = new FigureJudge(FigureKind.MONEY, english);
    private final Judge ages = new FigureJudge(FigureKind.AGE, english);
    private final Judge temperatures = new FigureJudge(FigureKind.TEMPERATURE, english);
    private final Judge ordinals = new FigureJudge(FigureKind.ORDINAL, english);
    private final Judge ranges = new RangeJudge();
    private final Judge dates = new DateJudge(new LooseWords("en"), DateKind.ANY);

    @Test
    void numberIsRightByValueAndPlace() {
        String text = "I see 1,5 of them";

        assertThat(numbers.judge(number(text, "1,5", "1,5"), figures(text, cardinal(text, "1,5", "1.5")))
                        .right())
                .isTrue();
        assertThat(numbers.judge(number(text, "1,5", "1,5"), figures(text, cardinal(text, "1,5", "15")))
                        .right())
                .isFalse();
        assertThat(numbers.judge(number(text, "1,5", "1,5"), figures(text, cardinal(text, "1", "1.5")))
                        .right())
                .isFalse();
    }

    @Test
    void numberIsRightInsideAFigureWithAUnitButNotInsideAnotherNumber() {
        String text = "cost $20 in all";
        Figure dollars = figure(text, "$20", FigureKind.MONEY, "20", null, Qualifier.EXACT, null);

        assertThat(numbers.judge(number(text, "20", "20"), figures(text, dollars))
                        .right())
                .isTrue();
        assertThat(numbers.judge(number(text, "20", "20"), figures(text, cardinal(text, "$20", "20")))
                        .right())
                .isFalse();
    }

    @Test
    void numberIsRightInsideADate() {
        String text = "in 3 years";

        assertThat(numbers.judge(
                                number(text, "3", "3"),
                                dates(text, new DateExpression(new Span(0, 10), DateType.DATE, "2019", null)))
                        .right())
                .isTrue();
    }

    @Test
    void numberThatTheSuiteDoesNotListIsTooManyUnlessItHasAUnit() {
        String text = "the 180 ml one";
        SuiteCase none = new SuiteCase(text, null, List.of());

        assertThat(numbers.judge(none, figures(text, cardinal(text, "one", "1")))
                        .extra())
                .containsExactly("one = 1 CARDINAL");
        assertThat(numbers.judge(
                                none,
                                figures(
                                        text,
                                        figure(text, "180 ml", FigureKind.MEASURE, "180", null, Qualifier.EXACT, "mL")))
                        .right())
                .isTrue();
    }

    @Test
    void unitIsComparedAndBracketsAreNot() {
        String text = "only 20 (dollars)";
        SuiteCase expected = new SuiteCase(
                text, null, List.of(expected(text, "20 (dollars)", "currency", "20", "United States dollar", "USD")));

        assertThat(money.judge(expected, figures(text, dollars(text, "20 (dollars", "USD")))
                        .right())
                .isTrue();
        assertThat(money.judge(expected, figures(text, dollars(text, "20 (dollars)", null)))
                        .right())
                .isFalse();
    }

    @Test
    void resultWithoutValueIsIgnoredOnBothSides() {
        String text = "10 celsius to fahrenheit";
        SuiteCase expected = new SuiteCase(
                text,
                null,
                List.of(
                        expected(text, "10 celsius", "temperature", "10", "C", null),
                        expected(text, "fahrenheit", "temperature", null, "F", null)));
        Figure ten = figure(text, "10 celsius", FigureKind.TEMPERATURE, "10", null, Qualifier.EXACT, "Cel");
        Figure bare = figure(text, "fahrenheit", FigureKind.TEMPERATURE, "1", null, Qualifier.EXACT, "[degF]");

        assertThat(temperatures.judge(expected, figures(text, ten)).right()).isTrue();
        assertThat(temperatures.judge(expected, figures(text, ten, bare)).right())
                .isTrue();
    }

    @Test
    void relativeOrdinalIsIgnored() {
        String text = "the next to last page";
        SuiteCase expected = new SuiteCase(
                text, null, List.of(expected(text, "next to last", "ordinal.relative", "end - 1", null, null)));

        assertThat(ordinals.judge(expected, figures(text)).right()).isTrue();
    }

    @Test
    void rangeAnswersToItsEnds() {
        String text = "about 40 - 50 years old";
        SuiteCase expected =
                new SuiteCase(text, null, List.of(expected(text, "50 years old", "age", "50", "Year", null)));

        assertThat(ages.judge(
                                expected,
                                figures(
                                        text,
                                        figure(
                                                text,
                                                "40 - 50 years old",
                                                FigureKind.AGE,
                                                "40",
                                                "50",
                                                Qualifier.ABOUT,
                                                "a")))
                        .right())
                .isTrue();
    }

    @Test
    void intervalIsPutTogetherFromQualifiers() {
        String text = "larger than 20 and at most 35";
        SuiteCase expected =
                new SuiteCase(text, null, List.of(expected(text, text, "numberrange", "(20,35]", null, null)));
        Figure twenty = figure(text, "20", FigureKind.CARDINAL, "20", null, Qualifier.MORE_THAN, null);
        Figure atMost = figure(text, "35", FigureKind.CARDINAL, "35", null, Qualifier.AT_MOST, null);
        Figure lessThan = figure(text, "35", FigureKind.CARDINAL, "35", null, Qualifier.LESS_THAN, null);

        assertThat(ranges.judge(expected, figures(text, twenty, atMost)).right())
                .isTrue();
        assertThat(ranges.judge(expected, figures(text, twenty, lessThan)).right())
                .isFalse();
        assertThat(ranges.judge(expected, figures(text, twenty)).right()).isFalse();
    }

    @Test
    void upperBracketOfAPlainRangeSaysNothing() {
        String text = "between 20 and 30";
        Figure range = figure(text, "20 and 30", FigureKind.CARDINAL, "20", "30", Qualifier.EXACT, null);

        for (String interval : List.of("[20,30)", "[20,30]")) {
            assertThat(ranges.judge(
                                    new SuiteCase(
                                            text,
                                            null,
                                            List.of(expected(text, text, "numberrange", interval, null, null))),
                                    figures(text, range))
                            .right())
                    .isTrue();
        }
    }

    @Test
    void boundedFigureWhereNoRangeIsExpectedIsTooMany() {
        String text = "more than 20";

        assertThat(ranges.judge(
                                new SuiteCase(text, null, List.of()),
                                figures(
                                        text,
                                        figure(text, "20", FigureKind.CARDINAL, "20", null, Qualifier.MORE_THAN, null)))
                        .right())
                .isFalse();
    }

    @Test
    void dateIsRightWithoutItsPreposition() {
        String text = "open since the 4th of May, ok";
        SuiteCase expected = new SuiteCase(
                text, null, List.of(date(text, "since the 4th of May", "datetimeV2.daterange", "XXXX-05-04")));

        assertThat(dates.judge(expected, dates(text, date(text, "4th of May", DateType.DATE, "XXXX-05-04")))
                        .right())
                .isTrue();
        assertThat(dates.judge(expected, dates(text, date(text, "May", DateType.DATE, "XXXX-05-04")))
                        .right())
                .isFalse();
    }

    @Test
    void lengthIsNoRecurringTime() {
        String text = "leave weekly";
        SuiteCase expected = new SuiteCase(text, null, List.of(date(text, "weekly", "datetimeV2.set", "P1W")));

        assertThat(dates.judge(expected, dates(text, date(text, "weekly", DateType.SET, "P1W")))
                        .right())
                .isTrue();
        assertThat(dates.judge(expected, dates(text, date(text, "weekly", DateType.DURATION, "P1W")))
                        .right())
                .isFalse();
    }

    @Test
    void dateThatTheSuiteDoesNotListIsTooMany() {
        String text = "it may be";

        assertThat(dates.judge(
                                new SuiteCase(text, null, List.of()),
                                dates(text, date(text, "may", DateType.DATE, "XXXX-05")))
                        .extra())
                .containsExactly("may = XXXX-05 DATE");
    }

    @Test
    void fileOfOneKindSaysNothingOfOthers() {
        String text = "3pm, this week";
        SuiteCase expected = new SuiteCase(text, null, List.of(date(text, "this week", "daterange", "2016-W45")));
        DateExpression week = date(text, "this week", DateType.DATE, "2016-W45");
        DateExpression time = date(text, "3pm", DateType.TIME, "T15");

        assertThat(dates.judge(expected, dates(text, time, week)).right()).isFalse();
        assertThat(new DateJudge(new LooseWords("en"), DateKind.PERIOD)
                        .judge(expected, dates(text, time, week))
                        .right())
                .isTrue();
    }

    @Test
    void dateWithoutValueIsRightByItsPlace() {
        String text = "Ramadan begins";
        SuiteCase expected = new SuiteCase(text, null, List.of(date(text, "Ramadan", "date", null)));

        assertThat(dates.judge(expected, dates(text, date(text, "Ramadan", DateType.DATE, "XXXX")))
                        .right())
                .isTrue();
        assertThat(dates.judge(expected, dates(text)).right()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 2016-11-07, DATE",
        "DATE, XXXX-WXX-5, DATE",
        "DATE, XXXX-11-WXX-4-4, DATE",
        "DATE, 2016-11, PERIOD",
        "DATE, 2016-11-07/2016-11-09, PERIOD",
        "DATE, PRESENT_REF, DATE_TIME",
        "TIME, T15:30, TIME",
        "TIME, TMO, TIME_PERIOD",
        "TIME, T15/T16, TIME_PERIOD",
        "TIME, 2016-11-07T15, DATE_TIME",
        "TIME, 2016-11-07TMO, DATE_TIME_PERIOD",
        "TIME, 2016-11-07T15/2016-11-07T16, DATE_TIME_PERIOD",
        "DURATION, P3D, DURATION",
        "SET, P1D, SET",
    })
    void kindIsToldByTypeAndValue(DateType type, String value, DateKind kind) {
        assertThat(DateKind.of(type, value)).isEqualTo(kind);
    }

    private static SuiteCase number(String text, String words, String value) {
        return new SuiteCase(text, null, List.of(expected(text, words, "number", value, null, null)));
    }

    private static Expected expected(
            String text, String words, String type, String value, String unit, String currency) {
        return new Expected(words, place(text, words), type, value, unit, currency, List.of());
    }

    private static Expected date(String text, String words, String type, String timex) {
        return new Expected(
                words, place(text, words), type, null, null, null, List.of(new Candidate(timex, null, null, null)));
    }

    private static DateExpression date(String text, String words, DateType type, String value) {
        return new DateExpression(place(text, words), type, value, null);
    }

    private static Figure cardinal(String text, String words, String value) {
        return figure(text, words, FigureKind.CARDINAL, value, null, Qualifier.EXACT, null);
    }

    private static Figure dollars(String text, String words, String unit) {
        return figure(text, words, FigureKind.MONEY, "20", null, Qualifier.EXACT, unit);
    }

    private static Figure figure(
            String text, String words, FigureKind kind, String value, String upper, Qualifier qualifier, String unit) {
        return new Figure(place(text, words), kind, value, upper, qualifier, unit, null, null);
    }

    private static Span place(String text, String words) {
        int start = text.indexOf(words);
        return new Span(start, start + words.length());
    }

    private static Annotations figures(String text, Figure... figures) {
        return found(text, Layers.FIGURES, List.of(figures));
    }

    private static Annotations dates(String text, DateExpression... dates) {
        return found(text, Layers.DATES, List.of(dates));
    }

    private static <T> Annotations found(String text, Layer<T> layer, T value) {
        return new Annotator(List.of(new Analyser<T>() {

                    @Override
                    public Layer<T> layer() {
                        return layer;
                    }

                    @Override
                    public Set<Layer<?>> needs() {
                        return Set.of();
                    }

                    @Override
                    public String version() {
                        return "test";
                    }

                    @Override
                    public Analysed<T> analyse(Document document) {
                        return Analysed.ran(value);
                    }
                }))
                .annotate(Document.of(text, null, null));
    }
}
