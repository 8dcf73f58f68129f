// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

/** What becomes of a file of a folder once its statements are lasting. */
public enum AfterReading {
    /** It stays where it is, and is read again when it changes. */
    LEAVE,
    /** It goes to {@code done} in its folder, or to {@code failed} where something in it was refused, with the reasons. */
    MOVE
}
