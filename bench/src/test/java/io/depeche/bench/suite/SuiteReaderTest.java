// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.enrich.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuiteReaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsModelsAndParsersAndLeavesOutWhatIsNotSupported() throws IOException {
        Path file = folder.resolve("DateTimeModel.json");
        Files.writeString(file, "\uFEFF" + """
                        [
                          {"Input": "I'll go Friday", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
                           "Results": [{"Text": "friday", "Start": 8, "End": 13, "TypeName": "datetimeV2.date",
                             "Resolution": {"values": [{"timex": "XXXX-WXX-5", "value": "2016-11-04"}]}}]},
                          {"Input": "a 4 and a 4", "Results": [
                             {"Text": "4", "TypeName": "number", "Resolution": {"value": "4"}},
                             {"Text": "4", "TypeName": "number", "Resolution": {"value": "4"}}]},
                          {"Input": "for 3h", "NotSupported": "java, python",
                           "Results": [{"Text": "3h", "Start": 4, "Length": 2, "Type": "duration",
                             "Value": {"Timex": "PT3H", "FutureResolution": {"duration": "10800"}}}]},
                          {"Input": "x", "NotSupported": "javascript, dotnet", "Results": []},
                          {"Input": "x", "NotSupportedByDesign": "dotNet", "Results": []}
                        ]
                        """);

        List<SuiteCase> cases = new SuiteReader().read(file);

        assertThat(cases).extracting(SuiteCase::input).containsExactly("I'll go Friday", "a 4 and a 4", "for 3h");
        assertThat(cases.get(0).referenceDate()).isEqualTo("2016-11-07T00:00:00");
        assertThat(cases.get(0).expected().get(0).candidates())
                .containsExactly(new Candidate("XXXX-WXX-5", "2016-11-04", null, null));
        assertThat(cases.get(1).expected())
                .extracting(Expected::span)
                .containsExactly(new Span(2, 3), new Span(10, 11));
        assertThat(cases.get(2).expected().get(0).candidates()).contains(new Candidate("PT3H", null, null, null));
    }

    @Test
    void languagesAreKnownByTheirEnglishNames() {
        assertThat(ScoreSuite.tag("Portuguese")).contains("pt");
        assertThat(ScoreSuite.tag("Russian")).contains("ru");
        assertThat(ScoreSuite.tag("EnglishOthers")).isEmpty();
    }
}
