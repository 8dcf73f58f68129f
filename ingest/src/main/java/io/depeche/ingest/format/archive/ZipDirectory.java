// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.archive;

import io.depeche.ingest.format.Refused;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The central directory of a ZIP archive (PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.16), read by itself because the
 * JDK reads archives either from a disk or without it, and neither notices files that share their data.
 *
 * <p>Archives of several parts and those of ZIP64, which none of this size needs, are refused.
 */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int CENTRAL_SIGNATURE = 0x02014B50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_SIGNATURE = 0x04034B50;
    private static final int LOCAL_LENGTH = 30;
    private static final int NOT_HERE_SHORT = 0xFFFF;
    private static final long NOT_HERE = 0xFFFF_FFFFL;

    private static final String WAY_OUT = "pack it again, or unpack it and feed its files";

    private final ByteBuffer zip;
    private final int most;

    private ZipDirectory(byte[] archive, int most) {
        this.zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).asReadOnlyBuffer();
        this.zip.order(ByteOrder.LITTLE_ENDIAN);
        this.most = most;
    }

    /**
     * The files in the order of the directory, each with data of its own inside the archive.
     *
     * @param most how many there may be
     * @throws Refused where it is damaged, or files share their data
     */
    static List<ZipEntryHeader> read(byte[] archive, int most) throws Refused {
        return new ZipDirectory(archive, most).read();
    }

    private List<ZipEntryHeader> read() throws Refused {
        int end = end();
        int count = unsignedShort(end + 10);
        long size = unsignedInt(end + 12);
        long from = unsignedInt(end + 16);
        if (count == NOT_HERE_SHORT || size == NOT_HERE || from == NOT_HERE) {
            throw new Refused("it is a ZIP64 archive", WAY_OUT);
        }
        if (unsignedShort(end + 4) != 0 || unsignedShort(end + 8) != count) {
            throw new Refused("it is one part of an archive of several", "join the parts, with zip -s 0");
        }
        if (count > most) {
            throw new Refused("it holds " + count + " files, of at most " + most, "split it");
        }
        if (from + size != end) {
            throw damaged("its directory is not where it says");
        }
        List<ZipEntryHeader> entries = new ArrayList<>();
        int at = (int) from;
        for (int i = 0; i < count; i++) {
            if (at + CENTRAL_LENGTH > end || zip.getInt(at) != CENTRAL_SIGNATURE) {
                throw damaged("its directory ends early");
            }
            int next = at + CENTRAL_LENGTH + unsignedShort(at + 28) + unsignedShort(at + 30) + unsignedShort(at + 32);
            if (next > end) {
                throw damaged("its directory ends early");
            }
            entries.add(entry(at, from));
            at = next;
        }
        if (at != end) {
            throw damaged("its directory has more in it than it says");
        }
        refuseOverlap(entries);
        return entries;
    }

    /** Offset of the end record, whose comment ends where the archive does. */
    private int end() throws Refused {
        int last = zip.limit() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END_SIGNATURE && at + END_LENGTH + unsignedShort(at + 20) == zip.limit()) {
                return at;
            }
        }
        throw damaged("it has no directory at its end");
    }

    private ZipEntryHeader entry(int at, long directory) throws Refused {
        int flags = unsignedShort(at + 8);
        long compressed = unsignedInt(at + 20);
        long size = unsignedInt(at + 24);
        int nameLength = unsignedShort(at + 28);
        long from = unsignedInt(at + 42);
        byte[] name = bytes(at + CENTRAL_LENGTH, nameLength);
        if (compressed == NOT_HERE || size == NOT_HERE || from == NOT_HERE) {
            throw new Refused("it is a ZIP64 archive", WAY_OUT);
        }
        if (from + LOCAL_LENGTH > directory || zip.getInt((int) from) != LOCAL_SIGNATURE) {
            throw damaged("a file is not where its directory says");
        }
        int local = (int) from;
        long data = from + LOCAL_LENGTH + unsignedShort(local + 26) + unsignedShort(local + 28);
        if (data + compressed > directory) {
            throw damaged("a file goes on behind its end");
        }
        return new ZipEntryHeader(
                name(name), flags, unsignedShort(at + 10), unsignedInt(at + 16), size, from, data, data + compressed);
    }

    /** What a few bytes say many times over, each file being the end of the one before. */
    private static void refuseOverlap(List<ZipEntryHeader> entries) throws Refused {
        List<ZipEntryHeader> byPlace = new ArrayList<>(entries);
        byPlace.sort(Comparator.comparingLong(ZipEntryHeader::from));
        for (int i = 1; i < byPlace.size(); i++) {
            if (byPlace.get(i).from() < byPlace.get(i - 1).dataTo()) {
                throw new Refused("files in it share their data, as in a zip bomb", WAY_OUT);
            }
        }
    }

    /** UTF-8 where it can be, flagged or not; else letter by letter, to be a name at all. */
    private static String name(byte[] name) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
            return text.toString();
        } catch (CharacterCodingException e) {
            // Older archivers write the code page of their machine and don't say which.
            return new String(name, StandardCharsets.ISO_8859_1);
        }
    }

    private byte[] bytes(int at, int length) {
        byte[] bytes = new byte[length];
        zip.get(at, bytes);
        return bytes;
    }

    private int unsignedShort(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private long unsignedInt(int at) {
        return Integer.toUnsignedLong(zip.getInt(at));
    }

    private static Refused damaged(String how) {
        return new Refused("it is a damaged ZIP archive: " + how, WAY_OUT);
    }
}
