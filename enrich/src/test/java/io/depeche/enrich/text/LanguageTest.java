// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.LexiconException;
import io.depeche.enrich.text.language.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageTest {

    private static DetectedLanguage language(String stated, String text) {
        return Reading.of(stated, null, text).annotations().get(Layers.LANGUAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Le ministre a dit que la route n'était pas fermée par les soldats.",
                "en | The minister said that the road had not been closed by the soldiers.",
                "es | El ministro dijo que la carretera no fue cerrada por los soldados.",
                "de | Der Minister sagte, dass die Straße nicht von den Soldaten gesperrt wurde.",
                "it | Il ministro ha detto che la strada non è stata chiusa dai soldati della pace.",
                "pt | O ministro disse que a estrada não foi fechada pelos soldados e pela polícia.",
                "ru | Азербайджан и Армения подписали мирный договор.",
                "und | Η Αρμενία και το Αζερμπαϊτζάν υπέγραψαν συνθήκη ειρήνης.",
                "und | Latchine Khankendi Bakou Erevan 12 34",
                "und | 12 34 !",
            })
    void isToldByFunctionWords(String expected, String text) {
        assertThat(language(null, text).tag()).isEqualTo(expected);
    }

    @Test
    void isTheOneStated() {
        assertThat(language("fr-CA", "The text is in English.")).isEqualTo(new DetectedLanguage("fr-CA", 1));
        assertThat(language("French", "The text is in English.").tag()).isEqualTo("en");
        assertThat(language("", "The text is in English.").tag()).isEqualTo("en");
    }

    @Test
    void lessTextIsLessSure() {
        float little = language(null, "The road is closed.").confidence();
        float more = language(null, "The road that they had is closed, and so is the one with the bridge.")
                .confidence();

        assertThat(little).isPositive().isLessThan(more);
        assertThat(language(null, "").confidence()).isZero();
    }

    @Test
    void aLanguageFileIsReadByLine() {
        Lexicon lexicon = Lexicon.parse("fr", "fr.lang", "# comment\n[numbers]\nDeux = 2\n\n[one]\nun\n= \n% = x\n");

        assertThat(lexicon.map(Section.NUMBERS, Integer::valueOf)).containsEntry("deux", 2);
        assertThat(lexicon.words(Section.ONE)).containsExactlyInAnyOrder("un", "=", "%");
        assertThat(lexicon.has(Section.TITLES)).isFalse();
    }

    @Test
    void aMistakeInALanguageFileIsToldWithItsLine() {
        assertThatThrownBy(() -> Lexicon.parse("fr", "fr.lang", "[numbres]\n"))
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith("fr.lang:1: read [numbres]; expected one of [function-words]");
        assertThatThrownBy(() -> Lexicon.parse("fr", "fr.lang", "# x\ndeux = 2\n"))
                .hasMessageStartingWith("fr.lang:2: read \"deux = 2\" before any section");
        assertThatThrownBy(() -> Lexicon.parse("fr", "fr.lang", "[numbers]\ndeux =\n"))
                .hasMessageStartingWith("fr.lang:2: read \"deux =\"; expected a value");
        Lexicon lexicon = Lexicon.parse("fr", "fr.lang", "[numbers]\ndeux = zwei\n");
        assertThatThrownBy(() -> lexicon.map(Section.NUMBERS, Integer::valueOf))
                .hasMessageStartingWith("fr.lang:2: read \"zwei\" as the value of \"deux\"");
        Lexicon twice = Lexicon.parse("fr", "fr.lang", "[numbers]\ndeux = 2\nDEUX = 3\n");
        assertThatThrownBy(() -> twice.map(Section.NUMBERS, Integer::valueOf))
                .hasMessageStartingWith("fr.lang:3: \"DEUX\" has the value 2 further up");
    }
}
