// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.enrich.text.speech.evaluation.GoldStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any text in any language. */
final class AnyTextTest {

    private static final List<String> LAYERS =
            List.of("tokens", "language", "sentences", "dates", "entities", "attributions", "figures");

    private static final int MEGABYTE = 1 << 20;

    /** Text made of what the analysers look for, of any other chars, and of halves of surrogate pairs. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "plus de ",
                "12",
                " ",
                "\u00A0",
                "000",
                ",5 ",
                "millions ",
                "d’",
                "l'",
                "Arménie",
                "Le ",
                "Président ",
                "Comité international de la ",
                "Croix-Rouge",
                "lundi ",
                "23",
                " janvier",
                " 2022",
                "en ",
                "M. ",
                ".",
                "\n",
                "J.",
                "U.S.",
                "http://",
                "@",
                "-",
                "–",
                "«",
                "\n\nThe minister said that the road had not been closed by the soldiers, and that people could therefore go to "
                        + "the next town, where the others had been waiting for them since the morning.\n\n",
                "€",
                "%",
                "deux cent ",
                "vingt et ",
                "appartenant au ",
                "the ",
                "of ",
                "May ",
                "December ",
                "3rd",
                "from ",
                "last ",
                "next ",
                "week ",
                "half past ",
                "10:30 ",
                "pm ",
                "every ",
                "ago ",
                "1/2/2020",
                "du ",
                "au ",
                "dernier ",
                "la veille ",
                "h",
                "'s ",
                "République d’",
                "Ilham ",
                "Aliyev",
                "\uD83D",
                "\uDE00",
                "\uD83D\uDE00",
                "\u0000",
                "\u0301",
                "\u02BC",
                "\u200D",
                "İ",
                "ß",
                "ﬁ",
                "٣",
                "𝟛",
                "東京。",
                "Ⅻ");
        Arbitrary<String> any =
                Arbitraries.strings().withCharRange('\u0000', '\uFFFF').ofMaxLength(3);
        return Arbitraries.frequencyOf(Tuple.of(9, pieces), Tuple.of(1, any))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 500)
    void nothingFailsAndAllSpansAreInOrder(@ForAll("texts") String text) {
        for (String language : new String[] {null, "fr", "en", "de", "es", "ru", "ar"}) {
            Annotations annotations = Reading.of(language, "2023-01", text).annotations();

            for (String layer : LAYERS) {
                assertThat(annotations.coverage(layer)).as(layer).isNotEqualTo(Coverage.FAILED);
            }
            List<Span> tokens = new ArrayList<>();
            for (int i = 0; i < annotations.get(Layers.TOKENS).size(); i++) {
                Token token = annotations.get(Layers.TOKENS).get(i);
                tokens.add(token.span());
                assertThat(token.text()).isEqualTo(token.span().of(text));
            }
            assertInOrder(text, tokens);
            assertInOrder(text, annotations.get(Layers.SENTENCES));
            assertInOrder(
                    text,
                    annotations.get(Layers.DATES).stream()
                            .map(DateExpression::span)
                            .toList());
            assertInOrder(
                    text,
                    annotations.get(Layers.FIGURES).stream().map(Figure::span).toList());
            for (Entity entity : annotations.get(Layers.ENTITIES)) {
                assertInOrder(
                        text, entity.mentions().stream().map(Mention::span).toList());
                assertInOrder(text, entity.roles());
            }
            assertAttributions(text, annotations);
            for (Figure figure : annotations.get(Layers.FIGURES)) {
                for (String value : new String[] {figure.value(), figure.upper()}) {
                    assertThat(value)
                            .satisfiesAnyOf(
                                    open -> assertThat(open).isNull(),
                                    number -> assertThat(number).matches("-?\\d{1,160}(\\.\\d{1,160})?"));
                }
            }
        }
    }

    /** The whole holds its parts, and a speaker is an entity of the text. */
    private static void assertAttributions(String text, Annotations annotations) {
        for (Attribution attribution : annotations.get(Layers.ATTRIBUTIONS)) {
            Span whole = attribution.span();
            assertInOrder(text, List.of(whole));
            for (Span part : new Span[] {attribution.speakerSpan(), attribution.cue(), attribution.content()}) {
                assertThat(part == null || whole.start() <= part.start() && part.end() <= whole.end())
                        .as("%s in %s", part, whole)
                        .isTrue();
            }
            if (attribution.speaker() != null) {
                assertThat(attribution.speaker())
                        .isBetween(1, annotations.get(Layers.ENTITIES).size());
            }
        }
    }

