// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.event.RawStatement;

/** Where everything goes that was read: each item ends as one statement taken or as one refusal. Thread-safe. */
public interface Intake {

    /**
     * Takes a statement; waits while there is no room for it.
     *
     * @param place where it was read: {@code FILE}, or {@code FILE:LINE}
     */
    void take(RawStatement statement, String place);

    /** Reports something that was not taken. */
    void refuse(Refusal refusal);

    /** Reports something that was mended, guessed or left out. */
    void mend(Notice notice);
}
