// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech.evaluation;

/** An annotated statement that can't be read: which line, and what was expected there. */
public final class GoldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GoldException(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
