// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who said what in Spanish. */
final class SpanishSpeechTest {

    @ParameterizedTest
    @MethodSource("statements")
    void attributions(String text, List<String> expected) {
        assertThat(said(text)).containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of(
                        "El ministro de Exteriores declaró que las negociaciones continuarán.",
                        List.of("El ministro de Exteriores | declaró | las negociaciones continuarán")),
                Arguments.of(
                        "«No habrá más recortes», aseguró la ministra de Economía, María López.",
                        List.of("la ministra de Economía | aseguró | No habrá más recortes")),
                Arguments.of(
                        "Dijo el presidente Pedro Sánchez que el acuerdo está cerca.",
                        List.of("el presidente Pedro Sánchez | Dijo | el acuerdo está cerca")),
                Arguments.of(
                        "Según el informe, la inflación bajará en otoño.",
                        List.of("el informe | Según | la inflación bajará en otoño")),
                Arguments.of(
                        "El puente sigue cerrado, según informó la policía.",
                        List.of("la policía | informó | El puente sigue cerrado")),
                Arguments.of(
                        "Como recordó el alcalde, la obra empezó en mayo.",
                        List.of("el alcalde | recordó | la obra empezó en mayo")),
                Arguments.of(
                        "El secretario general pidió a las partes cesar las hostilidades.",
                        List.of("El secretario general | pidió | cesar las hostilidades")),
                Arguments.of(
                        "El portavoz se negó a comentar la decisión.",
                        List.of("El portavoz | se negó | comentar la decisión")),
                Arguments.of(
                        "La empresa prometió no cerrar la fábrica.",
                        List.of("La empresa | prometió | no cerrar la fábrica")),
                Arguments.of(
                        "Se anunció que el aeropuerto reabrirá el lunes.",
                        List.of("null | Se anunció | el aeropuerto reabrirá el lunes")),
                Arguments.of(
                        "Luis Gómez dijo que no hay dinero. Añadió que espera ayuda.",
                        List.of("Luis Gómez | dijo | no hay dinero", "Luis Gómez | Añadió | espera ayuda")),
                Arguments.of(
                        "El hombre que llegó ayer dijo que no vio nada.", List.of("El hombre | dijo | no vio nada")),
                Arguments.of(
                        "El director volvió a insistir en que la planta es segura.",
                        List.of("El director | volvió a insistir | la planta es segura")),
                Arguments.of(
                        "La diputada, que criticó la reforma, pidió un referéndum.",
                        List.of("La diputada | criticó | la reforma", "La diputada | pidió | un referéndum")),
                Arguments.of(
                        "El Gobierno ha negado que haya muertos, afirmando que todo está en calma.",
                        List.of(
                                "El Gobierno | ha negado | haya muertos",
                                "El Gobierno | afirmando | todo está en calma")));
    }

    /** "speaker | cue | content", by the cue; ? where there is none */
    private static List<String> said(String text) {
        return Reading.of("es", null, text).said();
    }
}