    private static void assertInOrder(String text, List<Span> spans) {
        int end = 0;
        for (Span span : spans) {
            assertThat(span.start()).isGreaterThanOrEqualTo(end);
            end = span.end();
            assertThat(end).isLessThanOrEqualTo(text.length());
            // A span never cuts a code point in two.
            assertThat(span.start() > 0
                            && Character.isSurrogatePair(text.charAt(span.start() - 1), text.charAt(span.start())))
                    .isFalse();
            assertThat(end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)))
                    .isFalse();
        }
    }

    /** Quadratic time on a megabyte takes an hour; the limit is far above what linear time takes anywhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "12 et 12 et ",
                "May May ",
                "lundi lundi ",
                "from 1 to 1 to ",
                "1/1-1/1-",
                "2014-",
                "the last week of ",
                "12 12 2012 ",
                "12 345 ",
                "1",
                "1,",
                "a",
                "a.",
                "a. ",
                "A",
                "A ",
                "A.",
                "A. ",
                "«",
                "\"",
                "'",
                "l'",
                "s's",
                "-a",
                "deux-",
                "deux ",
                "cent ",
                "vingt et ",
                "plus de ",
                "plus de 1 ",
                "Le ",
                "Président de la ",
                "Comité de ",
                "Aliyev de ",
                "Ilham Aliyev, ",
                "lundi ",
                "12 et ",
                "12 décembre ",
                "May ",
                "en ",
                "http://",
                "@",
                "a@b",
                "M. ",
                "1. ",
                "? ",
                "a\n\n",
                "z. ",
                "...",
                "\n",
                " ",
                "\u00A0",
                "\u0000",
                "\uD83D",
                "\uD83D\uDE00",
                "\u0301",
                "\u02BC",
                "\u02BC ",
                "5 morts ",
                "5 appartenant au a a a a a a a a a a a a ",
                "République de la ",
                "a dit que ",
                ", a dit Macron",
                "selon Macron, ",
                "« a ",
                "il a dit : « oui. ",
                "dit-il, ",
                "et a ajouté que ",
                ", ajoutant que ",
                "X a dit, selon Y, que ",
                "Ilham Aliyev, président, ",
                "le président ",
                "certains disent que ",
                "Alors que la nuit tombait, ",
                "a dit dans un entretien accordé à X "
            })
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aMegabyteOfTheSameIsReadInLinearTime(String piece) {
        readAMegabyte("fr", piece);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Il a dit| ,",
                "Il a dit|, lundi,",
                "Il plaide| devant",
                "Il plaide| devant la presse,",
                "Il fait état| dans un rapport"
            })
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aMegabyteBehindACueIsReadInLinearTime(String cue, String piece) {
        assertRead("fr", cue + piece.repeat(MEGABYTE / piece.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"May ", "twenty and ", "1,000 ", "a's ", "Ilham Aliyev of ", "Sept. "})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aMegabyteOfTheSameIsReadInLinearTimeInEnglish(String piece) {
        readAMegabyte("en", piece);
    }

    private static void readAMegabyte(String language, String piece) {
        assertRead(language, piece.repeat(MEGABYTE / piece.length()));
    }

    private static void assertRead(String language, String text) {
        Annotations annotations = Reading.of(language, "2023-01", text).annotations();

        for (String layer : LAYERS) {
            assertThat(annotations.coverage(layer)).as(layer).isNotEqualTo(Coverage.FAILED);
        }
    }

    /** Feeds cut texts off, and texts begin in the middle of a sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void halvesOfSentencesBreakNothing(String language) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of("src/test/resources/gold", language, "developing"))) {
            files = found.toList();
        }
        for (Path file : files) {
            Annotations whole = Reading.of(
                            language, "2023-01", GoldStatement.read(file).text())
                    .annotations();
            for (Span sentence : whole.get(Layers.SENTENCES)) {
                halvesBreakNothing(sentence.of(GoldStatement.read(file).text()), language);
            }
        }
    }

    @Test
    void aTextThatEndsWhereSomethingIsJudgedBreaksNothing() {
        halvesBreakNothing("Le maire juge cette mesure du conseil « absurde » et la rejette.", "fr");
    }

    private static void halvesBreakNothing(String sentence, String language) {
        Tokens tokens = Reading.of(language, "2023-01", sentence).annotations().get(Layers.TOKENS);
        for (int i = 1; i < tokens.size(); i++) {
            int cut = tokens.get(i).start();
            for (String half : List.of(sentence.substring(0, cut).strip(), sentence.substring(cut))) {
                Annotations annotations = Reading.of(language, "2023-01", half).annotations();
                assertThat(annotations.coverage("attributions")).as(half).isNotEqualTo(Coverage.FAILED);
            }
        }
    }
}
