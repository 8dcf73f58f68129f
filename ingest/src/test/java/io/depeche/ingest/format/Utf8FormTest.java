// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The JDK's strict decoder knows it, too. */
class Utf8FormTest {

    @Property(tries = 20_000)
    void isWellFormedWhatTheDecoderTakes(@ForAll("almostUtf8") byte[] bytes) {
        assertThat(Utf8Form.isWellFormed(bytes)).isEqualTo(isDecoded(bytes));
    }

    @Property(tries = 20_000)
    void isCleanWhereTheCharacterIsNeitherMendedNorCounted(@ForAll("almostUtf8") byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] < 0) {
                assertThat(Utf8Form.lengthIfClean(bytes, at)).isEqualTo(lengthIfClean(bytes, at));
            }
        }
    }

    private static int lengthIfClean(byte[] bytes, int at) {
        for (int length = 2; length <= 4 && at + length <= bytes.length; length++) {
            byte[] character = Arrays.copyOfRange(bytes, at, at + length);
            String text = "a" + new String(character, StandardCharsets.UTF_8) + "a";
            if (isDecoded(character) && text.codePointCount(0, text.length()) == 3) {
                return CleanText.of(text).equals(new CleanText(text, 0, 0, 0)) ? length : 0;
            }
        }
        return 0;
    }

    @Provide
    Arbitrary<byte[]> almostUtf8() {
        return Arbitraries.of(
                        "a",
                        "abcdefghijkl",
                        "\0",
                        "abcdefg\u007F",
                        "\u2028",
                        "\u2029",
                        "\u2027",
                        "\uFFFD",
                        "\uFFFC",
                        "\u009F",
                        "é",
                        "—",
                        "\uD83D\uDE00",
                        "Â",
                        "\u00ED",
                        "\u00A0",
                        "\u0080",
                        "à\u0080",
                        "í\u00A0\u0080",
                        "ð\u0080\u0080\u0080",
                        "ô\u0090\u0080\u0080",
                        "ô\u008F¿¿",
                        "À\u0080",
                        "ï¿¿",
                        "õ\u0080\u0080\u0080",
                        "ÿ")
                .list()
                .ofMaxSize(6)
                .flatMap(parts -> Arbitraries.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)
                        .map(charset -> String.join("", parts).getBytes(charset)))
                .flatMap(bytes -> Arbitraries.integers()
                        .between(Math.max(0, bytes.length - 3), bytes.length)
                        .map(length -> Arrays.copyOf(bytes, length)));
    }

    private static boolean isDecoded(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
