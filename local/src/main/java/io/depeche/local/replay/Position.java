// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a dead letter is on its topic. */
public record Position(int partition, long offset) implements Comparable<Position> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

    /**
     * Reads what {@link #toString} writes: {@code 3:17}.
     *
     * @throws IllegalArgumentException where it is something else
     */
    public static Position parse(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no position of a dead letter; write PARTITION:OFFSET, as 3:17");
        }
        return new Position(Integer.parseInt(found.group(1)), Long.parseLong(found.group(2)));
    }

    @Override
    public int compareTo(Position other) {
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition == 0 ? Long.compare(offset, other.offset) : byPartition;
    }

    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}
