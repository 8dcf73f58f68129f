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
