// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

/** Makes long documents of short pieces. */
final class Hostile {

    static final int MEGABYTES_4 = 4 * 1024 * 1024;
    /** As long as a document may be. */
    static final int MEGABYTES_20 = 20 * 1024 * 1024;

    private Hostile() {}

    /** The start and then the piece again and again, up to a length. */
    static String of(String start, String piece, int length) {
        StringBuilder text = new StringBuilder(length + piece.length()).append(start);
        while (text.length() + piece.length() <= length) {
            text.append(piece);
        }
        return text.toString();
    }
}
