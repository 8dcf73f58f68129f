// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/**
 * A place in a text: half-open, in UTF-16 units ({@code char}) from 0, as {@link String#substring(int, int)} takes
 * them. The conversion to code points happens once, where annotations become events.
 *
 * @param start offset of the first char
 * @param end offset behind the last char, greater than {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "A span is half-open and not empty: expected 0 <= start < end, got [" + start + ", " + end + ")");
        }
    }

    /** The text at this place. */
    public String of(String text) {
        return text.substring(start, end);
    }

    /** Whether all of the other span lies within this one. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
