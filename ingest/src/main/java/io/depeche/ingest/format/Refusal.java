// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

/**
 * Something that was not taken: a file, a line, a statement.
 *
 * @param source id of the source that it came from
 * @param place where it stands: {@code FILE}, or {@code FILE:LINE} with lines counted from 1
 * @param reason what was read, and why it can't be taken
 * @param wayOut what a person can do about it
 */
public record Refusal(String source, String place, String reason, String wayOut) {

    @Override
    public String toString() {
        return place + ": " + reason + "; " + wayOut + " (source " + source + ")";
    }
}
