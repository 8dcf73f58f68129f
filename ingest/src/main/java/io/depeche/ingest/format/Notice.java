// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

/**
 * Something that was mended, guessed or left out on the way, while the rest was taken.
 *
 * @param source id of the source that it came from
 * @param place where it stands: {@code FILE}, or {@code FILE:LINE} with lines counted from 1
 * @param message what was read, and what was made of it
 */
public record Notice(String source, String place, String message) {

    @Override
    public String toString() {
        return place + ": " + message + " (source " + source + ")";
    }
}
