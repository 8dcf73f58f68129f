// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

/**
 * Builds text of running words and of the breaks between them: white space runs together, and breaks count only where
 * there is text on both sides of them. Not thread-safe.
 */
final class TextFlow {

    /** Break before what stands on a line of its own. */
    static final int LINE = 1;
    /** Break before what stands behind an empty line. */
    static final int PARAGRAPH = 2;

    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char ZERO_WIDTH_SPACE = '\u200B';

    private final StringBuilder text = new StringBuilder();
    private int breaks;
    /** Line ends of preformatted text with nothing behind them yet. */
    private int ended;

    private boolean space;
    private boolean cell;

    /** Adds words; what is white space to HTML (a no-break space isn't) becomes one space at most. */
    void words(CharSequence words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                space = true;
            } else if (isSeen(c)) {
                separate();
                text.append(c);
            }
        }
    }

    /** Adds text as it stands, with its white space. */
    void verbatim(CharSequence lines) {
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (c == '\n') {
                ended++;
            } else if (c != '\r' && isSeen(c)) {
                separate();
                text.append(c);
            }
        }
    }

    /** Ends the line; twice is an empty line, and more than that are no more. */
    void lineBreak() {
        breaks = Math.min(breaks + 1, PARAGRAPH);
    }

    /** Breaks between here and the next text, unless there are more already. */
    void atLeast(int wanted) {
        breaks = Math.max(breaks, wanted);
    }

    /** Begins another cell of a row. */
    void cell() {
        cell = true;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void separate() {
        if (!text.isEmpty()) {
            if (breaks > 0 || ended > 0) {
                text.append("\n".repeat(Math.max(breaks, ended)));
            } else if (cell) {
                text.append('\t');
            } else if (space) {
                text.append(' ');
            }
        }
        breaks = 0;
        ended = 0;
        space = false;
        cell = false;
    }

    /** These say where a word may be broken, and would hide the word from whoever looks for it. */
    private static boolean isSeen(char c) {
        return c != SOFT_HYPHEN && c != ZERO_WIDTH_SPACE;
    }
}
