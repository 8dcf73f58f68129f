// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.language;

/** A language file that can't be used; the message names file and line, and says what was expected. */
public final class LexiconException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LexiconException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    LexiconException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
