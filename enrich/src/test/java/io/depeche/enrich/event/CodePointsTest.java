// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.event;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CodePointsTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "é", "\uD83D\uDE00", "\uD83D", "\uDE00", "\u0000")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Property
    void offsetsAreThoseOfJavasCodePoints(@ForAll("texts") String text) {
        CodePoints codePoints = new CodePoints(text);

        for (int i = 0; i <= text.length(); i++) {
            assertThat(codePoints.offset(i)).isEqualTo(text.codePointCount(0, i));
        }
    }
}
