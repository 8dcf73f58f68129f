// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.message.HeaderGroup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X: y|",
                "Cache-Control: max-age=60|60",
                "Cache-Control: public, Max-Age=\"60\"|60",
                "Cache-Control: max-age=60; Age: 20|40",
                "Cache-Control: max-age=60; Age: 99|0",
                "Cache-Control: max-age=60; Age: old|60",
                "Cache-Control: max-age=60, max-age=30|30",
                "Cache-Control: max-age=60; Cache-Control: no-cache|0",
                "Cache-Control: no-store|0",
                "Cache-Control: no-cache=\"set-cookie\"|0",
                "Cache-Control: private|",
                "Cache-Control: max-age|",
                "Cache-Control: max-age=-1|",
                "Cache-Control: s-maxage=60|",
                "Cache-Control: max-age=99999999999999999999|2147483648",
                "Cache-Control: max-age=60; Expires: Tue, 24 Nov 2026 13:00:00 GMT|60",
                "Expires: Tue, 24 Nov 2026 13:00:00 GMT|3600",
                "Expires: Tuesday, 24-Nov-26 13:00:00 GMT|3600",
                "Expires: Tue Nov 24 13:00:00 2026|3600",
                "Expires: Tue, 24 Nov 2026 13:00:00 GMT; Date: Tue, 24 Nov 2026 12:59:00 GMT|60",
                "Expires: Tue, 24 Nov 2026 13:00:00 GMT; Date: Tue, 24 Nov 2026 12:59:00 GMT; Age: 10|50",
                "Expires: Tue, 24 Nov 2026 11:00:00 GMT|0",
                "Expires: 0|0",
                "Expires: -1|0",
            })
    void isWhatTheHeadersSay(String headers, Long seconds) {
        HeaderGroup group = new HeaderGroup();
        for (String header : headers.split("; ", -1)) {
            String[] parts = header.split(": ", 2);
            group.addHeader(new org.apache.hc.core5.http.message.BasicHeader(parts[0], parts[1]));
        }

        assertThat(Freshness.of(group, Fetching.NOW).freshFor())
                .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }
}
