// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    private static final String FRENCH =
            "Le Secrétaire d’État américain s’est dit préoccupé par la situation survenue sur le corridor.";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void followsTheByteOrderMark(String charset) throws Refused {
        byte[] bytes = ("\uFEFF" + FRENCH + "\uD83D\uDE00").getBytes(Charset.forName(charset));

        Decoder.Decoded decoded = Decoder.decode(bytes);

        assertThat(decoded.text()).isEqualTo(FRENCH + "\uD83D\uDE00");
        assertThat(decoded.charset().name()).isEqualTo(charset);
        assertThat(decoded.guess()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1252|" + FRENCH,
                "windows-1251|Президент России заявил в понедельник, что переговоры продолжатся.",
                "KOI8-R|Президент России заявил в понедельник, что переговоры продолжатся.",
                "windows-1256|قال الرئيس يوم الاثنين إن المحادثات ستستمر",
                "GB18030|总统星期一表示，会谈将继续进行。各方对此表示欢迎。",
                "Shift_JIS|大統領は月曜日、協議は継続すると述べた。",
                "EUC-KR|대통령은 월요일 회담이 계속될 것이라고 말했다.",
                "UTF-16LE|" + FRENCH,
                "UTF-16LE|The President said on Monday that the talks would go on."
            })
    void guessesOtherEncodingsAndSaysSo(String charset, String text) throws Refused {
        Decoder.Decoded decoded = Decoder.decode(text.getBytes(Charset.forName(charset)));

        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.charset().name()).isEqualTo(charset);
        assertThat(decoded.guess())
                .hasValueSatisfying(guess -> assertThat(guess).contains(charset));
    }

    @Test
    void looksAtTheBytesThatMatterForItsGuess() throws Refused {
        String text = "Plain English words. ".repeat(1000) + "\n" + FRENCH;

        Decoder.Decoded decoded = Decoder.decode(text.getBytes(Charset.forName("windows-1252")));

        assertThat(decoded.text()).isEqualTo(text);
    }

    @Test
    void refusesWhereItsGuessIsNotConfident() {
        byte[] polish = "Prezydent oświadczył w poniedziałek, że rozmowy będą kontynuowane."
                .getBytes(Charset.forName("ISO-8859-2"));

        assertThatThrownBy(() -> Decoder.decode(polish))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("byte 0xB6 at offset 11");
    }

    /** The detector's first guess is ISO-8859-2, "été ŕ Lyon", as confident as the right one. */
    @Test
    void refusesWhereTwoEncodingsAreAsLikelyAndReadDifferently() {
        byte[] french = "Le maire a été à Lyon.".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Decoder.decode(french)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesDamagedUtf8InsteadOfTakingItForSomethingElse() {
        byte[] damaged = FRENCH.getBytes(StandardCharsets.UTF_8);
        damaged[4] = (byte) 0xFF;

        assertThatThrownBy(() -> Decoder.decode(damaged))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("byte 0xFF at offset 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ISO-8859-15", "windows-1250", "windows-1251", "UTF-8", "UTF-16LE", "UTF-16BE", "Shift_JIS"})
    void followsWhatIsSaidOfTheEncoding(String charset) throws Refused {
        String text = charset.equals("windows-1251") ? "Москва" : charset.equals("Shift_JIS") ? "大統領" : "été";

        Decoder.Decoded decoded =
                Decoder.decode(text.getBytes(Charset.forName(charset)), Optional.of(Charset.forName(charset)));

        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.charset().name()).isEqualTo(charset);
        assertThat(decoded.guess()).isEmpty();
    }

    @Test
    void followsTheByteOrderMarkRatherThanWhatIsSaid() throws Refused {
        byte[] bytes = "\uFEFFété".getBytes(StandardCharsets.UTF_8);

        assertThat(Decoder.decode(bytes, Optional.of(StandardCharsets.ISO_8859_1))
                        .text())
                .isEqualTo("été");
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1, windows-1252", "US-ASCII, windows-1252"})
    void readsLatinAsWhatIsMeantByIt(String said, String read) throws Refused {
        Decoder.Decoded decoded =
                Decoder.decode("“€ 5”".getBytes(Charset.forName("windows-1252")), Optional.of(Charset.forName(said)));

        assertThat(decoded.text()).isEqualTo("“€ 5”");
        assertThat(decoded.charset().name()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "Shift_JIS", "ISO-2022-JP", "windows-1253"})
    void fallsBackAndSaysSoWhereWhatIsSaidIsWrong(String said) throws Refused {
        String text = FRENCH + " Ê, Ò!";

        Decoder.Decoded decoded =
                Decoder.decode(text.getBytes(StandardCharsets.UTF_8), Optional.of(Charset.forName(said)));

        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.guess())
                .hasValueSatisfying(guess -> assertThat(guess).contains("said to be " + said, "read as UTF-8"));
    }

    /** Java's decoders differ in what they do at the end, and in how many characters come of a byte. */
    @Property(tries = 5000)
    void survivesAnyEncodingThatIsSaid(@ForAll("charsets") Charset said, @ForAll byte[] bytes) {
        try {
            assertThat(Decoder.decode(bytes, Optional.of(said)).text()).isNotNull();
        } catch (Refused e) {
            assertThat(e).hasMessageContaining("not readable");
        }
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.of(List.copyOf(Charset.availableCharsets().values()));
    }

    @Test
    void refusesHalfAUnitOfUtf16() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\uFEFFabc".getBytes(StandardCharsets.UTF_16LE));
        bytes.write('d');

        assertThatThrownBy(() -> Decoder.decode(bytes.toByteArray()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("offset 8");
    }

    @Test
    void handsOnUnpairedSurrogatesOfUtf16ToBeMended() throws Refused {
        assertThat(Decoder.decode(new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xD8, 0, 0, 'a'})
                        .text())
                .isEqualTo("\uD800a");
    }
}
