// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Which files in which state, in 8 bytes each: the first 64 bits of SHA-256 over path, size and time of change. Of a
 * million files, two are taken for one with a probability of 3 in 10⁸. Immutable.
 */
final class Fingerprints {

    static final Fingerprints NONE = new Fingerprints(new long[0]);

    private final long[] sorted;

    private Fingerprints(long[] sorted) {
        this.sorted = sorted;
    }

    static long of(String path, long size, long changedMillis) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(size)
                    .putLong(changedMillis)
                    .array());
            return ByteBuffer.wrap(sha256.digest(path.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, this one says it has not", e);
        }
    }

    boolean contains(long fingerprint) {
        return Arrays.binarySearch(sorted, fingerprint) >= 0;
    }

    /** Collects fingerprints. */
    static final class Builder {

        private static final int FIRST_CAPACITY = 64;

        private long[] collected = new long[FIRST_CAPACITY];
        private int size;

        void add(long fingerprint) {
            if (size == collected.length) {
                collected = Arrays.copyOf(collected, 2 * size);
            }
            collected[size++] = fingerprint;
        }

        void addAll(Fingerprints others) {
            for (long fingerprint : others.sorted) {
                add(fingerprint);
            }
        }

        Fingerprints build() {
            long[] sorted = Arrays.copyOf(collected, size);
            Arrays.sort(sorted);
            return new Fingerprints(sorted);
        }
    }
}
