// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.archive;

import io.depeche.ingest.format.Refused;
import java.util.Arrays;
import java.util.List;

/**
 * One file of an archive, as the central directory describes it.
 *
 * @param name path in the archive
 * @param flags general purpose bit flag
 * @param method of compression
 * @param size in bytes, uncompressed
 * @param from offset of the local header
 * @param dataFrom offset of the first byte of data
 * @param dataTo offset behind the last byte of data
 */
record ZipEntryHeader(String name, int flags, int method, long crc, long size, long from, long dataFrom, long dataTo) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** Bits 0, 6 and 13: traditional and strong encryption, and an encrypted directory. */
    private static final int ENCRYPTED = 0b0010_0000_0100_0001;

    /** The densest text is far from it, and the smallest bombs are beyond it. */
    static final int MOST_RATIO = 200;
    /** So much is harmless whatever it comes from. */
    private static final long HARMLESS = 64 * 1024;

    private static final String UNPACK = "unpack it and feed its files, or pack it again";

    long compressedSize() {
        return dataTo - dataFrom;
    }

    /** Whether it is no file, or one that nobody wrote: a folder, a hidden file, what a Mac adds. */
    boolean isNoDocument() {
        return name.endsWith("/")
                || name.startsWith("__MACOSX/")
                || isInside() && name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    /** @throws Refused where it is not to be unpacked */
    void check() throws Refused {
        checkName();
        if ((flags & ENCRYPTED) != 0) {
            throw new Refused("it is encrypted", "pack it without a password");
        }
        if (method != STORED && method != DEFLATED) {
            throw new Refused("it is compressed by method " + method, "pack it with deflate, as zip does");
        }
        if (size > HARMLESS && size / MOST_RATIO > compressedSize()) {
            throw new Refused(
                    "its " + size + " bytes are compressed to " + compressedSize() + ", less than 1 in " + MOST_RATIO
                            + ", as no text is but a zip bomb",
                    UNPACK);
        }
    }

    /** Names are ids of statements; those that lead elsewhere are made by somebody who means no good. */
    private void checkName() throws Refused {
        if (!isInside()) {
            throw new Refused("its name is no path inside the archive", "give it a name without ..");
        }
    }

    private boolean isInside() {
        List<String> steps = Arrays.asList(name.split("/", -1));
        boolean drive = name.length() > 1 && name.charAt(1) == ':';
        return !name.isEmpty()
                && !name.startsWith("/")
                && !drive
                && name.indexOf('\\') < 0
                && name.chars().noneMatch(Character::isISOControl)
                && !steps.contains("..")
                && !steps.contains(".");
    }
}
