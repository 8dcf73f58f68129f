// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import io.depeche.enrich.text.Span;

/** Which places in a text count as the same. */
final class Places {

    private Places() {}

    /** A place without white space and brackets at its ends, and without punctuation behind it. */
    static Span trimmed(String text, Span span) {
        int start = span.start();
        int end = Math.min(span.end(), text.length());
        while (start < end && isEdge(text.charAt(start))) {
            start++;
        }
        while (end > start && (isEdge(text.charAt(end - 1)) || ".,;:!?".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return end > start ? new Span(start, end) : span;
    }

    /** Whether two places are the same but for what {@link #trimmed} leaves out. */
    static boolean same(String text, Span one, Span other) {
        return trimmed(text, one).equals(trimmed(text, other));
    }

    /** Whether one place holds the other, both trimmed. */
    static boolean contains(String text, Span outer, Span inner) {
        return trimmed(text, outer).contains(trimmed(text, inner));
    }

    /** Whether two places have a char in common. */
    static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static boolean isEdge(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || "()[]{}<>".indexOf(c) >= 0;
    }
}
