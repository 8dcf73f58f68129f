// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;

final class FiguresAndDatesTest {

    @Test
    void textsAreThereWithTheirSizes() {
        assertThat(Text.FRENCH.texts()).hasSize(100).noneMatch(text -> text.contains("==="));
        assertThat(Text.ENGLISH.bytes()).isBetween(150_000L, 250_000L);
        assertThat(Text.CONJUNCTIONS.bytes()).isBetween(999_000L, 1_000_000L);
    }

    @Test
    void allThatIsMeasuredRuns() {
        FiguresAndDates benchmark = new FiguresAndDates();
        benchmark.text = Text.FRENCH;
        benchmark.prepare();
        Blackhole sink = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

        assertThatCode(() -> {
                    benchmark.segmentation(sink);
                    benchmark.figuresAndDates(sink);
                    benchmark.all(sink);
                })
                .doesNotThrowAnyException();
    }
}
