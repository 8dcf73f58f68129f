// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

/** Ends the reading of one item; whoever knows its place makes a {@link Refusal} of it. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String wayOut;

    public Refused(String reason, String wayOut) {
        super(reason, null, false, false);
        this.wayOut = wayOut;
    }

    public Refusal at(String source, String place) {
        return new Refusal(source, place, getMessage(), wayOut);
    }
}
