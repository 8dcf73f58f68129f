// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementIdTest {

    /** Made with an implementation of its own, in Python: these ids are in users' topics and must never change. */
    @Test
    void staysWhatItIs() {
        assertThat(StatementId.of("inbox", "2023/janvier.txt", "whatever"))
                .isEqualTo("b67247426ce785aaf0457ed9be508397");
        assertThat(StatementId.of("inbox", null, "Le Président")).isEqualTo("21e9286b2a7aed6f1cad8aba33c30945");
    }

    @Test
    void isOfTheOwnIdAndNotOfTheTextWhereThereIsOne() {
        assertThat(StatementId.of("inbox", "a", "first text")).isEqualTo(StatementId.of("inbox", "a", "second text"));
        assertThat(StatementId.of("inbox", null, "first text"))
                .isNotEqualTo(StatementId.of("inbox", null, "second text"));
    }

    @Test
    void keepsPartsApart() {
        assertThat(StatementId.of("a", "bc", "")).isNotEqualTo(StatementId.of("ab", "c", ""));
        assertThat(StatementId.of("a", "x", "")).isNotEqualTo(StatementId.of("a", null, "x"));
    }
}
