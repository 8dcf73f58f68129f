// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnglishDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in 5 minutes              | 5 minutes: 2016-11-07T16:17 @ 2016-11-07T16:12",
                "two hours ago             | two hours ago: 2016-11-07T14:12 @ 2016-11-07T16:12",
                "half an hour from now     | half an hour from now: 2016-11-07T16:42 @ 2016-11-07T16:12",
                "in 1 day and 8 hours      | 1 day and 8 hours: 2016-11-09T00:12 @ 2016-11-07T16:12",
                "in 20 seconds             | 20 seconds: 2016-11-07T16:12:20 @ 2016-11-07T16:12",
                "the last 3 minutes        | last 3 minutes: 2016-11-07T16:09/2016-11-07T16:12 @ 2016-11-07T16:12",
                "the next hour             | next hour: 2016-11-07T16:12/2016-11-07T17:12 @ 2016-11-07T16:12",
                "for the rest of the day   | rest of the day: 2016-11-07T16:12/2016-11-07 @ 2016-11-07T16:12",
                "in 5 days                 | 5 days: 2016-11-12 @ 2016-11-07",
            })
    void hoursAndMinutesGoFromTheTimeOfIssue(String text, String date) {
        assertThat(Reading.of("en", "2016-11-07T16:12:00Z", text).dates()).containsExactly(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016-11-07 | in 5 minutes            | 5 minutes: PT5M",
                "2016-11-07 | in 1 day and 8 hours    | 1 day and 8 hours: P1DT8H",
                "2016-11    | in 5 minutes            | 5 minutes: PT5M",
                "           | two hours ago           | two hours: PT2H",
            })
    void withoutATimeOfIssueTheyAreLengths(String issued, String text, String date) {
        assertThat(Reading.of("en", issued, text).dates()).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engaging in one hour per day of exercise",
                "within four hours of exposure",
                "a meeting in two hours each"
            })
    void aLengthThatSaysHowLongIsNoTime(String text) {
        assertThat(Reading.of("en", "2016-11-07T16:12:00Z", text).dates())
                .hasSize(1)
                .allSatisfy(date -> assertThat(date).contains(": PT"));
    }

    @Test
    void timeOfIssueIsThatOfItsPlace() {
        assertThat(IssueDate.parse("2016-11-07T16:12:05.123+04:00"))
                .contains(new IssueDate(2016, 11, 7, LocalTime.of(16, 12, 5)));
        assertThat(IssueDate.parse("2016-11-07T16:12")).contains(new IssueDate(2016, 11, 7, LocalTime.of(16, 12)));
        assertThat(IssueDate.parse("2016-11-07T99:12Z")).contains(new IssueDate(2016, 11, 7, null));
        assertThat(IssueDate.parse("2016-11-07T")).contains(new IssueDate(2016, 11, 7, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in the first nine months of 2021       | first nine months of 2021: 2021-01/2021-09",
                "the last three weeks of 2019           | last three weeks of 2019: 2019-W50/2019-W52",
                "the first ten days of May 2020         | first ten days of May 2020: 2020-05-01/2020-05-10",
                "in the past two quarters               | past two quarters: 2016-Q2/2016-Q3 @ 2016-11-07",
                "this fiscal year                       | this fiscal year: FY2016 @ 2016-11-07",
                "in fiscal year 2015                    | fiscal year 2015: FY2015",
                "this week's first quarter              | this week: 2016-W45 @ 2016-11-07; first quarter: XXXX-Q1",
                "last year's first quarter              | last year's first quarter: 2015-Q1 @ 2016-11-07",
                "in 2H 2025                             | 2H 2025: 2025-H2",
                "in the same week                       | same week: XXXX-WXX",
                "the week of 10 April 2016              | week of 10 April 2016: 2016-W14",
                "week 27 of last year                   | week 27 of last year: 2015-W27 @ 2016-11-07",
                "next week between Monday and Friday    | "
                        + "next week between Monday and Friday: 2016-11-14/2016-11-18 @ 2016-11-07",
                "first Monday evening of next month     | "
                        + "first Monday evening of next month: 2016-12-05TEV @ 2016-11-07",
                "Wednesday evening next week            | Wednesday evening next week: 2016-11-16TEV @ 2016-11-07",
                "on 9-18-15                             | 9-18-15: 2015-09-18",
                "Nov-Feb 5th, 2017                      | Nov-Feb 5th, 2017: 2016-11/2017-02-05",
                "on 11/20, 11/22 or 11/25               | 11/20: 2016-11-20 @ 2016-11-07; 11/22: 2016-11-22 @ 2016-11-07; "
                        + "11/25: 2016-11-25 @ 2016-11-07",
                "Wed Oct 26 15:50:06 2016               | Wed Oct 26 15:50:06 2016: 2016-10-26T15:50:06",
                "in 2018 or later                       | 2018: 2018",
                "over the past fortnight                | past fortnight: 2016-10-24/2016-11-07 @ 2016-11-07",
                "this past Wednesday                    | this past Wednesday: 2016-11-02 @ 2016-11-07",
            })
    void readsWhatWiresWrite(String text, String dates) {
        assertThat(Reading.of("en", "2016-11-07", text).dates()).containsExactly(dates.split("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from 11 am to 3                        | 11 am to 3: T11/T15",
                "from 2:30 to 2:15 pm                   | 2:30 to 2:15 pm: T02:30/T14:15",
                "from 11 to 3 am                        | 11 to 3 am: T23/T03",
                "at 17.30                               | 17.30: T17:30",
                "9.30-4.30pm                            | 9.30-4.30pm: T09:30/T16:30",
                "between 3 and 8 yesterday              | 3 and 8 yesterday: 2016-11-06T03/2016-11-06T08 @ 2016-11-07",
                "between 10 and 11:30 this morning      | "
                        + "10 and 11:30 this morning: 2016-11-07T10/2016-11-07T11:30 @ 2016-11-07",
                "tomorrow evening from 7 to 9           | "
                        + "tomorrow evening from 7 to 9: 2016-11-08T19/2016-11-08T21 @ 2016-11-07",
                "away for a day starting this Friday at 5 pm | a day starting this Friday at 5 pm: "
                        + "2016-11-11T17/2016-11-12T17 @ 2016-11-07",
            })
    void readsHours(String text, String date) {
        assertThat(Reading.of("en", "2016-11-07", text).dates()).containsExactly(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every night at 9            | every night at 9: T21",
                "every other Friday          | every other Friday: XXXX-WXX-5",
                "on Saturday evenings        | Saturday evenings: XXXX-WXX-6TEV",
                "on the 19th of every month  | 19th of every month: XXXX-XX-19",
                "My mornings begin at home   | mornings: TMO",
                "each night                  | each night: TNI",
            })
    void readsRecurringTimes(String text, String date) {
        assertThat(Reading.of("en", "2016-11-07", text).dates()).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He spoke on the first Radio 4 programme.",
                "They want a second meeting.",
                "Personality of the Year",
                "At the end of the day, it works.",
                "The hole hit the zone from 307 to 335 m.",
            })
    void theseAreNoDates(String text) {
        assertThat(Reading.of("en", "2016-11-07T16:12", text).dates()).isEmpty();
    }

    @Test
    void aVerbIsNoLastWeek() {
        assertThat(Reading.of("en", "2016-11-07", "It will last two weeks.").dates())
                .containsExactly("two weeks: P2W");
    }
}
