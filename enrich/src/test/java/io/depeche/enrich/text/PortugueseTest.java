// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and figures in Portuguese. */
final class PortugueseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {

            })
    void readsFigures(String text, String figures) {
        assertThat(String.join("; ", Reading.of("pt", null, text).figures())).isEqualTo(figures);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O G20 fala da COVID-19 e do A320.",
                "Ligue para 01 23 45 67 89 ou +351 21 123 45 67.",
                "Versão 1.2.3, às 10:30 ou às 10 horas.",
                "Veja https://example.com/20/30?x=5 ou a12@example.com.",
                "O artigo 5, a resolução 2758, o n.º 12 e a lei 12/2020.",
                "O Boeing 737 aterrou.",
                "1. O ponto",
                "Ganharam por 3-1.",
                "O primeiro-ministro e a primeira-dama chegaram.",
                "Um homem e uma mulher falam.",
                "Vai aos quartos de final.",
                "O rei Filipe VI abriu a cimeira.",
                "A matrícula é 007.",
                "Chega na segunda-feira, segundo fontes, perto de uma casa.",
                "O filme \"Apollo 13\" é bom.",
                "Nos anos 30 e em 1939.",
            })
    void leavesOutWhatIsNoFigure(String text) {
        assertThat(Reading.of("pt", null, text).figures()).isEmpty();
    }

    @Test
    void whatIsCountedIsCarriedOverAnEllipsis() {
        Reading reading = Reading.of(
                "pt",
                null,
                "980 veículos, dos quais mais de 850 pertencentes ao contingente russo de paz e 120 ao Comité Internacional da Cruz Vermelha, passaram.");

        assertThat(reading.figures())
                .containsExactly("980: EXACT 980 veículos", "850: MORE_THAN 850 veículos", "120: EXACT 120 veículos");
        assertThat(reading.annotations().get(Layers.FIGURES).stream()
                        .map(figure -> figure.owner() == null
                                ? null
                                : reading.at(figure.owner().span())))
                .containsExactly(null, "contingente russo de paz", "Comité Internacional da Cruz Vermelha");
    }
}
