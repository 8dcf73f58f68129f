// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thu, 01 Jan 2004 19:48:21 GMT | 2004-01-01T19:48:21Z
            Thu, 1 Jan 04 19:48:21 GMT | 2004-01-01T19:48:21Z
            01 Jan 2004 19:48 EST | 2004-01-01T19:48-05:00
            Thu, 01 Jan 2004 19:48:21 +0130 | 2004-01-01T19:48:21+01:30
            Thu,01 Jan 2004 19:48:21 GMT+2 | 2004-01-01T19:48:21+02:00
            Thursday, 1 January 2004 7:48 pm | 2004-01-01T19:48
            Sun, 31-Dec-1999 23:59:60 GMT | 1999-12-31T23:59:59Z
            Wed, 31 Dec 2003 24:00:00 GMT | 2004-01-01T00:00:00Z
            Sun Jan  4 16:29:06 2004 | 2004-01-04T16:29:06
            Sun Jan  4 16:29:06 PST 2004 | 2004-01-04T16:29:06-08:00
            January 4, 2004 | 2004-01-04
            Mi, 05 Mai 2004 10:00:00 MESZ | 2004-05-05T10:00:00+02:00
            mar. 05 déc. 2004 10:00 | 2004-12-05T10:00
            Κυρ, 11 Ιούλ 2004 12:00:00 EST | 2004-07-11T12:00:00-05:00
            2004-július-13T9:15-05:00 | 2004-07-13T09:15-05:00
            2004년 05월 28일 오후 01:31:15 | 2004-05-28T13:31:15+09:00
            2004-05-25 오전 12:15:00 | 2004-05-25T00:15:00+09:00
            """)
    void readsWhatIsWrittenForRfc822(String written, String iso) {
        assertThat(FeedDates.read(written)).contains(iso);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2003 | 2003
            2003-12 | 2003-12
            2003-12-31 | 2003-12-31
            20031231 | 2003-12-31
            2003-335 | 2003-12-01
            2003-12-31T10:14Z | 2003-12-31T10:14Z
            2003-12-31T10:14:55.25-08:00 | 2003-12-31T10:14:55.25-08:00
            2003-12-31 10:14:55 +0000 | 2003-12-31T10:14:55Z
            2003-12-31t10:14:55z | 2003-12-31T10:14:55Z
            20031231T101455Z | 2003-12-31T10:14:55Z
            """)
    void keepsThePrecisionOfIso8601(String written, String iso) {
        assertThat(FeedDates.read(written)).contains(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Thu, 31 Feb 2004 10:00:00 GMT",
                "2004-13-01",
                "2004-00",
                "12:00",
                "Jan 12:00 2004",
                "Thu, 01 Jan 2004 25:61:00 GMT",
                "99999999999999999999",
                "2004-367",
                "1 2 3 4"
            })
    void readsNothingElse(String written) {
        assertThat(FeedDates.read(written)).isEmpty();
    }
}
