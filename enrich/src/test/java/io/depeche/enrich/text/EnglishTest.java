// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EnglishTest {

    @Test
    void readsAStatement() {
        Reading reading = Reading.of(
                null,
                "2022-12-13",
                "WASHINGTON, Dec. 12 (Reuters) - U.S. Secretary of State Antony Blinken told Azerbaijani President "
                        + "Ilham Aliyev on Monday, December 12, 2022 that more than 1,250 vehicles, including at least "
                        + "300 belonging to the Russian peacekeeping contingent and nearly 120 to the International "
                        + "Committee of the Red Cross, had been stopped. Mr. Blinken said the United States would "
                        + "spend $2.5 billion, or 12.5 percent of the budget.");

        assertThat(reading.annotations().get(Layers.LANGUAGE).tag()).isEqualTo("en");
        assertThat(reading.sentences()).hasSize(2);
        assertThat(reading.dates())
                .containsExactly("Dec. 12: 2022-12-12 @ 2022-12-13", "Monday, December 12, 2022: 2022-12-12");
        assertThat(reading.figures())
                .containsExactly(
                        "1,250: MORE_THAN 1250 vehicles",
                        "300: AT_LEAST 300 vehicles",
                        "120: NEARLY 120 vehicles",
                        "$2.5 billion: EXACT 2500000000 MONEY",
                        "12.5 percent: EXACT 12.5 PERCENT % budget");
        assertThat(reading.entities())
                .containsExactly(
                        "LOCATION Washington",
                        "ORGANISATION Reuters",
                        "LOCATION United States country:US",
                        "PERSON Antony Blinken",
                        "PERSON Ilham Aliyev",
                        "ORGANISATION International Committee of the Red Cross");
        assertThat(reading.mentions("Antony Blinken")).containsExactly("Antony Blinken NAME", "Blinken PARTIAL");
        assertThat(reading.mentions("United States")).containsExactly("U.S. NAME", "United States NAME");
        assertThat(reading.roles("Antony Blinken")).containsExactly("Secretary of State");
    }

    @Test
    void readsNumberWords() {
        assertThat(Reading.of("en", null, "About two hundred and fifty people and twenty-two other soldiers left.")
                        .figures())
                .containsExactly("two hundred and fifty: ABOUT 250 people", "twenty-two: EXACT 22 soldiers");
        assertThat(Reading.of("en", null, "Two and three make five thousand a day; one hundred thousand dollars.")
                        .figures())
                .contains("one hundred thousand dollars: EXACT 100000 MONEY")
                .noneMatch(figure -> figure.contains("Two and three"));
    }

    @Test
    void countriesInSmallLettersAreWords() {
        assertThat(Reading.of("en", null, "They told us who eats turkey. The US and Turkey did not.")
                        .entities())
                .containsExactly("LOCATION United States country:US", "LOCATION Türkiye country:TR");
    }

    @Test
    void monthsAreNotVerbsAndNotNames() {
        Reading reading = Reading.of("en", "2022", "In March Theresa May said 12 may march on May 3.");

        assertThat(reading.dates()).containsExactly("March: XXXX-03", "May 3: XXXX-05-03");
        assertThat(reading.entities()).containsExactly("PERSON Theresa May");
    }
}
