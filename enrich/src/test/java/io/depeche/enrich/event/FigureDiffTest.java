// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.ChangeType;
import io.depeche.event.FigureChange;
import io.depeche.event.FigureKind;
import io.depeche.event.FigureValue;
import io.depeche.event.Qualifier;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class FigureDiffTest {

    private static FigureValue figure(String value, String counted) {
        return figure(value, value, Qualifier.EXACT, counted);
    }

    private static FigureValue figure(String text, String value, Qualifier qualifier, String counted) {
        return new FigureValue(text, FigureKind.CARDINAL, value, null, qualifier, null, counted);
    }

    @Test
    void aFigureWithAnotherValueIsAltered() {
        FigureValue before = figure("12", "morts");
        FigureValue after = figure("15", "morts");

        assertThat(FigureDiff.between(List.of(before), List.of(after)))
                .containsExactly(new FigureChange(ChangeType.ALTERED, "morts", before, after, 0));
    }

    @Test
    void aFigureWithAnotherQualifierIsAltered() {
        FigureValue before = figure("12", "12", Qualifier.ABOUT, "morts");
        FigureValue after = figure("12", "12", Qualifier.AT_LEAST, "morts");

        assertThat(FigureDiff.between(List.of(before), List.of(after)))
                .extracting(FigureChange::getType)
                .containsExactly(ChangeType.ALTERED);
    }

    @Test
    void figuresOfOtherThingsAreAddedAndRemoved() {
        FigureValue dead = figure("12", "morts");
        FigureValue hurt = figure("30", "blessés");

        assertThat(FigureDiff.between(List.of(dead), List.of(hurt)))
                .containsExactly(
                        new FigureChange(ChangeType.ADDED, "blessés", null, hurt, 0),
                        new FigureChange(ChangeType.REMOVED, "morts", dead, null, null));
    }

    @Test
    void figuresThatMovedOrAreWrittenAnotherWayHaveNotChanged() {
        List<FigureValue> before = List.of(figure("12", "Morts"), figure("30", "blessés"));
        List<FigureValue> after = List.of(figure("30", "blessés"), figure("douze", "12", Qualifier.EXACT, "morts"));

        assertThat(FigureDiff.between(before, after)).isEmpty();
    }

    @Test
    void unchangedFiguresAreNotPairedWithNewOnes() {
        List<FigureValue> before = List.of(figure("12", "morts"));
        List<FigureValue> after = List.of(figure("3", "morts"), figure("12", "morts"));

        assertThat(FigureDiff.between(before, after))
                .containsExactly(new FigureChange(ChangeType.ADDED, "morts", null, after.get(0), 0));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void manyFiguresTakeLinearTime() {
        List<FigureValue> before = IntStream.range(0, 100_000)
                .mapToObj(i -> figure(Integer.toString(i), "morts"))
                .toList();
        List<FigureValue> after = IntStream.range(0, 100_000)
                .mapToObj(i -> figure(Integer.toString(200_000 + i), "morts"))
                .toList();

        assertThat(FigureDiff.between(before, after)).hasSize(100_000);
    }
}
