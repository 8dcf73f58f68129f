// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the run that docs/guarantees.md tells of: each fault once, but for the slow ones. */
class FaultIT {

    private static final Map<Fault, Integer> ONCE_EACH = new EnumMap<>(Map.of(
            Fault.INGEST_KILLED, 1,
            Fault.ENRICH_KILLED, 1,
            Fault.SINK_KILLED, 1,
            Fault.ENRICH_FROZEN, 1,
            Fault.SINK_FROZEN, 1,
            Fault.LEADER_KILLED, 1,
            Fault.ENRICH_ROLLED, 1,
            Fault.ENRICH_ADDED, 1));

    @TempDir
    Path folder;

    @Test
    void nothingIsLostNothingDoubledWhateverBreaks() throws Exception {
        List<Path> data = List.of(folder.resolve("1"), folder.resolve("2"), folder.resolve("3"));

        List<FaultRun.Row> rows = FaultRun.run(folder, data, System.nanoTime(), ONCE_EACH, Duration.ZERO, System.out);

        assertThat(rows)
                .hasSize(ONCE_EACH.size())
                .allSatisfy(row -> assertThat(row.records()).isPositive());
    }
}
