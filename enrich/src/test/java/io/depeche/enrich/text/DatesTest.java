// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-01              | lundi 23 janvier: 2023-01-23 @ 2023-01",
                "2023-01-23T10:00:00Z | lundi 23 janvier: 2023-01-23 @ 2023-01-23",
                "2022-12-30           | lundi 23 janvier: 2023-01-23 @ 2022-12-30",
                "2023-08-15           | lundi 23 janvier: 2023-01-23 @ 2023-08-15",
                "2023                 | lundi 23 janvier: XXXX-01-23",
                "hier                 | lundi 23 janvier: XXXX-01-23",
                "                     | lundi 23 janvier: XXXX-01-23",
            })
    void resolvesAgainstTheIssueDate(String issued, String date) {
        assertThat(Reading.of("fr", issued, "Il est venu lundi 23 janvier.").dates())
                .containsExactly(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | le 1er mai 2022             | 1er mai 2022: 2022-05-01",
                "fr | en janvier 2023             | janvier 2023: 2023-01",
                "fr | depuis 2021                 | 2021: 2021",
                "fr | le 12 déc. 2022             | 12 déc. 2022: 2022-12-12",
                "fr | le 2022-12-12               | 2022-12-12: 2022-12-12",
                "en | on December 12, 2022        | December 12, 2022: 2022-12-12",
                "en | on the 23rd of January 2023 | 23rd of January 2023: 2023-01-23",
                "en | on 12 December 2022         | 12 December 2022: 2022-12-12",
                "en | in 2021                     | 2021: 2021",
                "en | on Sept. 5, 2022            | Sept. 5, 2022: 2022-09-05",
            })
    void readsDates(String language, String text, String date) {
        assertThat(Reading.of(language, null, text).dates()).containsExactly(date);
    }

    @Test
    void readsTwoDaysOfAMonth() {
        assertThat(Reading.of("fr", null, "les 12 et 13 décembre 2022").dates())
                .containsExactly("12: 2022-12-12", "13 décembre 2022: 2022-12-13");
    }

    @Test
    void aDayThatTheCalendarLacksIsNoDate() {
        assertThat(Reading.of("fr", "2023", "le 31 février, le 29 février 2023").dates())
                .isEmpty();
        assertThat(Reading.of("fr", null, "le 29 février").dates()).containsExactly("29 février: XXXX-02-29");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 2016-11-07 | on Friday                            | Friday: XXXX-WXX-5",
                "en | 2016-11-07 | yesterday                            | yesterday: 2016-11-06 @ 2016-11-07",
                "en | 2023-01    | yesterday                            | yesterday: XXXX-XX-XX @ 2023-01",
                "en | 2023-01    | last year                            | last year: 2022 @ 2023-01",
                "en | 2016-11-07 | next week                            | next week: 2016-W46 @ 2016-11-07",
                "en | 2016-11-07 | last Friday                          | last Friday: 2016-11-04 @ 2016-11-07",
                "en | 2016-11-07 | two years ago                        | two years ago: 2014-11-07 @ 2016-11-07",
                "en | 2016-11-07 | the next 3 days                      | next 3 days: 2016-11-08/2016-11-11 @ 2016-11-07",
                "en | 2016-11-07 | in the last 3 months                 | last 3 months: 2016-08-07/2016-11-07 @ 2016-11-07",
                "en |            | two days after January 12, 2016      | two days after January 12, 2016: 2016-01-14",
                "en | 2016-11-07 | tomorrow night                       | tomorrow night: 2016-11-08TNI @ 2016-11-07",
                "en | 2016-11-07 | now                                  | now: PRESENT_REF",
                "fr | 2016-11-07 | il y a deux ans                      | il y a deux ans: 2014-11-07 @ 2016-11-07",
                "fr | 2023-01    | au cours des trois prochains mois    | trois prochains mois: 2023-02/2023-04 @ 2023-01",
                "fr | 2016-11-07 | la semaine dernière                  | semaine dernière: 2016-W44 @ 2016-11-07",
                "fr | 2016-11-07 | lundi prochain                       | lundi prochain: 2016-11-14 @ 2016-11-07",
                "fr | 2016-11-07 | depuis hier matin                    | hier matin: 2016-11-06TMO @ 2016-11-07",
            })
    void readsRelativeDates(String language, String issued, String text, String date) {
        assertThat(Reading.of(language, issued, text).dates()).containsExactly(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | the end of 2008                      | 2008: 2008",
                "en | in Q1 2017                           | Q1 2017: 2017-Q1",
                "en | in the 1990s                         | 1990s: 199",
                "en | in the 21st century                  | 21st century: 20",
                "en | in the summer of 2019                | summer of 2019: 2019-SU",
                "en | the last week of July 2016           | last week of July 2016: 2016-W30",
                "en | mid-November 2018                    | mid-November 2018: 2018-11",
                "en | 2018-07-06                           | 2018-07-06: 2018-07-06",
                "en | on 5/3/18                            | 5/3/18: 2018-05-03",
                "en | at Christmas 2015                    | Christmas 2015: 2015-12-25",
                "en | Easter Monday 2023                   | Easter Monday 2023: 2023-04-10",
                "en | in March                             | March: XXXX-03",
                "fr | au XXIe siècle                       | XXIe siècle: 20",
                "fr | le deuxième trimestre 2018           | deuxième trimestre 2018: 2018-Q2",
                "fr | dans les années 80                   | années 80: 198",
                "fr | à la mi-novembre                     | mi-novembre: XXXX-11",
                "fr | le 23.04.2022                        | 23.04.2022: 2022-04-23",
                "fr | le 5/3/18                            | 5/3/18: 2018-03-05",
                "fr | jeudi de l'Ascension 2023            | jeudi de l'Ascension 2023: 2023-05-18",
            })
    void readsPeriodsAndFeasts(String language, String text, String date) {
        assertThat(Reading.of(language, null, text).dates()).containsExactly(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | at 3 pm                              | 3 pm: T15",
                "en | at half past seven in the evening    | half past seven in the evening: T19:30",
                "en | from 5 to 6pm                        | 5 to 6pm: T17/T18",
                "en | on Monday at 4 p.m.                  | Monday at 4 p.m.: XXXX-WXX-1T16",
                "en | on Tuesday morning                   | Tuesday morning: XXXX-WXX-2TMO",
                "en | from May to Oct 2020                 | May to Oct 2020: 2020-05/2020-10",
                "en | between 2014 and 2018                | 2014 and 2018: 2014/2018",
                "en | in 2014-2018                         | 2014-2018: 2014/2018",
                "en | Nov 18-Dec 19, 2015                  | Nov 18-Dec 19, 2015: 2015-11-18/2015-12-19",
                "en | between 3 and 12 of Sept             | 3 and 12 of Sept: XXXX-09-03/XXXX-09-12",
                "en | for three days                       | three days: P3D",
                "en | for 1 hour and 30 minutes            | 1 hour and 30 minutes: PT1H30M",
                "en | every Monday at 4pm                  | every Monday at 4pm: XXXX-WXX-1T16",
                "en | every two weeks                      | every two weeks: P2W",
                "en | annually                             | annually: P1Y",
                "fr | à 10h30                              | 10h30: T10:30",
                "fr | vers 16 heures                       | 16 heures: T16",
                "fr | du 12 au 15 mars                     | 12 au 15 mars: XXXX-03-12/XXXX-03-15",
                "fr | entre avril et juin 2017             | avril et juin 2017: 2017-04/2017-06",
                "fr | pendant 2,5 heures                   | 2,5 heures: PT2.5H",
                "fr | quelques heures                      | quelques heures: PTXH",
                "fr | plusieurs années                     | plusieurs années: PXY",
                "fr | chaque lundi                         | chaque lundi: XXXX-WXX-1",
                "fr | tous les jours                       | tous les jours: P1D",
            })
    void readsTimesLengthsAndRanges(String language, String text, String date) {
        assertThat(Reading.of(language, null, text).dates()).containsExactly(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | She is 29 years old, a 29-year-old woman.",
                "en | They won 3-1 with version 1.2.3 at a ratio of 4:3.",
                "en | Call +33 1 42 92 81 00 about the A320 and G20.",
                "en | They may march in silence, and May said it may rain.",
                "en | the second of three men",
                "fr | âgé de 29 ans",
                "fr | à l'âge de 6 semaines",
                "fr | La planète Mars a été vue par 2 000 personnes.",
            })
    void theseAreNoDates(String language, String text) {
        assertThat(Reading.of(language, "2023-01-23", text).dates()).isEmpty();
    }

    @Test
    void theDayBeforeIsThatOfTheDateNamedLast() {
        assertThat(Reading.of("fr", "2023-05-01", "Le 12 mars 2022, il parla. La veille, il était parti.")
                        .dates())
                .containsExactly("12 mars 2022: 2022-03-12", "veille: 2022-03-11 @ 2022-03-12");
        assertThat(Reading.of("fr", "2023-05-01", "La veille, il était parti.").dates())
                .containsExactly("veille: 2023-04-30 @ 2023-05-01");
    }

    @Test
    void aDayWithoutYearIsOpenOutsideTheMonthOfIssue() {
        assertThat(Reading.of("en", "2023-05-01", "on December 12").dates()).containsExactly("December 12: XXXX-12-12");
        assertThat(Reading.of("en", "2023-12-20", "on December 12").dates())
                .containsExactly("December 12: 2023-12-12 @ 2023-12-20");
    }
}
