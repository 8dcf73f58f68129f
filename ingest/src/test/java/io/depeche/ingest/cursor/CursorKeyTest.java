// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorKeyTest {

    private static final String ITEM = "0123456789abcdef0123456789abcdef";

    @Property
    void isReadAsItWasWritten(@ForAll String source) {
        String valid = new String(source.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        CursorKey position = CursorKey.ofPosition(valid);
        CursorKey item = CursorKey.ofItem(valid, ITEM);

        assertThat(CursorKey.parse(position.bytes())).contains(position);
        assertThat(CursorKey.parse(item.bytes())).contains(item);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "feed", "feed#0123", "feed#0123456789ABCDEFG123456789abcdef"})
    void isNothingElse(String key) {
        assertThat(CursorKey.parse(key.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(CursorKey.parse(null)).isEmpty();
    }

    @Property
    void sharesSourcesAmongPartitions(@ForAll String source) {
        assertThat(CursorKey.partition(source, 6)).isBetween(0, 5);
        assertThat(CursorKey.partition(source, 1)).isZero();
    }
}
