// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    @Test
    void recordsThatFailedAlikeHaveOneReason() {
        DeadLetter one = letter("a value of topic 'a' (3 bytes, the first 0x6f) is no statement:\n 8f14e45fceea167a");
        DeadLetter other = letter("a value of topic 'b' (13 bytes, the first 0x7) is no statement: c9f0f895fb98ab91");

        assertThat(one.reason())
                .isEqualTo(other.reason())
                .isEqualTo("Bad: a value of topic … (… bytes, the first …) is no statement: …");
        assertThat(letter(" ").reason()).isEqualTo("Bad");
        assertThat(letter("x ".repeat(200)).reason()).hasSizeLessThan(210);
    }

    @Test
    void isOfItsStageAndOfItsRole() {
        assertThat(letter("").isOf("enrich")).isTrue();
        assertThat(letter("").isOf("enrich/read")).isTrue();
        assertThat(letter("").isOf("enrich/re")).isFalse();
        assertThat(letter("").isOf("sink")).isFalse();
    }

    private static DeadLetter letter(String message) {
        return new DeadLetter(
                new Position(0, 0), "enrich/read", "statements.raw", 0, 0, "org.example.Bad", message, Instant.EPOCH);
    }
}
