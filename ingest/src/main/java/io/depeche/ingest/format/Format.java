// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.util.Set;

/**
 * A way of writing statements down that is read as a whole, unlike lines. Thread-safe.
 *
 * <p>What can't be taken is refused one by one, and the rest goes on; no content makes it throw, run long or grow large.
 */
public interface Format {

    /** Its name as it stands in an origin: newsml-g2, nitf, html. */
    String name();

    /** Media types (RFC 6838) without parameters that name it, for whoever says what they send. */
    Set<String> mediaTypes();

    /** Whether a document that begins so is written in it. Cheap, and never throws. */
    boolean recognises(Beginning beginning);

    /**
     * Reads one document: hands on each statement that it holds, or refuses it.
     *
     * @param content all of it, with its byte order mark
     */
    void read(byte[] content, Document document, Intake intake);
}
