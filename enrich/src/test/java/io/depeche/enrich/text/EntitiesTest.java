// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One person, one entity; one organisation, one entity. */
final class EntitiesTest {

    @Test
    void aSurnameMayStandBeforeTheFullName() {
        Reading reading = Reading.of("en", null, "Mr Trump spoke in Ohio. Donald Trump then left for Texas.");

        assertThat(reading.mentions("Donald Trump")).containsExactly("Trump PARTIAL", "Donald Trump NAME");
    }

    @Test
    void aFirstNameAloneStandsForTheOnePersonWhoHasIt() {
        Reading reading = Reading.of("en", null, "Jeremy Corbyn met Theresa May. Jeremy was pleased, Theresa was not.");

        assertThat(reading.mentions("Jeremy Corbyn")).containsExactly("Jeremy Corbyn NAME", "Jeremy PARTIAL");
        assertThat(reading.mentions("Theresa May")).containsExactly("Theresa May NAME", "Theresa PARTIAL");
    }

    @Test
    void anAcronymStandsForTheOrganisationWithItsLetters() {
        Reading reading = Reading.of(
                "fr", null, "Le Comité international de la Croix-Rouge (CICR) est à Genève. Le CICR aide les blessés.");

        assertThat(reading.mentions("Comité international de la Croix-Rouge"))
                .containsExactly("Comité international de la Croix-Rouge NAME", "CICR PARTIAL", "CICR PARTIAL");
    }

    @Test
    void officesBehindANameAndBeforeACommaAreRoles() {
        Reading reading = Reading.of(
                "fr", null, "Ilham Aliyev, président de l’Azerbaïdjan, est arrivé. Le maire, Paul Durand, l’a reçu.");

        assertThat(reading.roles("Ilham Aliyev")).hasSize(1);
        assertThat(reading.roles("Ilham Aliyev").get(0)).startsWith("président");
        assertThat(reading.roles("Paul Durand")).containsExactly("maire");
    }

    @Test
    void anOfficeThatTwoCanHaveStandsForNeither() {
        Reading reading = Reading.of(
                "fr",
                null,
                "Le président Ilham Aliyev a vu le président Emmanuel Macron. Puis le président est parti.");

        assertThat(reading.mentions("Ilham Aliyev")).containsExactly("Ilham Aliyev NAME");
        assertThat(reading.mentions("Emmanuel Macron")).containsExactly("Emmanuel Macron NAME");
    }

    @Test
    void anOfficeIsOfWhomItsCountrySays() {
        Reading reading = Reading.of(
                "fr",
                null,
                "Le président azerbaïdjanais Ilham Aliyev a vu le président français Emmanuel Macron. Le président "
                        + "français est parti.");

        assertThat(reading.mentions("Emmanuel Macron"))
                .containsExactly("Emmanuel Macron NAME", "Le président français ROLE");
        assertThat(reading.mentions("Ilham Aliyev")).containsExactly("Ilham Aliyev NAME");
    }
}
