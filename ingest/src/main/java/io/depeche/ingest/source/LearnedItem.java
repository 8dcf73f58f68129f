// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.format.StatementId;

/**
 * An item that a source remembers beside its statements: a file that has been read, a page that has been fetched.
 *
 * @param key what it is learned under: the id of a statement that no source has, for its own id begins with a NUL
 * @param fingerprint tells one state of it from another
 */
public record LearnedItem(String key, long fingerprint) {

    private static final int HEX_OF_LONG = 16;
    private static final int HEX_RADIX = 16;

    /**
     * @param kind of item, in a word
     * @param ownId what the source calls it
     * @param state all that may change of it
     */
    static LearnedItem of(String source, String kind, String ownId, String state) {
        return new LearnedItem(
                StatementId.of(source, "\0" + kind + ":" + ownId, ""), fingerprint(StatementId.of(state, null, "")));
    }

    /**
     * The first 64 bits of a hash: enough to tell one revision of an item from its next.
     *
     * @param hash in hexadecimal; of a shorter one, all of it
     */
    public static long fingerprint(String hash) {
        return Long.parseUnsignedLong(hash, 0, Math.min(HEX_OF_LONG, hash.length()), HEX_RADIX);
    }
}
