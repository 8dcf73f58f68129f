// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class IntTableTest {

    @Property(tries = 200)
    void tellsKeysFromWhatItDoesNotHave(@ForAll @IntRange(max = 5000) int size, @ForAll long seed) {
        // Half of them are in the table; the others share their slots.
        int[] asked = new Random(seed)
                .ints()
                .filter(key -> key != 0)
                .distinct()
                .limit(2L * size)
                .toArray();
        int[] keys = IntStream.of(asked).limit(size).toArray();

        IntTable table = new IntTable(keys, IntStream.rangeClosed(1, size).toArray());

        for (int i = 0; i < asked.length; i++) {
            assertThat(table.get(asked[i])).isEqualTo(i < size ? i + 1 : 0);
        }
        assertThat(table.get(0)).isZero();
        assertThat(table.keys()).isEqualTo(IntStream.of(keys).sorted().toArray());
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntTable(new int[] {5, 7, 5}, new int[] {1, 2, 3}))
                .withMessage("Key 5 is there twice");
    }
}
