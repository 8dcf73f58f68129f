// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.event.StatementStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads a status: NEW, UPDATE, CORRECTION or WITHDRAWN, in any case of letters. */
public final class Statuses {

    private Statuses() {}

    public static Optional<StatementStatus> read(String status) {
        return Arrays.stream(StatementStatus.values())
                .filter(known -> known.name().equals(status.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
