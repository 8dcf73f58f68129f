// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.archive;

import io.depeche.ingest.format.Refused;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a file of an archive, never more of it than the directory says that there is. Stateless. */
final class ZipData {

    private static final String WAY_OUT = "pack it again";

    private ZipData() {}

    /** @throws Refused where the data are not what the directory says */
    static byte[] unpack(byte[] archive, ZipEntryHeader entry) throws Refused {
        byte[] data = entry.method() == ZipEntryHeader.STORED ? stored(archive, entry) : inflated(archive, entry);
        CRC32 crc = new CRC32();
        crc.update(data);
        if (crc.getValue() != entry.crc()) {
            throw new Refused("it is damaged: its checksum is wrong", WAY_OUT);
        }
        return data;
    }

    private static byte[] stored(byte[] archive, ZipEntryHeader entry) throws Refused {
        if (entry.size() != entry.compressedSize()) {
            throw new Refused("it is damaged: it has two sizes", WAY_OUT);
        }
        return Arrays.copyOfRange(archive, (int) entry.dataFrom(), (int) entry.dataTo());
    }

    private static byte[] inflated(byte[] archive, ZipEntryHeader entry) throws Refused {
        byte[] data = new byte[(int) entry.size()];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(archive, (int) entry.dataFrom(), (int) entry.compressedSize());
            int length = 0;
            int more = -1;
            while (length < data.length && more != 0) {
                more = inflater.inflate(data, length, data.length - length);
                length += more;
            }
            boolean longer = !inflater.finished() && inflater.inflate(new byte[1]) > 0;
            if (length < data.length || longer) {
                throw new Refused("it is damaged: it is " + (longer ? "longer" : "shorter") + " than it says", WAY_OUT);
            }
            return data;
        } catch (DataFormatException e) {
            throw new Refused("it is damaged: " + e.getMessage(), WAY_OUT);
        } finally {
            inflater.end();
        }
    }
}
