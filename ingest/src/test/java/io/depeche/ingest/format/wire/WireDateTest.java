// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireDateTest {

    @ParameterizedTest
    @CsvSource({
        "2023, 2023",
        "2023-01, 2023-01",
        "20230123, 2023-01-23",
        "2023-01-23T10:00:00.123-05:00, 2023-01-23T10:00:00.123-05:00",
        "20230123T100000Z, 2023-01-23T10:00:00Z",
        "20230123T1000+0100, 2023-01-23T10:00+0100",
        "20080219+0100, 2008-02-19",
        "2016-10-18-05:00, 2016-10-18",
        "2023-01-23 10:00:00 +0100, 2023-01-23T10:00:00+0100",
        "2023-01-23T10:00:00.1234567891234Z, 2023-01-23T10:00:00.123456789Z"
    })
    void readsBasicAndExtendedFormat(String written, String expected) {
        assertThat(WireDate.of(written)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2023-13", "2023-02-30", "20230123T250000Z", "1/2/2023"})
    void findsNothingInWhatIsNoDate(String written) {
        assertThat(WireDate.of(written)).isEmpty();
    }

    @Test
    void takesMidnightForADayInNitf() {
        assertThat(WireDate.ofNorm("20230123T000000Z")).contains("2023-01-23");
        assertThat(WireDate.ofNorm("20230123T100000Z")).contains("2023-01-23T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-23T10:00:00+01:00, 2023-01-23T09:00:00Z",
        "2023-01-23T10:00, 2023-01-23T22:00:00Z",
        "2023-01-23, 2023-01-23T12:00:00Z",
        "2023, 2023-01-01T12:00:00Z"
    })
    void hasBegunOnceItHasEverywhere(String date, Instant expected) {
        assertThat(WireDate.begun(date)).isEqualTo(expected);
    }
}
