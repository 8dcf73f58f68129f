// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

/**
 * How long a document may be that is read as a whole, before its text is taken out of it.
 *
 * @param maxBytes as it comes, in any encoding
 */
public record DocumentLimit(int maxBytes) {

    /** What {@link #maxBytes} is where no setting says otherwise. */
    public static final int DEFAULT_BYTES = 20 * 1024 * 1024;

    static final String SETTING = "ingest.max.document.bytes";

    /** @throws Refused where it is longer, with the setting */
    public void check(long atLeast) throws Refused {
        if (atLeast > maxBytes) {
            throw new Refused("it has at least " + atLeast + " bytes", wayOut());
        }
    }

    public String wayOut() {
        return "split it, or raise " + SETTING + " (now " + maxBytes + ")";
    }
}
