// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

/** A statement that is too large for its topic once it is annotated. */
final class OversizeStatementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OversizeStatementException(String message) {
        super(message);
    }
}
