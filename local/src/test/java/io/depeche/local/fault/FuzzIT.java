// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.local.fault.FuzzLedger.Fate;
import org.junit.jupiter.api.Test;

/**
 * What is sent to statements.raw is accounted for, whatever it is. {@code -Ddepeche.fuzz.seed=N} repeats a run, {@code
 * -Ddepeche.fuzz.records=N} makes a longer one.
 */
class FuzzIT {

    private static final int RECORDS = Integer.getInteger("depeche.fuzz.records", 20_000);

    @Test
    void noRoleDiesAndEveryRecordIsOutUnchangedHeldOrDeadOnce() throws Exception {
        long seed = Long.getLong("depeche.fuzz.seed", 20_231_126L);

        FuzzRun.Result result = FuzzRun.run(seed, RECORDS, System.out::println);

        FuzzLedger ledger = result.ledger();
        assertThat(result.faults()).as("seed %d", seed).isEmpty();
        assertThat(ledger.size()).isEqualTo(RECORDS);
        assertThat(ledger.count(Fate.OUT)
                        + ledger.count(Fate.UNCHANGED)
                        + ledger.count(Fate.HELD)
                        + ledger.count(Fate.REPLACED_WHILE_HELD)
                        + ledger.count(Fate.DEAD))
                .isEqualTo(RECORDS);
        assertThat(result.annotated()).isEqualTo(ledger.count(Fate.OUT));
        assertThat(result.enriched() + result.undelivered()).isEqualTo(ledger.count(Fate.OUT));
        assertThat(result.letters()).isEqualTo(ledger.count(Fate.DEAD) + result.undelivered());
    }
}
