// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NamesTest {

    @Test
    void aSurnameStandsForThePersonNamedInFullBefore() {
        Reading reading =
                Reading.of("fr", null, "Vladimir Poutine a rencontré Emmanuel Macron. Puis M. Poutine est parti.");

        assertThat(reading.entities()).containsExactly("PERSON Vladimir Poutine", "PERSON Emmanuel Macron");
        assertThat(reading.mentions("Vladimir Poutine")).containsExactly("Vladimir Poutine NAME", "Poutine PARTIAL");
    }

    @Test
    void aSurnameOfTwoPersonsStandsForNeither() {
        Reading reading = Reading.of("fr", null, "Ilham Aliyev et Heydar Aliyev. Il a vu Aliyev.");

        assertThat(reading.entities()).containsExactly("PERSON Ilham Aliyev", "PERSON Heydar Aliyev", "PERSON Aliyev");
    }

    @Test
    void officesAreRolesAndNotNames() {
        Reading reading = Reading.of(
                "fr",
                null,
                "Le ministre des Affaires étrangères Sergueï Lavrov et la présidente de la Commission européenne "
                        + "Ursula von der Leyen ont vu le Président. Le Secrétaire d’État s’est tu.");

        assertThat(reading.entities())
                .containsExactly(
                        "PERSON Sergueï Lavrov", "ORGANISATION Commission européenne", "PERSON Ursula von der Leyen");
        assertThat(reading.roles("Sergueï Lavrov")).containsExactly("ministre des Affaires étrangères");
        assertThat(reading.roles("Ursula von der Leyen")).containsExactly("présidente de la Commission européenne");
    }

    @Test
    void theFirstWordOfASentenceIsANameOnlyWhereItIsOneElsewhere() {
        assertThat(Reading.of("fr", null, "Soudain il part. Latchine est loin. La route de Latchine est bloquée.")
                        .entities())
                .containsExactly("LOCATION Latchine");
    }

    @Test
    void countriesAreLinked() {
        Reading reading = Reading.of("fr", null, "Il va de l'Arménie aux États-Unis, en Corée du Sud et en Russie.");

        assertThat(reading.entities())
                .containsExactly(
                        "LOCATION Arménie country:AM",
                        "LOCATION États-Unis country:US",
                        "LOCATION Corée du Sud country:KR",
                        "LOCATION Russie country:RU");
    }

    @Test
    void ofAHeadlineInCapitalsOnlyListedNamesAreTaken() {
        assertThat(Reading.of("fr", null, "LE PRÉSIDENT EST ARRIVÉ EN ARMÉNIE CE MATIN")
                        .entities())
                .containsExactly("LOCATION Arménie country:AM");
    }
}
