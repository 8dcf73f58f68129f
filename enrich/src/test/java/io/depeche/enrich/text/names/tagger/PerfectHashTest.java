// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class PerfectHashTest {

    @Property(tries = 100)
    void eachKeyHasASlotOfItsOwn(@ForAll @IntRange(max = 20_000) int size, @ForAll long seed) {
        int[] keys = new Random(seed).ints().distinct().limit(size).toArray();

        PerfectHash hash = new PerfectHash(keys);

        assertThat(IntStream.of(keys).map(hash::slot).distinct().count()).isEqualTo(size);
        assertThat(hash.slots()).isLessThan(2 * size + 16);
    }

    @Property
    void anyNumberHasASlot(@ForAll int number) {
        PerfectHash hash = new PerfectHash(
                IntStream.range(0, 1000).map(i -> i * 0x9E3779B1).toArray());

        assertThat(hash.slot(number)).isBetween(0, hash.slots() - 1);
    }

    @Test
    void keysThatAreNotLikeRandomOnesOnlyTakeMoreRoom() {
        int[] keys = IntStream.range(0, 60).toArray();

        PerfectHash hash = new PerfectHash(keys);

        assertThat(IntStream.of(keys).map(hash::slot).distinct().count()).isEqualTo(keys.length);
    }
}
