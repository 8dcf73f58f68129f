// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Il y a 12 000 soldats.            | 12 000: EXACT 12000 soldats",
                "Il y a 12\u00A0000 soldats.       | 12\u00A0000: EXACT 12000 soldats",
                "Il y a 1\u202F250\u202F000 morts. | 1\u202F250\u202F000: EXACT 1250000 morts",
                "Il a 2,3 millions d’euros.        | 2,3 millions d’euros: EXACT 2300000 MONEY EUR",
                "Il a 2,3 millions d'habitants.    | 2,3 millions: EXACT 2300000 habitants",
                "Cela coûte 5 $ en tout.           | 5 $: EXACT 5 MONEY",
                "Cela coûte € 5 en tout.           | € 5: EXACT 5 MONEY EUR",
                "Cela fait 12,5 % du budget.       | 12,5 %: EXACT 12.5 PERCENT % budget",
                "Cela fait cinq pour cent.         | cinq pour cent: EXACT 5 PERCENT %",
                "Au moins 15 morts à Bakou.        | 15: AT_LEAST 15 morts",
                "Jusqu’à vingt et un morts.        | vingt et un: AT_MOST 21 morts",
                "Moins de deux mille trois cents policiers. | deux mille trois cents: LESS_THAN 2300 policiers",
                "Quelque quatre-vingt-dix-sept enfants.     | quatre-vingt-dix-sept: ABOUT 97 enfants",
                "Les trois autres personnes.       | trois: EXACT 3 personnes",
                "Un million de personnes.          | Un million: EXACT 1000000 personnes",
                "Il a marché 20 km à pied.         | 20 km: EXACT 20 MEASURE km",
                "Il y en a 2,50 fois.              | 2,50: EXACT 2.5",
            })
    void readsFrenchFigures(String text, String figure) {
        assertThat(Reading.of("fr", null, text).figures()).containsExactly(figure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le G20 parle du COVID-19 et de l’A320.",
                "Appelez le 01 23 45 67 89 ou le +33 1 23 45 67 89.",
                "Version 1.2.3, à 10:30 ou 10h30, ou à 10 heures.",
                "Voir https://example.com/20/30?x=5 ou a12@example.com.",
                "Article 5, n° 12, résolution 2758, dossier 12/345 et 12-34.",
                "Le Boeing 737 a atterri.",
                "1. Le point",
                "Le matricule est 007.",
                "Un homme et une femme.",
                "Le 31 février n’est pas une date.",
            })
    void leavesOutWhatIsNoFigure(String text) {
        assertThat(Reading.of("fr", null, text).figures()).isEmpty();
    }

    @Test
    void aNumberNobodyCountsIsRefusedQuicklyAndNotRounded() {
        assertThat(Reading.of("fr", null, "Il y a 12345678901234567890,12345 tonnes.")
                        .figures())
                .containsExactly("12345678901234567890,12345 tonnes: EXACT 12345678901234567890.12345 MEASURE t");
        assertThat(Reading.of("fr", null, "Il y a " + "9".repeat(41) + " morts.")
                        .figures())
                .isEmpty();
    }

    @Test
    void whatIsCountedIsCarriedOverInsideASentenceOnly() {
        Reading reading = Reading.of("fr", null, "Il y a 12 véhicules, dont plus de 3 à Bakou. Plus de 5 à Paris.");

        assertThat(reading.figures())
                .containsExactly("12: EXACT 12 véhicules", "3: MORE_THAN 3 véhicules", "5: MORE_THAN 5");
    }

    @Test
    void otherLanguagesAreDeclaredMissing() {
        Annotations annotations =
                Reading.of("nl", null, "Er vielen 12 doden in Berlijn.").annotations();

        assertThat(annotations.get(Layers.FIGURES)).isEmpty();
        assertThat(annotations.coverage("figures")).isEqualTo(Coverage.NOT_FOR_THIS_LANGUAGE);
        assertThat(annotations.coverage("sentences")).isEqualTo(Coverage.PARTIAL);
        assertThat(annotations.coverage("attributions")).isEqualTo(Coverage.NOT_FOR_THIS_LANGUAGE);
    }
}
