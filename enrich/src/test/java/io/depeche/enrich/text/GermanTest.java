// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and figures in German. */
final class GermanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Es waren 12.000 Soldaten im Einsatz. | 12.000: EXACT 12000 Soldaten",
                "Es waren 12 000 Soldaten im Einsatz. | 12 000: EXACT 12000 Soldaten",
                "Der Umsatz stieg auf 1.250.000,50 Euro. | 1.250.000,50 Euro: EXACT 1250000.5 MONEY EUR",
                "Einundzwanzig Menschen starben. | Einundzwanzig: EXACT 21 Menschen",
                "Rund dreihundertfünfzig Demonstranten kamen. | dreihundertfünfzig: ABOUT 350 Demonstranten",
                "Einundzwanzigtausenddreihundert Unterschriften wurden gesammelt. | Einundzwanzigtausenddreihundert: EXACT 21300 Unterschriften",
                "Zwei Millionen dreihunderttausend Menschen flohen. | Zwei Millionen dreihunderttausend: EXACT 2300000 Menschen",
                "Eine Million Euro fehlen. | Eine Million Euro: EXACT 1000000 MONEY EUR",
                "Es fehlen 2,3 Millionen Euro. | 2,3 Millionen Euro: EXACT 2300000 MONEY EUR",
                "Das Programm kostet 1,5 Mrd. Euro. | 1,5 Mrd. Euro: EXACT 1500000000 MONEY EUR",
                "Das Programm kostet 20 Mio. US-Dollar. | 20 Mio. US-Dollar: EXACT 20000000 MONEY USD",
                "Er zahlte 5 $ in bar. | 5 $: EXACT 5 MONEY",
                "Er zahlte 50 Dollar in bar. | 50 Dollar: EXACT 50 MONEY",
                "Er zahlte 10 Schweizer Franken. | 10 Schweizer Franken: EXACT 10 MONEY CHF",
                "Es kostet 15 Euro 50. | 15 Euro 50: EXACT 15.5 MONEY EUR",
                "Etwa 12 Tsd. Haushalte sind betroffen. | 12 Tsd.: ABOUT 12000 Haushalte",
                "Eine halbe Million Besucher wird erwartet. | Eine halbe Million: EXACT 500000 Besucher",
                "Anderthalb Millionen Kinder hungern. | Anderthalb Millionen: EXACT 1500000 Kinder",
                "Zwei Drittel der Abgeordneten stimmten zu. | Zwei Drittel: EXACT 0.666666666666667 Abgeordneten",
                "Die Hälfte der Bevölkerung ist jung. | Hälfte: EXACT 0.5 Bevölkerung",
                "Ein Einundzwanzigstel blieb übrig. | Ein Einundzwanzigstel: EXACT 0.0476190476190476",
                "Drei und zwei Fünftel blieben übrig. | Drei und zwei Fünftel: EXACT 3.4",
                "Der Index stieg um zwei Komma fünf Prozent. | zwei Komma fünf Prozent: EXACT 2.5 PERCENT %",
                "Einer von drei Befragten ist zufrieden. | Einer von drei: EXACT 0.333333333333333 Befragten",
                "Mehr als 850 Fahrzeuge wurden zerstört. | 850: MORE_THAN 850 Fahrzeuge",
                "Über 100 Häuser brannten. | 100: MORE_THAN 100 Häuser",
                "Knapp 200 Polizisten sind im Einsatz. | 200: NEARLY 200 Polizisten",
                "Fast 1.000 Personen wurden verletzt. | 1.000: NEARLY 1000 Personen",
                "Mindestens 15 Tote wurden geborgen. | 15: AT_LEAST 15 Tote",
                "Höchstens 30 Gäste dürfen kommen. | 30: AT_MOST 30 Gäste",
                "Bis zu 3.000 Produkte werden geprüft. | 3.000: AT_MOST 3000 Produkte",
                "Weniger als 40 Betten sind frei. | 40: LESS_THAN 40 Betten",
                "Nicht mehr als zehn Schiffe liefen aus. | zehn: AT_MOST 10 Schiffe",
                "Gut 500 Anhänger kamen. | 500: MORE_THAN 500 Anhänger",
                "Es kamen 500 oder mehr Gäste. | 500: AT_LEAST 500 Gäste",
                "Zwischen 10 und 12 Prozent der Stimmen entfielen auf ihn. | 10 und 12 Prozent: EXACT 10..12 PERCENT % Stimmen",
                "Es kamen 5 bis 7 Millionen Gäste. | 5 bis 7 Millionen: EXACT 5000000..7000000 Gäste",
                "Von drei bis fünf Tonnen ist die Rede. | drei bis fünf Tonnen: EXACT 3..5 MEASURE t",
                "10-12 % sind möglich. | 10-12 %: EXACT 10..12 PERCENT %",
                "Drei, vier oder fünf Verletzte liegen im Spital. | Drei: EXACT 3 Verletzte; vier: EXACT 4 Verletzte; fünf: EXACT 5 Verletzte",
                "Der Anteil stieg um 2,5 Prozentpunkte. | 2,5 Prozentpunkte: EXACT 2.5 PERCENT {pp}",
                "Das ist eine 5-prozentige Erhöhung. | 5-prozentige: EXACT 5 PERCENT %",
                "Das Schiff ist 120 Meter lang. | 120 Meter: EXACT 120 MEASURE m",
                "Der Wald misst 45 Hektar und mehr. | 45 Hektar: AT_LEAST 45 MEASURE har",
                "Er fuhr 188 Kilometer pro Stunde. | 188 Kilometer pro Stunde: EXACT 188 MEASURE km/h",
                "Es fielen 25 Liter Regen. | 25 Liter: EXACT 25 MEASURE L",
                "Draußen sind es minus 5 Grad Celsius. | minus 5 Grad Celsius: EXACT -5 TEMPERATURE Cel",
                "Draußen sind es 27 ºC. | 27 ºC: EXACT 27 TEMPERATURE Cel",
                "Draußen sind es 27 Grad. | 27 Grad: EXACT 27 TEMPERATURE",
                "Der Winkel beträgt 45 Grad. | 45 Grad: EXACT 45 MEASURE deg",
                "Sie ist 31 Jahre alt. | 31 Jahre alt: EXACT 31 AGE a",
                "Ein 29-jähriger Mann wurde festgenommen. | 29-jähriger: EXACT 29 AGE a",
                "Im Alter von 60 Jahren starb er. | 60 Jahren: EXACT 60 AGE a",
                "Drei Männer im Alter von 33, 34 und 39 Jahren kamen. | Drei: EXACT 3 Männer; 33: EXACT 33 AGE a; 34: EXACT 34 AGE a; 39 Jahren: EXACT 39 AGE a",
                "Er kam auf den 3. Platz. | 3.: EXACT 3 ORDINAL",
                "Das zwanzigste Treffen fand statt. | zwanzigste: EXACT 20 ORDINAL",
                "Das hunderterste Treffen fand statt. | hunderterste: EXACT 101 ORDINAL",
                "Mehrere hundert Menschen flohen. | Mehrere hundert: EXACT null Menschen",
                "Einige Tausend Menschen flohen. | Einige Tausend: EXACT null Menschen",
                "Hunderte Menschen flohen. | Hunderte: EXACT null Menschen",
                "Ein Dutzend Polizisten kam. | Ein Dutzend: EXACT 12 Polizisten",
                "Zwei Dutzend Polizisten kamen. | Zwei Dutzend: EXACT 24 Polizisten",
                "Ein paar Dutzend Polizisten kamen. | Ein paar Dutzend: EXACT null Polizisten",
                "74 SCIS-Schulen nahmen teil. | 74: EXACT 74 SCIS-Schulen",
                "15 neue russische Panzer rollten an. | 15: EXACT 15 neue russische Panzer",
                "Es waren 980 Fahrzeuge, darunter mehr als 850 im Besitz des russischen Kontingents. | 980: EXACT 980 Fahrzeuge; 850: MORE_THAN 850 Fahrzeuge",
                "Zwischen 3 Millionen und 5 Millionen Menschen leben dort. | 3 Millionen und 5 Millionen: EXACT 3000000..5000000 Menschen",
                "Zweitausend und zweihundert Fälle sind bekannt. | Zweitausend und zweihundert: EXACT 2200 Fälle",
            })
    void readsFigures(String text, String figures) {
        assertThat(String.join("; ", Reading.of("de", null, text).figures())).isEqualTo(figures);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016 kamen Gäste nach Berlin.",
                "Rufen Sie 030 123 456 oder +49 30 123456 an.",
                "Artikel 5, Absatz 2, § 12, Nr. 7 und Seite 12 gelten.",
                "Der G20-Gipfel, die Boeing 737 und COVID-19.",
                "Version 1.2.3 erschien um 10:30 Uhr, also 22 Uhr.",
                "Das Spiel endete 3:1.",
                "Das Spiel endete 3-1.",
                "1. Der erste Bürgermeister sprach.",
                "Im Zweiten Weltkrieg war es in erster Linie so.",
                "Ein Mann und eine Frau kamen.",
                "Das war am 31. Februar so.",
            })
    void leavesOutWhatIsNoFigure(String text) {
        assertThat(Reading.of("de", null, text).figures()).isEmpty();
    }

    @Test
    void tellsTheOwner() {
        assertThat(Reading.of(
                                "de",
                                null,
                                "Es waren 980 Fahrzeuge, darunter mehr als 850 im Besitz des russischen Kontingents.")
                        .owned())
                .containsExactly("850 of russischen Kontingents");
    }

    @Test
    void isTold() {
        assertThat(Reading.of(
                                null,
                                null,
                                "Der Minister sagte, dass die Gespräche mit der Regierung noch nicht beendet sind.")
                        .annotations()
                        .get(Layers.LANGUAGE)
                        .primary())
                .isEqualTo("de");
    }

    @Test
    void declaresHowMuchItReads() {
        assertThat(Reading.of("de", null, "Es gab 12 Tote.").annotations().coverage("figures"))
                .isEqualTo(Coverage.RAN);
    }
}
