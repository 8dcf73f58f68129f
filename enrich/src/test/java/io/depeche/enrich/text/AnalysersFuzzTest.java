// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/**
 * Jazzer looks for texts that make an analyser throw, or a span wrong. What it finds interesting stays in
 * {@code .cifuzz-corpus}, so that runs one after the other go on from there.
 */
final class AnalysersFuzzTest {

    private static final String[] LANGUAGES = {"fr", "en", "es", "de", "pt", "it", "ru", "az", null};
    private static final String[] ISSUED = {"2023-01-23T10:00:00Z", "2023-01-23", "2023-01", "2023", null};
    private static final List<String> LAYERS =
            List.of("pieces", "numerals", "dates", "figures", "entities", "attributions");

    @FuzzTest(maxDuration = "20s")
    void noTextBreaksAnAnalyser(FuzzedDataProvider data) {
        String language = data.pickValue(LANGUAGES);
        String issued = data.pickValue(ISSUED);
        String text = data.consumeRemainingAsString();

        Annotations annotations = Reading.of(language, issued, text).annotations();

        for (String layer : LAYERS) {
            assertThat(annotations.coverage(layer)).as(layer).isNotEqualTo(Coverage.FAILED);
        }
        int end = 0;
        for (Figure figure : annotations.get(Layers.FIGURES)) {
            assertThat(figure.span().start()).isGreaterThanOrEqualTo(end);
            end = figure.span().end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
        for (Attribution attribution : annotations.get(Layers.ATTRIBUTIONS)) {
            assertThat(attribution.span().end()).isLessThanOrEqualTo(text.length());
        }
        end = 0;
        for (DateExpression date : annotations.get(Layers.DATES)) {
            assertThat(date.span().start()).isGreaterThanOrEqualTo(end);
            end = date.span().end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }
}
