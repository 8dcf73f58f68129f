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
}
