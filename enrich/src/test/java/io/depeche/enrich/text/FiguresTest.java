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
                "Il vit au 12 rue de Rivoli, 75001 Paris.",
                "Les articles 107 et 108, la D 906, l’article L. 123.",
                "Un homme et une femme.",
                "Le 31 février n’est pas une date.",
                "Dans la deuxième moitié du mois.",
                "Il faut un minimum de temps.",
            })
    void leavesOutWhatIsNoFigure(String text) {
        assertThat(Reading.of("fr", null, text).figures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Nearly 47% of U.S. adults smoke.           | 47%: NEARLY 47 PERCENT % U.S. adults",
                "It added 11 new US hospitals.              | 11: EXACT 11 US hospitals",
                "IN 12 US HOSPITALS                         | 12: EXACT 12 US HOSPITALS",
                "Some eight new peer-reviewed studies.      | eight: ABOUT 8 peer-reviewed studies",
                "A 10,000-participant trial began.          | 10,000: EXACT 10000 participant",
                "It is a one-way street.                    |",
                "About 40% of the world's mined uranium.    | 40%: ABOUT 40 PERCENT %",
                "His 142 million followers hours later.     | 142 million: EXACT 142000000 followers",
                "Over half of small business owners say so. | half: MORE_THAN 0.5 business owners",
                "She faces three Class A misdemeanours.     | three: EXACT 3",
                "A $33+ billion loan portfolio.             | $33+ billion: AT_LEAST 33000000000 MONEY",
                "Shares fell $1.20 to $45.10.               | $1.20: EXACT 1.2 MONEY; $45.10: EXACT 45.1 MONEY",
                "It costs $10 to $45.10.                    | $10 to $45.10: EXACT 10..45.1 MONEY",
                "More than 19 million \"actions\" from fans. | 19 million: MORE_THAN 19000000",
                "A 10\" screen, 8 \" wide.                   | 10\": EXACT 10 MEASURE [in_i]; 8 \": EXACT 8 MEASURE [in_i]",
                "Police held the man, 32, on Sunday.        | 32: EXACT 32 AGE a",
                "The lots, 5, were sold.                        | 5: EXACT 5",
                "Sales rose 10% over 2023.                  | 10%: EXACT 10 PERCENT %",
                "They lost $14 million last year.           | $14 million: EXACT 14000000 MONEY",
                "He won two over three years.               | two: EXACT 2",
                "Wall Street lost 12 Wall Street banks.     | 12: EXACT 12 Wall Street banks",
            })
    void readsEnglishPressFigures(String text, String figures) {
        assertThat(String.join("; ", Reading.of("en", null, text).figures())).isEqualTo(figures == null ? "" : figures);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | One Italian in three smokes.         | One Italian in three: EXACT 0.333333333333333 Italian",
                "en | Two young adults in five are poor.   | Two young adults in five: EXACT 0.4 young adults",
                "en | He met one man in two cities.        | one: EXACT 1 man; two: EXACT 2 cities",
                "en | He met one man in two.               | one man in two: EXACT 0.5 man",
                "fr | Près d'un jeune Français sur dix.    | un jeune Français sur dix: NEARLY 0.1 Français",
                "it | Un italiano su tre pensa che sì.     | Un italiano su tre: EXACT 0.333333333333333 italiano",
                "es | Dos mujeres de cada diez trabajan.   | Dos mujeres de cada diez: EXACT 0.2 mujeres",
                "pt | Um brasileiro em cada quatro fuma.   | Um brasileiro em cada quatro: EXACT 0.25 brasileiro",
                "de | Ein Deutscher von zehn raucht.       | Ein Deutscher von zehn: EXACT 0.1 Deutscher",
                "ru | Один россиянин из пяти курит.        | Один россиянин из пяти: EXACT 0.2 россиянин",
            })
    void readsProportionsWithTheNounInside(String language, String text, String figures) {
        assertThat(String.join("; ", Reading.of(language, null, text).figures()))
                .isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | 10 degrees below zero              | 10 degrees below zero: EXACT -10 TEMPERATURE",
                "en | 20 degrees below zero Celsius      | 20 degrees below zero Celsius: EXACT -20 TEMPERATURE Cel",
                "en | between 10 and 20 degrees below zero | 10 and 20 degrees below zero: EXACT -20..-10 TEMPERATURE",
                "en | It fell to 15 below zero.          | 15 below zero: EXACT -15 TEMPERATURE",
                "fr | 10 degrés au-dessous de zéro       | 10 degrés au-dessous de zéro: EXACT -10 TEMPERATURE",
                "es | 10 grados bajo cero                | 10 grados bajo cero: EXACT -10 TEMPERATURE",
                "es | Son 12 negativos.                  | 12: EXACT 12 negativos",
                "pt | 5 graus negativos                  | 5 graus negativos: EXACT -5 TEMPERATURE",
                "it | 10 gradi sotto zero                | 10 gradi sotto zero: EXACT -10 TEMPERATURE",
                "de | 5 °C unter dem Gefrierpunkt        | 5 °C unter dem Gefrierpunkt: EXACT -5 TEMPERATURE Cel",
                "de | Es sind 12 minus fünf.             | 12: EXACT 12; minus fünf: EXACT -5",
                "ru | 15 градусов мороза                 | 15 градусов мороза: EXACT -15 TEMPERATURE",
            })
    void countsDegreesBelowZero(String language, String text, String figures) {
        assertThat(String.join("; ", Reading.of(language, null, text).figures()))
                .isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | He is 5 feet 2 inches tall.  | 5 feet 2 inches: EXACT 5.16666666666667 MEASURE [ft_i]",
                "en | He is 6 ft and 3 in tall.    | 6 ft and 3 in: EXACT 6.25 MEASURE [ft_i]",
                "en | A 6-foot-3 guard.            | 6-foot-3: EXACT 6.25 MEASURE [ft_i]",
                "en | He is 5'6\" tall.             | 5'6\": EXACT 5.5 MEASURE [ft_i]",
                "en | He ran 3 miles 40 times.     | 3 miles: EXACT 3 MEASURE [mi_i]; 40: EXACT 40",
                "fr | Il mesure 1 m 80 et court.   | 1 m 80: EXACT 1.8 MEASURE m",
                "fr | Il a couru 100 m 10 fois.    | 100 m: EXACT 100 MEASURE m; 10: EXACT 10",
                "fr | Elle pèse 3 kg et 200 g.     | 3 kg et 200 g: EXACT 3.2 MEASURE kg",
                "en | They paid 75 USD million.    | 75 USD million: EXACT 75000000 MONEY USD",
                "fr | Il faut 10 milliards de $ USD. | 10 milliards de $ USD: EXACT 10000000000 MONEY USD",
                "fr | Un crédit de 1000 EUR.       | 1000 EUR: EXACT 1000 MONEY EUR",
            })
    void readsUnitsInTwoParts(String language, String text, String figures) {
        assertThat(String.join("; ", Reading.of(language, null, text).figures()))
                .isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | He was 13 when his father died.   | 13: EXACT 13 AGE a",
                "en | She is 45, and lives here.        | 45: EXACT 45 AGE a",
                "en | He turned 40 people away.         | 40: EXACT 40 people",
                "en | He was 13 metres away.            | 13 metres: EXACT 13 MEASURE m",
                "de | Er war 13, als er kam.            | 13: EXACT 13 AGE a",
                "es | Murió a los 45 años en casa.      | 45 años: EXACT 45 AGE a",
                "pt | Aos 12 anos, ganhou.              | 12 anos: EXACT 12 AGE a",
                "en | From the 5th to the 7th floor.    | 5th to the 7th: EXACT 5..7 ORDINAL",
                "en | Between the first and the second round. | first: EXACT 1 ORDINAL; second: EXACT 2 ORDINAL",
                "en | It is less than 5000 or equal.    | 5000: AT_MOST 5000",
                "en | An arrow => 30 and <> 30.         | 30: EXACT 30; 30: EXACT 30",
                "en | About 5 to 7 million people.      | 5 to 7 million: ABOUT 5000000..7000000 people",
                "fr | Il a environ 40 - 50 ans.         | 40 - 50 ans: ABOUT 40..50 AGE a",
                "fr | Treize euros et quarante-cinq cents. | Treize euros et quarante-cinq cents: EXACT 13.45 MONEY EUR",
                "fr | Quinze cents euros.               | Quinze cents euros: EXACT 1500 MONEY EUR",
                "en | A $500 fine and A$ 5.             | $500: EXACT 500 MONEY AUD; A$ 5: EXACT 5 MONEY AUD",
                "en | It costs C$7.                     | C$7: EXACT 7 MONEY CAD",
                "en | One hundred thirty-fifths of it.  | One hundred thirty-fifths: EXACT 2.85714285714286",
                "en | Two and fifty-four hundredths.    | Two and fifty-four hundredths: EXACT 2.54",
            })
    void readsAgesOrdinalsAndFractions(String language, String text, String figures) {
        assertThat(String.join("; ", Reading.of(language, null, text).figures()))
                .isEqualTo(figures);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A Phase 2b trial and a Phase 1/2 trial.",
                "Form S-3 (File No. 333-277585) was filed.",
                "UN resolution 1325 (2000), resolutions 242 and 338, articles 5, 6 and 7.",
                "A new NI 43-101 report.",
                "They live at 590 Madison Avenue and 10 Downing Street.",
                "It is used as (1) a vaccine, (2) a booster.",
                "Spieth lost 5&4 and Woods 2&1.",
                "The notes [12] and [13, 14].",
                "It runs on iOS 17.1, H.R. 3200 and Form 10-K.",
                "Article 8(1) of the treaty.",
                "He shops at 7-Eleven.",
                "The world's number one university.",
            })
    void leavesOutWhatIsNoFigureInEnglish(String text) {
        assertThat(Reading.of("en", null, text).figures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | 980 véhicules, dont 850 appartenant au contingent russe et 120 au CICR.   | 850 of contingent russe; 120 of CICR",
                "fr | Sur 980 véhicules, 120 appartenaient à la Croix-Rouge.                    | 120 of Croix-Rouge",
                "en | Of 12 ships, three belong to Turkey and five to Greece.                   | three of Turkey; five of Greece",
                "en | There were 40 aircraft owned by the Royal Air Force.                      | 40 of Royal Air Force",
                "es | Hay 12 barcos, de los cuales tres pertenecen a Turquía y cinco a Grecia. | tres of Turquía; cinco of Grecia",
                "it | Ci sono 12 navi, di cui tre appartengono alla Turchia e due alla Grecia. | tre of Turchia; due of Grecia",
                "pt | Há 12 navios, dos quais três pertencem à Turquia e cinco à Grécia.       | três of Turquia; cinco of Grécia",
                "ru | Есть 12 кораблей, из них три, принадлежащих Турции и два других.         | три of Турции",
            })
    void findsOwners(String language, String text, String owned) {
        Reading reading = Reading.of(language, null, text);

        assertThat(String.join("; ", reading.owned())).isEqualTo(owned);
        assertThat(reading.annotations().get(Layers.FIGURES)).allMatch(figure -> figure.counted() != null);
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
