// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/**
 * Key of a record of ingest.cursors: {@code SOURCE#} of the source's position, {@code SOURCE#ITEM} of one item that it
 * has had. An item is 32 hexadecimal digits, so that the last {@code #} divides whatever a source is called.
 *
 * @param item empty: the position
 */
record CursorKey(String source, Optional<String> item) {

    private static final char DIVIDER = '#';
    private static final int ITEM_LENGTH = 32;

    static CursorKey ofPosition(String source) {
        return new CursorKey(source, Optional.empty());
    }

    static CursorKey ofItem(String source, String item) {
        return new CursorKey(source, Optional.of(item));
    }

    /** Nothing where it is no such key. */
    static Optional<CursorKey> parse(byte[] key) {
        if (key == null) {
            return Optional.empty();
        }
        String written = new String(key, StandardCharsets.UTF_8);
        int divider = written.lastIndexOf(DIVIDER);
        if (divider < 0) {
            return Optional.empty();
        }
        String source = written.substring(0, divider);
        String item = written.substring(divider + 1);
        if (item.isEmpty()) {
            return Optional.of(ofPosition(source));
        }
        boolean hexadecimal =
                item.length() == ITEM_LENGTH && item.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        return hexadecimal ? Optional.of(ofItem(source, item)) : Optional.empty();
    }

    byte[] bytes() {
        return (source + DIVIDER + item.orElse("")).getBytes(StandardCharsets.UTF_8);
    }

    /** The partition that a source belongs to, of so many: as Kafka's own partitioner has it for the source's id. */
    static int partition(String source, int partitions) {
        return Utils.toPositive(Utils.murmur2(source.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
