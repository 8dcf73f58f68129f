// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and figures in Spanish. */
final class SpanishTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {

            })
    void readsFigures(String text, String figures) {
        assertThat(String.join("; ", Reading.of("es", null, text).figures())).isEqualTo(figures);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "El G20 habla del COVID-19 y del A320.",
                "Llame al 01 23 45 67 89 o al +34 91 123 45 67.",
                "Versión 1.2.3, a las 10:30 o a las 10 horas.",
                "Véase https://example.com/20/30?x=5 o a12@example.com.",
                "El artículo 5, la resolución 2758, el n.º 12 y la ley 12/2020.",
                "El Boeing 737 aterrizó.",
                "1. El punto",
                "Ganaron por 3-1.",
                "El primer ministro y la primera dama llegaron.",
                "Un hombre y una mujer hablan.",
                "Va a los cuartos de final.",
                "Felipe VI inauguró la cumbre.",
                "La matrícula es 007.",
                "Un medio ruso habla cerca de una casa.",
                "La película \"Apollo 13\" es buena.",
                "En los años 30 y en 1939.",
            })
    void leavesOutWhatIsNoFigure(String text) {
        assertThat(Reading.of("es", null, text).figures()).isEmpty();
    }

    @Test
    void whatIsCountedIsCarriedOverAnEllipsis() {
        Reading reading = Reading.of(
                "es",
                null,
                "980 vehículos, de los cuales más de 850 pertenecientes al contingente ruso de paz y 120 al Comité Internacional de la Cruz Roja, cruzaron.");

        assertThat(reading.figures())
                .containsExactly("980: EXACT 980 vehículos", "850: MORE_THAN 850 vehículos", "120: EXACT 120 vehículos");
        assertThat(reading.annotations().get(Layers.FIGURES).stream()
                        .map(figure -> figure.owner() == null
                                ? null
                                : reading.at(figure.owner().span())))
                .containsExactly(null, "contingente ruso de paz", "Comité Internacional de la Cruz Roja");
    }
}
