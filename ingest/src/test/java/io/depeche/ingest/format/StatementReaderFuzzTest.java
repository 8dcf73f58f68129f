// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Jazzer looks for bytes that make a reader throw, or a text unclean. Without {@code JAZZER_FUZZ=1} in the environment it
 * only reads again what stands beside this class.
 */
final class StatementReaderFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void noBytesBreakTheReader(byte[] bytes) {
        RecordingIntake intake = AllFormats.read(bytes);

        for (String text : intake.texts()) {
            assertThat(CleanText.of(text))
                    .isEqualTo(new CleanText(text, 0, 0, CleanText.of(text).replacements()));
        }
        assertThat(intake.refusals)
                .allSatisfy(refusal -> assertThat(refusal.wayOut()).isNotBlank());
    }
}
