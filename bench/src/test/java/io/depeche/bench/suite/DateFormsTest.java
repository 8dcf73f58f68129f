// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DateFormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2016-11-07             | 2016-11-07
                    2017-Q1                | (2017-01-01,2017-04-01,P3M)
                    2019-H2                | (2019-07-01,2020-01-01,P6M)
                    199                    | (1990-01-01,2000-01-01,P10Y)
                    20                     | (2000-01-01,2100-01-01,P100Y)
                    XX9                    | (XX90-01-01,XX00-01-01,P10Y)
                    2014/2018              | (2014-01-01,2018-01-01,P4Y)
                    2007/2008              | (2007-01-01,2009-01-01,P24M)
                    2017-01/2017-02        | (2017-01-01,2017-02-01,P1M)
                    XXXX-03/XXXX-05        | (XXXX-03-01,XXXX-05-01,P2M)
                    XXXX-12                | XXXX-12
                    XXXX-09-03/XXXX-09-12  | (XXXX-09-03,XXXX-09-12,P9D)
                    T17/T18                | (T17,T18,PT1H)
                    T04:00/T07:00          | (T04:00,T07,PT3H)
                    T16:00                 | T16
                    2018-10-31T08          | 2018-10-31T8
                    2016-11-07T17:00       | 2016-11-07T17:00:00
                    T08:00:31              | T08:00:31
                    XXXX-11-WXX-4-4        | XXXX-11-WXX-4-#4
                    XXXX-XX-XXT15:00       | T15
                    PT1H30M                | PT1.5H
                    P1Q                    | P3M
                    P1DE                   | P10Y
                    PTXH                   | PT3H
                    PXW                    | P3W
                    2016-W45-WE            | 2016-W45-WE
                    2016-W45               | (2016-11-07,2016-11-14,P7D)
                    2016-11-08             | 2016-11-08T23:59:59
                    XXXX-WXX-WE            | P1WE
                    """)
    void valuesOfTheSameMeaningShareAForm(String ours, String timex) {
        assertThat(DateForms.ofOurs(ours))
                .containsAnyElementsOf(DateForms.ofSuite(new Candidate(timex, null, null, null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2016-11-08        | 2016-11-07
                    2014/2019         | (2014-01-01,2018-01-01,P4Y)
                    2016-11           | 2016-11-01
                    T04               | T16
                    P3M               | PT3M
                    PTXH              | PT4H
                    XXXX-WXX-5        | XXXX-WXX-4
                    """)
    void othersDoNot(String ours, String timex) {
        assertThat(DateForms.ofOurs(ours))
                .doesNotContainAnyElementsOf(DateForms.ofSuite(new Candidate(timex, null, null, null)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    2016-11-11, XXXX-WXX-5, 2016-11-11, -, -
                    2016-11-08T08:00, -, 2016-11-08 08:00:00, -, -
                    T19:30, -, 19:30:00, -, -
                    2016-W30, XXXX-07-W05, -, 2016-07-25, 2016-08-01
                    2016-11-07T05/2016-11-07T07, -, -, 2016-11-07 05:00:00, 2016-11-07 07:00:00
                    2016-08, XXXX-08, -, 2016-08-01, -
                    2018-07-04, XXXX-07-04, -, -, 2018-07-04
                    2016-11-07T16:12/2016-11-07, -, -, 2016-11-07 16:12:00, 2016-11-07 23:59:59
                    """)
    void whatAReadingComesToCountsAsWell(String ours, String timex, String value, String start, String end) {
        assertThat(DateForms.ofOurs(ours))
                .containsAnyElementsOf(DateForms.ofSuite(new Candidate(timex, value, start, end)));
    }
}
