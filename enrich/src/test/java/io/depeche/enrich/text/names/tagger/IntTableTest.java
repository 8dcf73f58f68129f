// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class IntTableTest {

    @Property(tries = 200)
    void manyAtOnceAreWhatTheyAreOneByOne(@ForAll @IntRange(max = 500) int size, @ForAll long seed) {
        // Half of them are in the table, and in a full one many are not in the first slot of theirs.
        int[] asked = new Random(seed)
                .ints()
                .filter(key -> key != 0)
                .distinct()
                .limit(2L * size)
                .toArray();
        int[] keys = IntStream.of(asked).limit(size).toArray();
        IntTable table = new IntTable(keys, IntStream.rangeClosed(1, size).toArray());

        long[] entries = new long[asked.length];
        table.get(asked, asked.length, entries);

        for (int i = 0; i < asked.length; i++) {
            assertThat((int) entries[i]).isEqualTo(i < size ? i + 1 : 0).isEqualTo(table.get(asked[i]));
        }
    }
}
