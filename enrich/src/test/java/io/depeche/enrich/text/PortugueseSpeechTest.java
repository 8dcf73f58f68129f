// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who said what in Portuguese. */
final class PortugueseSpeechTest {

    @ParameterizedTest
    @MethodSource("statements")
    void attributions(String text, List<String> expected) {
        assertThat(said(text)).containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of(
                        "O ministro da Defesa declarou que as negociações vão continuar.",
                        List.of("O ministro da Defesa | declarou | as negociações vão continuar")),
                Arguments.of(
                        "«Não haverá mais cortes», garantiu a ministra das Finanças, Maria Lopes.",
                        List.of("a ministra das Finanças | garantiu | Não haverá mais cortes")),
                Arguments.of(
                        "Disse o presidente Marcelo Rebelo de Sousa que o acordo está próximo.",
                        List.of("o presidente Marcelo Rebelo de Sousa | Disse | o acordo está próximo")),
                Arguments.of(
                        "Segundo o relatório, a inflação vai descer no outono.",
                        List.of("o relatório | Segundo | a inflação vai descer no outono")),
                Arguments.of(
                        "A ponte continua fechada, segundo informou a polícia.",
                        List.of("a polícia | informou | A ponte continua fechada")),
                Arguments.of(
                        "Como lembrou o prefeito, a obra começou em maio.",
                        List.of("o prefeito | lembrou | a obra começou em maio")),
                Arguments.of(
                        "O presidente queixou-se da falta de apoio.",
                        List.of("O presidente | queixou-se | falta de apoio")),
                Arguments.of(
                        "A ministra disse-lhe que não há dinheiro.",
                        List.of("A ministra | disse-lhe | não há dinheiro")),
                Arguments.of(
                        "O porta-voz recusou-se a comentar a decisão.",
                        List.of("O porta-voz | recusou-se | comentar a decisão")),
                Arguments.of(
                        "Anunciou-se que o aeroporto reabre na segunda-feira.",
                        List.of("null | Anunciou-se | o aeroporto reabre na segunda-feira")),
                Arguments.of(
                        "João Silva disse que não há dinheiro. Acrescentou que espera ajuda.",
                        List.of("João Silva | disse | não há dinheiro", "João Silva | Acrescentou | espera ajuda")),
                Arguments.of(
                        "O homem que chegou ontem disse que não viu nada.", List.of("O homem | disse | não viu nada")),
                Arguments.of(
                        "O diretor voltou a insistir que a fábrica é segura.",
                        List.of("O diretor | voltou a insistir | a fábrica é segura")),
                Arguments.of("Foi dito pelo governo que não há mortos.", List.of("governo | Foi dito | não há mortos")),
                Arguments.of(
                        "O governo negou que haja mortos, afirmando que tudo está calmo.",
                        List.of("O governo | negou | haja mortos", "O governo | afirmando | tudo está calmo")));
    }

    /** "speaker | cue | content", by the cue; ? where there is none */
    private static List<String> said(String text) {
        return Reading.of("pt", null, text).said();
    }
}
