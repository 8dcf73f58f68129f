// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void makesOneLineEndOfAll() {
        assertThat(CleanText.of("a\r\nb\rc\nd\u2028e\u2029f\r\r\ng").text()).isEqualTo("a\nb\nc\nd\ne\nf\n\ng");
    }

    @Test
    void makesSpacesOfControlCharactersAndCountsThem() {
        CleanText clean = CleanText.of("a\0b\tc\u007Fd\u0085e\u000Bf");

        assertThat(clean.text()).isEqualTo("a b\tc d e f");
        assertThat(clean.controls()).isEqualTo(4);
        assertThat(clean.notes("the text")).singleElement().asString().contains("(4)");
    }

    @Test
    void replacesHalvesOfSurrogatePairsAndKeepsWholeOnes() {
        CleanText clean = CleanText.of("\uD800a\uDC00b\uD83D\uDE00c\uD83D");

        assertThat(clean.text()).isEqualTo("\uFFFDa\uFFFDb\uD83D\uDE00c\uFFFD");
        assertThat(clean.surrogates()).isEqualTo(3);
        assertThat(clean.replacements()).isZero();
    }

    @Test
    void reportsReplacementCharactersThatWereThereBefore() {
        assertThat(CleanText.of("caf\uFFFD").notes("the text"))
                .singleElement()
                .asString()
                .contains("U+FFFD (1)");
    }

    @Test
    void trimsWhiteSpaceOfAnyKindAndKeepsAByteOrderMarkInTheMiddle() {
        assertThat(CleanText.of(" \uFEFF\u00A0\n\ta\uFEFFb\u3000\u2003\n").text())
                .isEqualTo("a\uFEFFb");
    }

    @Test
    void makesOneLineOfATitle() {
        assertThat(CleanText.line("one\r\ntwo\tthree\n").text()).isEqualTo("one two three");
    }

    @Test
    void takesUpToFivePerCentOfControlCharactersForText() throws Refused {
        CleanText.of("\0" + "a".repeat(19)).refuseBinary(20);

        assertThatThrownBy(() -> CleanText.of("\0" + "a".repeat(18)).refuseBinary(19))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not text");
    }
}
