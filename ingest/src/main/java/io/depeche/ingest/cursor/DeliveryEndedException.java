// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

/** Ends the run of a source that is no longer this process's to read, or whose cursors have to be read again. */
public final class DeliveryEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeliveryEndedException(String source) {
        super("source " + source + " is not read here any more", null, false, false);
    }
}
