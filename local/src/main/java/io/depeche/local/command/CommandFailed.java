// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

/** A command could not do what it was asked; the message tells a person why. */
final class CommandFailed extends Exception {

    private static final long serialVersionUID = 1L;

    CommandFailed(String message) {
        super(message);
    }

    CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
