// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.io.IOException;

/** A document is longer than is taken. */
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
        super(message);
    }
}
