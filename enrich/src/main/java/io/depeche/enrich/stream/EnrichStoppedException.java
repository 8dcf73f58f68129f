// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

/** Enrich can't go on until a person has done something; the message says what. */
public final class EnrichStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EnrichStoppedException(String message, Throwable cause) {
        super(message, cause);
    }
}
