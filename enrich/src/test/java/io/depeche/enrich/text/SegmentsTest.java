// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.enrich.text.language.LanguageAnalyser;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.LexiconException;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.segment.SentenceAnalyser;
import io.depeche.enrich.text.segment.Tokeniser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "5 p.m., z.B. т.е.        | 5 p.m. , z.B. т.е.",
                "#MeToo 👍🏽 👨‍👩‍👧 🇫🇷🇦🇿 ❤️!   | # MeToo 👍🏽 👨‍👩‍👧 🇫🇷 🇦🇿 ❤️ !",
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

    /** U+0085 is no whitespace to Java, but it breaks a line. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nextLineEndsALine() {
        assertThat(Reading.of("fr", null, "\u0085\u0085Un.\u0085Deux\u0085\u0085Trois\u0085")
                        .sentences())
                .containsExactly("Un.", "Deux", "Trois");
    }

    /** U+02BC is a letter to Unicode: a word may start with it, and must not be cut before it for ever. */
    @Test
    void anApostropheThatIsALetterCanStartAWord() {
        Tokens tokens =
                Reading.of("en", null, "\u02BC \u02BCs \u02BC").annotations().get(Layers.TOKENS);

        assertThat(tokens.size()).isEqualTo(3);
        assertThat(tokens.get(1).text()).isEqualTo("\u02BCs");
    }

    /** Sentences stand between bars; where the text breaks a line, \\n. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "fr; PARIS, 23 janv. (AFP) - Le ministre est là.| M. Le Pen, p. ex., non.| Voir l'art. 12.| Le n° 12 aussi !",
                "fr; Il a dit : « Non. »| « Vous venez ? », dit-il.| Ah ! c'est lui.| Oui…| « … Non ! ».| Fin",
                "fr; Le 3 oct. 1950, M.\\nDurand est parti.|Le reste suit.| Il est né en oct.| Le Gén. Durand\\nest parti.",
                "fr; Un titre sans point|\\nLe texte.|\\n\\n- premier point|\\n- deuxième point|\\n• 1. troisième",
                "en; J. K. Rowling met Gen. Smith in the U.S.| The U.S. Army said at 5 p.m. ET that Apple Inc. rose 3.5%.",
                "en; \"Why?\" she asked.| \"No.\"| No. 5 won.| No.| He left (again.)| See http://a.b/c?D=E.F.| 😀 Good #MeToo.|Visit.",
                "en; 1. First|\\n2. Second|\\r\\nA. Third|\\nBooking.com and Node.js grew...| He said... nothing.| It is 1.5.",
                "de; Am 3. Mai kam z. B. Dr. h. c. Müller.| Er gewann mit 25.| Danach, d.h. 1990.| Im 19. Jahrhundert, sagte er.",
                "de; „Kommst du?“, fragte er.| Es kamen 2 Mio. Menschen, Autos usw.| Dann nicht.| Z. B. er, Nr. 5.| »Gut.«| Ja.",
                "es; El Sr. Pérez vive en EE. UU.| La Sra. Gómez no.| ¿Viene?| ¡Sí!| La I. A. de EE. UU.| Es así.",
                "it; Il Sig. Rossi (cfr. p. 5) della S.p.A. Eni è qui, ecc.| Poi l'on. Meloni va via.",
                "pt; O Sr. Silva está na p. 5.| A S. A. foi vendida em jan.| O V. Exa. não.",
                "ru; Родился в 1990 г. в г. Баку.| В XX в.| Она жила на ул. Ленина, т. е. в центре.| 90 км/ч.| И. Г. Алиев и т. д.| Конец.",
                "az; Prof. Əliyev 2 km. getdi və s.| Sonra qayıtdı.| C. Məmmədov və İ. Əliyev gəldi.",
                "ja; 東京です。|「大阪です。」|京都です！|はい",
                "ar; هذا خبر.| هذا خبر آخر؟| نعم.",
                "hi; यह खबर है।| यह दूसरी है।",
                "tlh; Dr. House lives.| See 1.5 or 2.| Then end",
            })
    void sentences(String language, String barred) {
        String text = barred.replace("\\n", "\n").replace("\\r", "\r");

        assertThat(Reading.of(language, null, text.replace("|", "")).sentences())
                .containsExactly(
                        Arrays.stream(text.split("\\|")).map(String::strip).toArray(String[]::new));
    }

    /** In text that was broken at a width, the ends of the lines say nothing; otherwise, capitals start a sentence there. */
    @Test
    void aLineBrokenForItsWidthGoesOn() {
        String wrapped = "Le président de la République\nd’Azerbaïdjan a reçu le secrétaire de la Société\n"
                + "Française et les membres du Sénat. Il a dit hier\nQue les relations sont bonnes entre les pays.\nFin.";

        assertThat(Reading.of("fr", null, wrapped).sentences())
                .containsExactly(
                        "Le président de la République\nd’Azerbaïdjan a reçu le secrétaire de la Société\n"
                                + "Française et les membres du Sénat.",
                        "Il a dit hier\nQue les relations sont bonnes entre les pays.",
                        "Fin.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"az", "de", "en", "es", "fr", "ru"})
    void sentencesOfNews(String language) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("sentences/" + language + ".txt")) {
            String news = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            for (String passage : news.split("\n\n")) {
                assertThat(Reading.of(language, null, passage.replace('\n', ' '))
                                .sentences())
                        .containsExactly(passage.split("\n"));
            }
        }
    }

    @Test
    void whatAnAbbreviationIsForIsTold() {
        Lexicon wrong = Lexicon.parse("fr", "fr.lang", "[abbreviations]\nM.\nart. = NUMBERS\n");

        assertThatThrownBy(() -> new SentenceAnalyser(new Lexicons(List.of(wrong), "1")))
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith("fr.lang:3: read \"NUMBERS\" as the value of \"art.\"");
    }

    /** Far above what linear time takes anywhere, far below what quadratic time does. */
    @ParameterizedTest
    @CsvSource({
        "a, 20000000",
        "א, 20000000",
        "-a, 10000000",
        "(, 500000",
        "'« ', 500000",
        "'\"', 500000",
        "'. ', 500000",
        "'z. ', 500000",
        "'א. ', 500000",
        "'a\n', 500000",
        "'.\n ', 500000",
        "\uD83D, 500000"
    })
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void hostileTextIsCutInLinearTime(String piece, int times) {
        Lexicons lexicons = Lexicons.standard();
        Annotations annotations = new Annotator(
                        List.of(new Tokeniser(lexicons), new LanguageAnalyser(), new SentenceAnalyser(lexicons)))
                .annotate(Document.of(piece.repeat(times), "de", null));

        assertThat(annotations.coverage("tokens")).isEqualTo(Coverage.RAN);
        assertThat(annotations.coverage("sentences")).isEqualTo(Coverage.RAN);
    }
}
