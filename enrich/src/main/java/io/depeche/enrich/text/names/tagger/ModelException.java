// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

/** A model can't be read: the message says which and why. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
