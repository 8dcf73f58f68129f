// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void formsOfAddressAreNoRoles() {
        Reading reading = Reading.of("fr", null, "M. Antony Blinken et le ministre Sergueï Lavrov se sont vus.");

        assertThat(reading.entities()).containsExactly("PERSON Antony Blinken", "PERSON Sergueï Lavrov");
        assertThat(reading.roles("Antony Blinken")).isEmpty();
        assertThat(reading.roles("Sergueï Lavrov")).containsExactly("ministre");
    }

    /** A model may end the name at the organisation word, before what it is of. */
    @Test
    void anOrganisationIsNamedWithWhatItIsOf() {
        assertThat(Reading.of("en", null, "They left it to the International Committee of the Red Cross.")
                        .entities())
                .containsExactly("ORGANISATION International Committee of the Red Cross");
    }

    @Test
    void aCompanyIsNamedWithItsLegalForm() {
        assertThat(Reading.of("en", null, "Shares of Symbotic, Inc. rose while Apple Inc. was sued.")
                        .entities())
                .containsExactly("ORGANISATION Symbotic, Inc.", "ORGANISATION Apple Inc.");
    }

    @Test
    void twoPlacesBehindARoadAreTwo() {
        Reading reading = Reading.of("fr", null, "La route Latchine-Khankendi n’est pas bloquée à Latchine.");

        assertThat(reading.entities()).containsExactly("LOCATION Latchine", "LOCATION Khankendi");
        assertThat(reading.mentions("Latchine")).hasSize(2);
    }

    /** Azerbaijani, a language with a model and little else; Italian and Dutch are read by rules and lists. */
    @ParameterizedTest
    @CsvSource({"fr, RAN", "en, RAN", "es, RAN", "de, RAN", "pt, RAN", "ru, RAN", "az, RAN", "it, PARTIAL"})
    void coverageSaysWhatTheLanguageHas(String language, Coverage coverage) {
        Reading reading = Reading.of(language, null, "Ilham Aliyev, Baku.");

        assertThat(reading.annotations().coverage("entities")).isEqualTo(coverage);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | El presidente Pedro Sánchez viajó a Ucrania con la Comisión Europea. | Pedro Sánchez; Ucrania "
                        + "country:UA; Comisión Europea",
                "de | Bundeskanzler Olaf Scholz hat in der Ukraine die Europäische Kommission gelobt. | Olaf Scholz; "
                        + "Ukraine country:UA; Europäische Kommission",
                "pt | O presidente Lula da Silva visitou o Brasil com a Comissão Europeia. | Lula da Silva; Brasil "
                        + "country:BR; Comissão Europeia",
                "ru | Президент Владимир Путин прибыл в Москву. | Владимир Путин; Москву",
                "az | Prezident İlham Əliyev Bakıda çıxış edib. | İlham Əliyev; Bakıda",
            })
    void modelsReadTheirLanguages(String language, String text, String names) {
        assertThat(Reading.of(language, null, text).entities().stream()
                        .map(entity -> entity.substring(entity.indexOf(' ') + 1)))
                .containsExactly(names.split("; "));
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
