// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and figures in Italian. */
final class ItalianTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C'erano 12.000 soldati alla frontiera. | 12.000: EXACT 12000 soldati",
                "C'erano 12 000 soldati alla frontiera. | 12 000: EXACT 12000 soldati",
                "Il bilancio è di 1.250.000,50 euro. | 1.250.000,50 euro: EXACT 1250000.5 MONEY EUR",
                "Sono morti ventuno soldati. | ventuno: EXACT 21 soldati",
                "Sono arrivate trentadue famiglie. | trentadue: EXACT 32 famiglie",
                "Duecento donne hanno protestato. | Duecento: EXACT 200 donne",
                "Sono venute millecinquecento persone. | millecinquecento: EXACT 1500 persone",
                "Sono venute duecentomila persone. | duecentomila: EXACT 200000 persone",
                "Un milione duecentomila persone. | Un milione duecentomila: EXACT 1200000 persone",
                "Ventunomilatrecento firme raccolte. | Ventunomilatrecento: EXACT 21300 firme",
                "Trecentottantotto pagine. | Trecentottantotto: EXACT 388 pagine",
                "Costa due miliardi e mezzo di euro. | due miliardi e mezzo di euro: EXACT 2500000000 MONEY EUR",
                "Costa 300mila euro. | 300mila euro: EXACT 300000 MONEY EUR",
                "Costa 1,5 mld di euro. | 1,5 mld di euro: EXACT 1500000000 MONEY EUR",
                "Costa 20 mln di dollari USA. | 20 mln di dollari USA: EXACT 20000000 MONEY USD",
                "Vive un milione di persone. | un milione: EXACT 1000000 persone",
                "Ci sono 2,3 milioni di abitanti. | 2,3 milioni: EXACT 2300000 abitanti",
                "Costa $ 5 in tutto. | $ 5: EXACT 5 MONEY",
                "Costa 20 dollari. | 20 dollari: EXACT 20 MONEY",
                "Costa 94.000 franchi svizzeri. | 94.000 franchi svizzeri: EXACT 94000 MONEY CHF",
                "Ha pagato 10 euro e 50 centesimi. | 10 euro e 50 centesimi: EXACT 10.5 MONEY EUR",
                "Ha pagato 34 centesimi. | 34 centesimi: EXACT 34 MONEY XXX/100",
                "Mezzo milione di bambini ha fame. | Mezzo milione: EXACT 500000 bambini",
                "Tre milioni e mezzo di bambini hanno fame. | Tre milioni e mezzo: EXACT 3500000 bambini",
                "Due terzi dei deputati hanno votato. | Due terzi: EXACT 0.666666666666667 deputati",
                "La terza parte dei deputati ha votato. | terza parte: EXACT 0.333333333333333 deputati",
                "La metà della popolazione è giovane. | metà: EXACT 0.5 popolazione",
                "Uno su tre è fumatore. | Uno su tre: EXACT 0.333333333333333",
                "Sale del due virgola cinque per cento. | due virgola cinque per cento: EXACT 2.5 PERCENT %",
                "Sale del 12,5% del bilancio. | 12,5%: EXACT 12.5 PERCENT % bilancio",
                "Sale di 2,3 punti percentuali. | 2,3 punti percentuali: EXACT 2.3 PERCENT {pp}",
                "Più di 850 veicoli sono stati distrutti. | 850: MORE_THAN 850 veicoli",
                "Oltre 100 case sono bruciate. | 100: MORE_THAN 100 case",
                "Meno di 100 case sono bruciate. | 100: LESS_THAN 100 case",
                "Quasi 200 agenti vigilano. | 200: NEARLY 200 agenti",
                "Circa 1.000 persone sono fuggite. | 1.000: ABOUT 1000 persone",
                "Almeno 15 morti a Baku. | 15: AT_LEAST 15 morti",
                "Al massimo 30 invitati. | 30: AT_MOST 30 invitati",
                "Fino a 3.000 prodotti. | 3.000: AT_MOST 3000 prodotti",
                "Non meno di dieci navi. | dieci: AT_LEAST 10 navi",
                "Non più di dieci navi. | dieci: AT_MOST 10 navi",
                "Sono passati 980 veicoli circa. | 980: ABOUT 980 veicoli",
                "Intorno alle 40 case. | 40: ABOUT 40 case",
                "Una cifra superiore ai 300 milioni. | 300 milioni: MORE_THAN 300000000",
                "Sono venuti 500 o più invitati. | 500: AT_LEAST 500 invitati",
                "Tra 10 e 12 feriti. | 10 e 12: EXACT 10..12 feriti",
                "Tra i 10 e i 12 feriti. | 10 e i 12: EXACT 10..12 feriti",
                "Da 5 a 7 milioni di turisti. | 5 a 7 milioni: EXACT 5000000..7000000 turisti",
                "Dal 10 al 12 per cento dei voti. | 10 al 12 per cento: EXACT 10..12 PERCENT % voti",
                "Un 10-12% dei voti. | 10-12%: EXACT 10..12 PERCENT % voti",
                "Ci sono stati 3, 5 o 7 feriti. | 3: EXACT 3 feriti; 5: EXACT 5 feriti; 7: EXACT 7 feriti",
                "Una dozzina di missili è caduta. | Una dozzina: EXACT 12 missili",
                "Una decina di agenti vigila. | Una decina: ABOUT 10 agenti",
                "Un centinaio di agenti vigila. | Un centinaio: ABOUT 100 agenti",
                "Decine di migliaia di persone sono fuggite. | Decine di migliaia: EXACT null persone",
                "Centinaia di feriti aspettano. | Centinaia: EXACT null feriti",
                "Alcune migliaia di soldati sono arrivate. | Alcune migliaia: EXACT null soldati",
                "È il ventunesimo congresso. | ventunesimo: EXACT 21 ORDINAL",
                "È il centocinquantesimo anniversario. | centocinquantesimo: EXACT 150 ORDINAL",
                "È il 25º anniversario. | 25º: EXACT 25 ORDINAL",
                "È la seconda esplosione. | seconda: EXACT 2 ORDINAL",
                "Un uomo di 29 anni è morto. | 29 anni: EXACT 29 AGE a",
                "Mario Rossi, 45 anni, è morto. | 45 anni: EXACT 45 AGE a",
                "La bambina ha cinque anni. | cinque anni: EXACT 5 AGE a",
                "Un 29enne è stato arrestato. | 29enne: EXACT 29 AGE a",
                "Ha più di trent'anni. | trent'anni: MORE_THAN 30 AGE a",
                "Ci sono 25 gradi centigradi. | 25 gradi centigradi: EXACT 25 TEMPERATURE Cel",
                "Ci sono 25 °C al sole. | 25 °C: EXACT 25 TEMPERATURE Cel",
                "Ci sono 30° C al sole. | 30° C: EXACT 30 TEMPERATURE Cel",
                "Ci sono meno 5 gradi. | meno 5 gradi: EXACT -5 TEMPERATURE",
                "Pesa 250 chili. | 250 chili: EXACT 250 MEASURE kg",
                "Sono 20 tonnellate di grano. | 20 tonnellate: EXACT 20 MEASURE t grano",
                "Va a 120 chilometri orari. | 120 chilometri orari: EXACT 120 MEASURE km/h",
                "Va a 120 km all'ora. | 120 km all'ora: EXACT 120 MEASURE km/h",
                "Occupa 100 kmq di bosco. | 100 kmq: EXACT 100 MEASURE km2 bosco",
                "Occupa 40 ettari. | 40 ettari: EXACT 40 MEASURE har",
                "Ha percorso 3 miglia. | 3 miglia: EXACT 3 MEASURE [mi_i]",
                "Gli altri tre soldati sono fuggiti. | tre: EXACT 3 soldati",
                "Sono 12 dei 15 ostaggi. | 12: EXACT 12 ostaggi; 15: EXACT 15 ostaggi",
            })
    void readsFigures(String text, String figures) {
        assertThat(String.join("; ", Reading.of("it", null, text).figures())).isEqualTo(figures);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Il G20 parla del COVID-19 e dell'A320.",
                "Chiamare lo 01 23 45 67 89 o il +39 06 123 45 67.",
                "Versione 1.2.3, alle 10:30 o alle ore 10.",
                "Vedi https://example.com/20/30?x=5 o a12@example.com.",
                "L'articolo 5, la risoluzione 2758, il n. 12 e la legge 12/2020.",
                "Il Boeing 737 è atterrato.",
                "1. Il punto",
                "Hanno vinto per 3-1.",
                "Il primo ministro è arrivato prima di lui.",
                "Un uomo e una donna parlano.",
                "Va ai quarti di finale, secondo il giornale.",
                "Papa Giovanni Paolo II aprì il congresso.",
                "La targa è 007.",
                "Un mezzo russo è vicino a una casa.",
                "Il film \"Apollo 13\" è bello.",
                "Negli anni 30 e nel 1939, nell'Ottocento.",
                "I secoli passano.",
            })
    void leavesOutWhatIsNoFigure(String text) {
        assertThat(Reading.of("it", null, text).figures()).isEmpty();
    }

    @Test
    void whatIsCountedIsCarriedOverAnEllipsis() {
        Reading reading = Reading.of(
                "it",
                null,
                "980 veicoli, di cui oltre 850 appartenenti al contingente russo di pace e 120 al Comitato internazionale della Croce Rossa, sono passati.");

        assertThat(reading.figures())
                .containsExactly("980: EXACT 980 veicoli", "850: MORE_THAN 850 veicoli", "120: EXACT 120 veicoli");
        assertThat(reading.annotations().get(Layers.FIGURES).stream()
                        .map(figure -> figure.owner() == null
                                ? null
                                : reading.at(figure.owner().span())))
                .containsExactly(null, "contingente russo di pace", "Comitato internazionale della Croce Rossa");
    }
}
