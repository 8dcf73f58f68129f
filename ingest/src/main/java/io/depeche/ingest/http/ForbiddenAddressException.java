// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.net.UnknownHostException;

/** A host has an address that must not be reached. */
final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String message) {
        super(message);
    }
}
