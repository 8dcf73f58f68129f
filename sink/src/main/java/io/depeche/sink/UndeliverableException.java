// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

/** A record that can't become output, now or ever, and so belongs to the dead letters; the cause says why. */
final class UndeliverableException extends Exception {

    private static final long serialVersionUID = 1L;

    UndeliverableException(Exception reason) {
        super(reason);
    }

    Exception reason() {
        return (Exception) getCause();
    }
}
