// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The yardstick: one real statement, read as a person reads it. */
final class LatchineTest {

    private static Reading reading;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = LatchineTest.class.getResourceAsStream("/latchine.fr.txt")) {
            reading = Reading.of(null, "2023-01", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void tellsTheLanguage() {
        DetectedLanguage language = reading.annotations().get(Layers.LANGUAGE);

        assertThat(language.tag()).isEqualTo("fr");
        assertThat(language.confidence()).isBetween(0.9f, 1f);
    }

    @Test
    void cutsTheSentences() {
        assertThat(reading.sentences())
                .hasSize(12)
                .startsWith("Le Président de la République Ilham Aliyev a reçu, lundi 23 janvier, un coup de fil du "
                        + "Secrétaire d’État américain Antony Blinken.");
    }

    @Test
    void readsTheFiguresAndNoOthers() {
        assertThat(reading.figures())
                .containsExactly(
                        "980: ABOUT 980 véhicules",
                        "850: MORE_THAN 850 véhicules",
                        "120: MORE_THAN 120 véhicules",
                        "90: NEARLY 90 personnes",
                        "cinq: EXACT 5 principes");
    }

    @Test
    void tellsWhoseTheFiguresAre() {
        List<Figure> figures = reading.annotations().get(Layers.FIGURES);

        assertThat(figures.get(0).owner()).isNull();
        assertThat(reading.at(figures.get(1).owner().span())).isEqualTo("contingent russe de maintien de la paix");
        assertThat(figures.get(1).owner().entity()).isNull();
        assertThat(reading.at(figures.get(2).owner().span())).isEqualTo("Comité international de la Croix-Rouge");
        assertThat(figures.get(2).owner().entity())
                .isEqualTo(
                        reading.entity("Comité international de la Croix-Rouge").id());
    }

    @Test
    void readsTheDates() {
        assertThat(reading.dates())
                .containsExactly(
                        "lundi 23 janvier: 2023-01-23 @ 2023-01", "12 décembre 2022: 2022-12-12", "2021: 2021");
    }

    @Test
    void readsTheNames() {
        assertThat(reading.entities())
                .containsExactly(
                        "PERSON Ilham Aliyev",
                        "PERSON Antony Blinken",
                        "LOCATION Latchine",
                        "LOCATION États-Unis country:US",
                        "LOCATION Khankendi",
                        "ORGANISATION Comité international de la Croix-Rouge",
                        "LOCATION Arménie country:AM",
                        "LOCATION Azerbaïdjan country:AZ",
                        "LOCATION Karabagh");
        assertThat(reading.mentions("Ilham Aliyev"))
                .filteredOn(mention -> mention.endsWith("NAME"))
                .hasSize(5)
                .containsOnly("Ilham Aliyev NAME");
        assertThat(reading.mentions("Antony Blinken"))
                .filteredOn(mention -> mention.endsWith("NAME"))
                .hasSize(3)
                .containsOnly("Antony Blinken NAME");
        assertThat(reading.mentions("Latchine")).hasSize(4).containsOnly("Latchine NAME");
        assertThat(reading.mentions("Khankendi")).hasSize(2).containsOnly("Khankendi NAME");
        assertThat(reading.mentions("Azerbaïdjan")).hasSize(8);
        assertThat(reading.mentions("Arménie")).hasSize(4).containsOnly("Arménie NAME");
        assertThat(reading.mentions("Comité international de la Croix-Rouge")).hasSize(2);
    }

    @Test
    void tellsWhoSaidWhat() {
        assertThat(reading.said())
                .containsExactlyInAnyOrder(
                        "le Secrétaire d’État américain | s’est dit | préoccupé par la situation survenue sur le corridor "
                                + "de Latchine sur le territoire azerbaïdjanais",
                        "Antony Blinken | a réitéré | l’engagement des États-Unis à normaliser les relations "
                                + "arméno-azerbaïdjanaises et à soutenir les pourparlers sur un traité de paix",
                        "Le Président Ilham Aliyev | a déclaré | la route Latchine-Khankendi n’était pas bloquée",
                        "Le Président Ilham Aliyev | ajoutant | depuis le 12 décembre 2022 cette route avaient été "
                                + "empruntée par environs 980 véhicules, dont plus de 850 appartenant au contingent russe de "
                                + "maintien de la paix et plus de 120 au Comité international de la Croix-Rouge",
                        "le président azerbaïdjanais | a souligné | près de 90 personnes malades et ayant besoin d’une "
                                + "assistance médicale avaient été transportées en Arménie par le Comité international de la "
                                + "Croix-Rouge",
                        "le Président Ilham Aliyev | selon | Ces faits montrent que l’Azerbaïdjan n’a pas fermé la route "
                                + "Latchine-Khankendi",
                        "Le chef de l’État | a souligné | les opérations illégales sur les sites miniers devaient être "
                                + "arrêtées dans les territoires azerbaïdjanais, où les soldats russes de maintien de la paix "
                                + "avaient été déployés temporairement, l’Azerbaïdjan devrait avoir la possibilité d’exercer "
                                + "une surveillance et une inspection constantes sur les mêmes sites",
                        "Le Président azerbaïdjanais | a attiré l’attention | l’utilisation par l’Arménie de la route de "
                                + "Latchine pour le transport illégal de mines fabriquées en 2021",
                        "Le Président Ilham Aliyev | a réitéré | l’engagement de l’Azerbaïdjan au processus de paix et la "
                                + "normalisation des relations avec l'Arménie",
                        "Le chef de l'Etat | a souligné | le traité de paix à signer entre l’Azerbaïdjan et l’Arménie ne "
                                + "devait inclure que la normalisation des relations bilatérales dans le cadre des normes et "
                                + "principes du droit international et des cinq principes proposés par l’Azerbaïdjan",
                        "Le Président Ilham Aliyev | a noté | l’Azerbaïdjan garantirait les droits et la sécurité des "
                                + "civils arméniens vivant dans la zone économique du Karabagh en Azerbaïdjan conformément à "
                                + "la constitution et aux lois de la République d’Azerbaïdjan");
        for (Attribution attribution : reading.annotations().get(Layers.ATTRIBUTIONS)) {
            String speaker = reading.at(attribution.speakerSpan());
            String name =
                    speaker.contains("Blinken") || speaker.contains("américain") ? "Antony Blinken" : "Ilham Aliyev";
            assertThat(attribution.speaker()).isEqualTo(reading.entity(name).id());
        }
    }

    @Test
    void officesStandForTheirPersons() {
        assertThat(reading.mentions("Ilham Aliyev"))
                .contains("le président azerbaïdjanais ROLE", "Le chef de l’État ROLE", "Le chef de l'Etat ROLE");
        assertThat(reading.mentions("Antony Blinken")).contains("le Secrétaire d’État américain ROLE");
    }

    @Test
    void readsTheOffices() {
        assertThat(reading.roles("Antony Blinken")).containsExactly("Secrétaire d’État américain");
        assertThat(reading.roles("Ilham Aliyev"))
                .containsExactly("Président de la République", "Président", "Président", "Président", "Président");
    }
}
