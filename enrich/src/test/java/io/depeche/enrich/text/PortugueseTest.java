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
                "Havia 12.000 soldados na fronteira. | 12.000: EXACT 12000 soldados",
                "Havia 12 000 soldados na fronteira. | 12 000: EXACT 12000 soldados",
                "O orçamento é de 1.250.000,50 euros. | 1.250.000,50 euros: EXACT 1250000.5 MONEY EUR",
                "Morreram vinte e um soldados. | vinte e um: EXACT 21 soldados",
                "Chegaram trinta e duas famílias. | trinta e duas: EXACT 32 famílias",
                "Duzentas mulheres protestaram. | Duzentas: EXACT 200 mulheres",
                "Vieram mil e quinhentas pessoas. | mil e quinhentas: EXACT 1500 pessoas",
                "Vieram dois milhões e trezentas mil pessoas. | dois milhões e trezentas mil: EXACT 2300000 pessoas",
                "Custa dois mil e trezentos milhões de euros. | dois mil e trezentos milhões de euros: EXACT 2300000000 MONEY EUR",
                "Custa R$ 1,5 bi por ano. | R$ 1,5 bi: EXACT 1500000000 MONEY BRL",
                "Custa R$ 300 mil por ano. | R$ 300 mil: EXACT 300000 MONEY BRL",
                "Vive um milhão de pessoas. | um milhão: EXACT 1000000 pessoas",
                "Há 2,3 milhões de habitantes. | 2,3 milhões: EXACT 2300000 habitantes",
                "Gastaram-se 50 M€ em obras. | 50 M€: EXACT 50000000 MONEY EUR",
                "Gastaram-se US$ 50 milhões. | US$ 50 milhões: EXACT 50000000 MONEY USD",
                "Custa $ 5 no total. | $ 5: EXACT 5 MONEY",
                "Custa 20 dólares. | 20 dólares: EXACT 20 MONEY",
                "Custa 94.000 ienes. | 94.000 ienes: EXACT 94000 MONEY JPY",
                "Pagou 10 euros e 50 cêntimos. | 10 euros e 50 cêntimos: EXACT 10.5 MONEY EUR",
                "Pagou 34 centavos. | 34 centavos: EXACT 34 MONEY XXX/100",
                "Meio milhão de crianças passa fome. | Meio milhão: EXACT 500000 crianças",
                "Três milhões e meio de crianças passam fome. | Três milhões e meio: EXACT 3500000 crianças",
                "Dois terços dos deputados votaram. | Dois terços: EXACT 0.666666666666667 deputados",
                "A terça parte dos votos e a quarta parte dos deputados saiu. | terça parte: EXACT 0.333333333333333 votos; quarta parte: EXACT 0.25 deputados",
                "Metade da população é jovem. | Metade: EXACT 0.5 população",
                "Um em cada três portugueses fuma. | Um em cada três: EXACT 0.333333333333333 portugueses",
                "Sobe dois vírgula cinco por cento. | dois vírgula cinco por cento: EXACT 2.5 PERCENT %",
                "Sobe 12,5 % do orçamento. | 12,5 %: EXACT 12.5 PERCENT % orçamento",
                "Sobe 2,3 pontos percentuais. | 2,3 pontos percentuais: EXACT 2.3 PERCENT {pp}",
                "Mais de 850 veículos foram destruídos. | 850: MORE_THAN 850 veículos",
                "Menos de 100 casas arderam. | 100: LESS_THAN 100 casas",
                "Quase 200 polícias vigiam. | 200: NEARLY 200 polícias",
                "Cerca de 1.000 pessoas fugiram. | 1.000: ABOUT 1000 pessoas",
                "Pelo menos 15 mortos em Baku. | 15: AT_LEAST 15 mortos",
                "Ao menos quinze feridos. | quinze: AT_LEAST 15 feridos",
                "No máximo 30 convidados. | 30: AT_MOST 30 convidados",
                "Até 3.000 produtos. | 3.000: AT_MOST 3000 produtos",
                "Não menos de dez navios. | dez: AT_LEAST 10 navios",
                "Não mais de dez navios. | dez: AT_MOST 10 navios",
                "Uns 980 veículos passaram. | 980: ABOUT 980 veículos",
                "Por volta de 40 casas. | 40: ABOUT 40 casas",
                "Aproximadamente 500 manifestantes. | 500: ABOUT 500 manifestantes",
                "Um número superior a 300 milhões. | 300 milhões: MORE_THAN 300000000",
                "Vieram 500 ou mais convidados. | 500: AT_LEAST 500 convidados",
                "Entre 10 e 12 feridos. | 10 e 12: EXACT 10..12 feridos",
                "De 5 a 7 milhões de turistas. | 5 a 7 milhões: EXACT 5000000..7000000 turistas",
                "Desde 10 até 20 toneladas. | 10 até 20 toneladas: EXACT 10..20 MEASURE t",
                "Uns 10-12 % dos votos. | 10-12 %: ABOUT 10..12 PERCENT % votos",
                "Entre dois e três mil milhões de dólares. | dois e três mil milhões de dólares: EXACT 2000000000..3000000000 MONEY",
                "Houve 3, 5 ou 7 feridos. | 3: EXACT 3 feridos; 5: EXACT 5 feridos; 7: EXACT 7 feridos",
                "Uma dúzia de mísseis caiu. | Uma dúzia: EXACT 12 mísseis",
                "Uma dezena de polícias vigia. | Uma dezena: ABOUT 10 polícias",
                "Dezenas de milhares de pessoas fugiram. | Dezenas de milhares: EXACT null pessoas",
                "Centenas de feridos esperam. | Centenas: EXACT null feridos",
                "Vários milhares de soldados chegaram. | Vários milhares: EXACT null soldados",
                "É o vigésimo primeiro congresso. | vigésimo primeiro: EXACT 21 ORDINAL",
                "É o 25.º aniversário. | 25.º: EXACT 25 ORDINAL",
                "É a segunda explosão. | segunda: EXACT 2 ORDINAL",
                "É o centésimo quinto encontro. | centésimo quinto: EXACT 105 ORDINAL",
                "Um homem de 29 anos morreu. | 29 anos: EXACT 29 AGE a",
                "João Silva, de 45 anos, morreu. | 45 anos: EXACT 45 AGE a",
                "A menina tem cinco anos. | cinco anos: EXACT 5 AGE a",
                "Tem mais de trinta anos de idade. | trinta anos de idade: MORE_THAN 30 AGE a",
                "Estão 25 graus centígrados. | 25 graus centígrados: EXACT 25 TEMPERATURE Cel",
                "Estão 25 ºC ao sol. | 25 ºC: EXACT 25 TEMPERATURE Cel",
                "Estão menos 5 graus. | menos 5 graus: EXACT -5 TEMPERATURE",
                "Pesa 250 quilos. | 250 quilos: EXACT 250 MEASURE kg",
                "São 20 toneladas de trigo. | 20 toneladas: EXACT 20 MEASURE t trigo",
                "Vai a 120 quilómetros por hora. | 120 quilómetros por hora: EXACT 120 MEASURE km/h",
                "Ocupa 100 km2 de floresta. | 100 km2: EXACT 100 MEASURE km2 floresta",
                "Ocupa 40 hectares. | 40 hectares: EXACT 40 MEASURE har",
                "Percorreu 3 milhas. | 3 milhas: EXACT 3 MEASURE [mi_i]",
                "Os outros três soldados fugiram. | três: EXACT 3 soldados",
                "São 12 dos 15 reféns. | 12: EXACT 12 reféns; 15: EXACT 15 reféns",
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
