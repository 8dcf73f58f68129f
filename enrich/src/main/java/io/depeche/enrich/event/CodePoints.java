// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.event;

import io.depeche.event.Span;
import java.util.Arrays;

/**
 * Turns places in a text from UTF-16 units into Unicode code points, which is what events count in; immutable.
 *
 * <p>The text is read once; a place then costs a binary search, and nothing in a text without surrogate pairs. An
 * unpaired surrogate is one code point, as {@link String#codePointCount(int, int)} has it.
 */
final class CodePoints {

    private final String text;

    /** Offsets of the second halves of all surrogate pairs, in order. */
    private final int[] secondHalves;

    CodePoints(String text) {
        this.text = text;
        int[] found = new int[0];
        int count = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.max(16, 2 * count));
                }
                found[count++] = i;
                i++;
            }
        }
        this.secondHalves = Arrays.copyOf(found, count);
    }

    /** The offset in code points of an offset in UTF-16 units. */
    int offset(int utf16) {
        int found = Arrays.binarySearch(secondHalves, utf16);
        int halvesBefore = found < 0 ? -found - 1 : found;
        return utf16 - halvesBefore;
    }

    /** The event's span of a place. */
    Span span(io.depeche.enrich.text.Span place) {
        return new Span(offset(place.start()), offset(place.end()), place.of(text));
    }
}
