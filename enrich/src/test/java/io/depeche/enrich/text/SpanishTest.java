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
                "Había 12.000 soldados en la frontera. | 12.000: EXACT 12000 soldados",
                "Había 12 000 soldados en la frontera. | 12 000: EXACT 12000 soldados",
                "El presupuesto es de 1.250.000,50 euros. | 1.250.000,50 euros: EXACT 1250000.5 MONEY EUR",
                "En México hubo 1,250,000 votos. | 1,250,000: EXACT 1250000 votos",
                "Murieron veintiún soldados. | veintiún: EXACT 21 soldados",
                "Llegaron treinta y dos refugiados. | treinta y dos: EXACT 32 refugiados",
                "Doscientas mujeres protestaron. | Doscientas: EXACT 200 mujeres",
                "Vinieron mil quinientas personas. | mil quinientas: EXACT 1500 personas",
                "Cuesta dos mil trescientos millones de euros. | dos mil trescientos millones de euros: EXACT 2300000000 MONEY EUR",
                "Cuesta 3 mil 500 pesos. | 3 mil 500 pesos: EXACT 3500 MONEY",
                "Vive un millón de personas. | un millón: EXACT 1000000 personas",
                "Hay 2,3 millones de habitantes. | 2,3 millones: EXACT 2300000 habitantes",
                "Se gastaron 50 M€ en obras. | 50 M€: EXACT 50000000 MONEY EUR",
                "Se gastaron US$ 50 millones. | US$ 50 millones: EXACT 50000000 MONEY USD",
                "Cuesta $ 5 en total. | $ 5: EXACT 5 MONEY",
                "Cuesta 20 dólares. | 20 dólares: EXACT 20 MONEY",
                "Cuesta 94.000 pesos mexicanos. | 94.000 pesos mexicanos: EXACT 94000 MONEY MXN",
                "Pagó 10 euros y 50 céntimos. | 10 euros y 50 céntimos: EXACT 10.5 MONEY EUR",
                "Pagó 34 centavos. | 34 centavos: EXACT 34 MONEY XXX/100",
                "Medio millón de niños pasa hambre. | Medio millón: EXACT 500000 niños",
                "Tres millones y medio de niños pasan hambre. | Tres millones y medio: EXACT 3500000 niños",
                "Dos tercios de los diputados votaron. | Dos tercios: EXACT 0.666666666666667 diputados",
                "La tercera parte de los diputados votó. | tercera parte: EXACT 0.333333333333333 diputados",
                "Las dos terceras partes de los diputados votaron. | dos terceras partes: EXACT 0.666666666666667 diputados",
                "La mitad de la población es joven. | mitad: EXACT 0.5 población",
                "Uno de cada tres españoles fuma. | Uno de cada tres: EXACT 0.333333333333333 españoles",
                "Sube dos coma cinco por ciento. | dos coma cinco por ciento: EXACT 2.5 PERCENT %",
                "Sube un 12,5 % del presupuesto. | 12,5 %: EXACT 12.5 PERCENT % presupuesto",
                "Sube 2,3 puntos porcentuales. | 2,3 puntos porcentuales: EXACT 2.3 PERCENT {pp}",
                "Entre el 10 % y el 12 % de los votos. | 10 % y el 12 %: EXACT 10..12 PERCENT % votos",
                "Más de 850 vehículos fueron destruidos. | 850: MORE_THAN 850 vehículos",
                "Menos de 100 casas ardieron. | 100: LESS_THAN 100 casas",
                "Casi 200 policías vigilan. | 200: NEARLY 200 policías",
                "Cerca de 1.000 personas huyeron. | 1.000: NEARLY 1000 personas",
                "Al menos 15 muertos en Bakú. | 15: AT_LEAST 15 muertos",
                "Por lo menos quince heridos. | quince: AT_LEAST 15 heridos",
                "Como máximo 30 invitados. | 30: AT_MOST 30 invitados",
                "Hasta 3.000 productos. | 3.000: AT_MOST 3000 productos",
                "No menos de diez barcos. | diez: AT_LEAST 10 barcos",
                "No más de diez barcos. | diez: AT_MOST 10 barcos",
                "Unos 980 vehículos cruzaron. | 980: ABOUT 980 vehículos",
                "Alrededor de 40 casas. | 40: ABOUT 40 casas",
                "Aproximadamente 500 manifestantes. | 500: ABOUT 500 manifestantes",
                "Una cifra superior a 300 millones. | 300 millones: MORE_THAN 300000000",
                "Vinieron 500 o más invitados. | 500: AT_LEAST 500 invitados",
                "Entre 10 y 12 heridos. | 10 y 12: EXACT 10..12 heridos",
                "De 5 a 7 millones de turistas. | 5 a 7 millones: EXACT 5000000..7000000 turistas",
                "Desde 10 hasta 20 toneladas. | 10 hasta 20 toneladas: EXACT 10..20 MEASURE t",
                "Un 10-12 % de los votos. | 10-12 %: EXACT 10..12 PERCENT % votos",
                "Entre dos y tres mil millones de dólares. | dos y tres mil millones de dólares: EXACT 2000000000..3000000000 MONEY",
                "Hubo 3, 5 o 7 heridos. | 3: EXACT 3 heridos; 5: EXACT 5 heridos; 7: EXACT 7 heridos",
                "Una docena de misiles cayó. | Una docena: EXACT 12 misiles",
                "Un centenar de policías vigila. | Un centenar: ABOUT 100 policías",
                "Decenas de miles de personas huyeron. | Decenas de miles: EXACT null personas",
                "Cientos de heridos esperan. | Cientos: EXACT null heridos",
                "Varios miles de soldados llegaron. | Varios miles: EXACT null soldados",
                "Es el vigésimo primer congreso. | vigésimo primer: EXACT 21 ORDINAL",
                "Es el 25.º aniversario. | 25.º: EXACT 25 ORDINAL",
                "Es la segunda explosión. | segunda: EXACT 2 ORDINAL",
                "Es el decimotercer encuentro. | decimotercer: EXACT 13 ORDINAL",
                "Un hombre de 29 años murió. | 29 años: EXACT 29 AGE a",
                "Juan Pérez, de 45 años, murió. | 45 años: EXACT 45 AGE a",
                "La niña tiene cinco años. | cinco años: EXACT 5 AGE a",
                "Tiene más de treinta años de edad. | treinta años de edad: MORE_THAN 30 AGE a",
                "Hace 25 grados centígrados. | 25 grados centígrados: EXACT 25 TEMPERATURE Cel",
                "Hace 25 ºC al sol. | 25 ºC: EXACT 25 TEMPERATURE Cel",
                "Hace 30º C al sol. | 30º C: EXACT 30 TEMPERATURE Cel",
                "Hace menos 5 grados. | menos 5 grados: EXACT -5 TEMPERATURE",
                "Pesa 250 kilos. | 250 kilos: EXACT 250 MEASURE kg",
                "Son 20 toneladas de trigo. | 20 toneladas: EXACT 20 MEASURE t trigo",
                "Va a 120 kilómetros por hora. | 120 kilómetros por hora: EXACT 120 MEASURE km/h",
                "Ocupa 100 km2 de bosque. | 100 km2: EXACT 100 MEASURE km2 bosque",
                "Ocupa 40 hectáreas. | 40 hectáreas: EXACT 40 MEASURE har",
                "Recorrió 3 millas. | 3 millas: EXACT 3 MEASURE [mi_i]",
                "Los otros tres soldados huyeron. | tres: EXACT 3 soldados",
                "Son 12 de los 15 rehenes. | 12: EXACT 12 rehenes; 15: EXACT 15 rehenes",
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
                .containsExactly(
                        "980: EXACT 980 vehículos", "850: MORE_THAN 850 vehículos", "120: EXACT 120 vehículos");
        assertThat(reading.annotations().get(Layers.FIGURES).stream()
                        .map(figure -> figure.owner() == null
                                ? null
                                : reading.at(figure.owner().span())))
                .containsExactly(null, "contingente ruso de paz", "Comité Internacional de la Cruz Roja");
    }
}
