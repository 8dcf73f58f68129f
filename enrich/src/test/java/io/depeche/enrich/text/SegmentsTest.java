// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SegmentsTest {

    private final Tokeniser tokeniser = new Tokeniser(Lexicons.standard());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "l’Arménie                | l’ Arménie",
                "jusqu'à aujourd'hui      | jusqu' à aujourd'hui",
                "don't O'Brien            | don't O'Brien",
                "Turkey's war             | Turkey 's war",
                "États-Unis, a-t-il dit   | États-Unis , a-t-il dit",
                "2,300.5 (12,5 %)         | 2,300.5 ( 12,5 % )",
                "le 1er G20 COVID-19 v2.0 | le 1er G20 COVID-19 v2 . 0",
                "the U.S. see www.a.b/c). | the U.S. see www.a.b/c ) .",
                "(http://x.y/20?z=3), a.b@c.d! | ( http://x.y/20?z=3 ) , a.b@c.d !",
            })
    void tokens(String text, String tokens) {
        assertThat(String.join(" ", texts(text))).isEqualTo(tokens);
    }

    private List<String> texts(String text) {
        Tokens tokens = tokeniser.tokenise(text);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            texts.add(tokens.get(i).text());
        }
        return texts;
    }

    /** U+02BC is a letter to Unicode: a word may start with it, and must not be cut before it for ever. */
    @Test
    void anApostropheThatIsALetterCanStartAWord() {
        Tokens tokens =
                Reading.of("en", null, "\u02BC \u02BCs \u02BC").annotations().get(Layers.TOKENS);

        assertThat(tokens.size()).isEqualTo(3);
        assertThat(tokens.get(1).text()).isEqualTo("\u02BCs");
    }

    @Test
    void sentences() {
        assertThat(Reading.of("fr", null, "M. Dupont est là. Le n° 12 aussi ! Le Gén. Durand\nest parti.\n\nFin")
                        .sentences())
                .containsExactly("M. Dupont est là.", "Le n° 12 aussi !", "Le Gén. Durand\nest parti.", "Fin");
        assertThat(Reading.of("en", null, "Dr. J. Smith left the U.S. The U.S. Army did not.")
                        .sentences())
                .containsExactly("Dr. J. Smith left the U.S.", "The U.S. Army did not.");
        assertThat(Reading.of("ja", null, "東京です。大阪です。").sentences()).containsExactly("東京です。", "大阪です。");
    }
}
