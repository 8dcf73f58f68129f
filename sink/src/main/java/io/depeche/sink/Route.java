// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import java.util.Optional;

/** Where a record goes, each way being open where the one before it is closed. */
enum Route {
    OUTPUT,
    DEAD_LETTER,
    /** For records that fill the dead-letter topic's limit by themselves: the headers say where the value is. */
    DEAD_LETTER_WITHOUT_VALUE;

    Optional<Route> next() {
        return switch (this) {
            case OUTPUT -> Optional.of(DEAD_LETTER);
            case DEAD_LETTER -> Optional.of(DEAD_LETTER_WITHOUT_VALUE);
            case DEAD_LETTER_WITHOUT_VALUE -> Optional.empty();
        };
    }
}
