// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023",
                "2023-01",
                "2023-01-23",
                "2024-02-29",
                "2023-01-23T10:00",
                "2023-01-23T10:00:59",
                "2023-01-23T10:00:59.125Z",
                "2023-01-23T10:00+01:00",
                "2023-01-23T10:00:00-0330",
                "2023-01-23T10:00+01",
                "2023-01-23T10:00:59.123456789+01",
                "2023-01-23T10:00:59Z"
            })
    void knowsDatesInAnyPrecision(String date) {
        assertThat(IssueDate.isValid(date)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "23",
                "2023-13",
                "2023-00",
                "2023-1",
                "2023-02-29",
                "2023-01-32",
                "2023-01-23T25:00",
                "2023-01-23T10",
                "2023-01-23T10:00+19:00",
                "2023-01-23 10:00",
                "20230123",
                "2023-01-23T",
                "2023-01-23T10:00:5",
                "2023-01-23T10:00:60",
                "2023-01-23T10:00:59.",
                "2023-01-23T10:00:59.1234567890",
                "2023-01-23T10:00.5",
                "2023-01-23T10:00Zx",
                "2023-01-23T10:00+1",
                "2023-01-23Z",
                "+2023",
                "hier",
                "２０２３"
            })
    void refusesWhatIsNone(String date) {
        assertThat(IssueDate.isValid(date)).isFalse();
    }
}
