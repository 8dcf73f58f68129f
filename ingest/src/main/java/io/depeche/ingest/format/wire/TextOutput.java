// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

/** Text as it is put together from pieces of markup: white space collapses, breaks come where text follows. */
final class TextOutput {

    private static final String PARAGRAPH = "\n\n";

    private final StringBuilder text = new StringBuilder();
    private String pending = "";

    /** @param preformatted whether line ends and spaces are meant as they are written */
    void append(String piece, boolean preformatted) {
        if (preformatted) {
            if (!piece.isEmpty()) {
                flush();
                text.append(piece);
            }
            return;
        }
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                pending = pending.isEmpty() ? " " : pending;
            } else {
                flush();
                text.append(c);
            }
        }
    }

    /** A new line before the next text. */
    void line() {
        if (!pending.equals(PARAGRAPH)) {
            pending = "\n";
        }
    }

    /** A new paragraph before the next text. */
    void paragraph() {
        pending = PARAGRAPH;
    }

    /** A tab between two cells of a row, also where they are empty. */
    void cell() {
        flush();
        text.append('\t');
    }

    String text() {
        return text.toString();
    }

    private void flush() {
        boolean blank = pending.equals(" ") && endsLine();
        if (!text.isEmpty() && !blank) {
            text.append(pending);
        }
        pending = "";
    }

    private boolean endsLine() {
        char last = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
        return last == '\n' || last == '\t';
    }
}
