// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

/** Ends a fetch early, with what has come of it. */
final class Stop extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fetched outcome;

    Stop(Fetched outcome) {
        super(outcome.toString(), null, false, false);
        this.outcome = outcome;
    }

    static Stop refused(String reason, String wayOut) {
        return new Stop(new Fetched.Refused(reason, wayOut));
    }

    Fetched outcome() {
        return outcome;
    }
}
