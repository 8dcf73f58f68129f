// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.xml;

/** Says why something can't be read as XML, with line and column where they are known. */
public final class XmlException extends Exception {

    private static final long serialVersionUID = 1L;

    XmlException(String message) {
        super(message, null, false, false);
    }
}
