// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes archives, wrong ones too. */
final class ZipWriter {

    private static final class Entry {
        private final byte[] name;
        private final int from;
        private final int compressed;
        private int flags;
        private int method;
        private long crc;
        private int size;

        Entry(byte[] name, int from, int method, byte[] content, int compressed) {
            this.name = name;
            this.from = from;
            this.method = method;
            this.compressed = compressed;
            this.size = content.length;
            this.crc = checksum(content);
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Entry> entries = new ArrayList<>();

    ZipWriter file(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] data = new byte[bytes.length + 1000];
        int length = deflater.deflate(data);
        deflater.end();
        return add(name, 8, bytes, Arrays.copyOf(data, length));
    }

    ZipWriter stored(String name, String content) {
        return stored(name, content.getBytes(StandardCharsets.UTF_8));
    }

    ZipWriter stored(String name, byte[] content) {
        return add(name, 0, content, content);
    }

    ZipWriter folder(String name) {
        return stored(name, "");
    }

    /** Names the last file again, without writing it again. */
    ZipWriter again(String name) {
        return copy(name, last().from);
    }

    /** Names what stands at an offset, as the one file of an archive that was written before. */
    ZipWriter at(String name, int from, byte[] like) {
        ByteBuffer local = ByteBuffer.wrap(like).order(ByteOrder.LITTLE_ENDIAN);
        Entry entry = new Entry(utf8(name), from, local.getShort(8), new byte[0], local.getInt(18));
        entry.crc = local.getInt(14);
        entry.size = local.getInt(22);
        entries.add(entry);
        return this;
    }

    ZipWriter sayingSize(int size) {
        last().size = size;
        return this;
    }

    ZipWriter sayingChecksum(long crc) {
        last().crc = crc;
        return this;
    }

    ZipWriter sayingFlags(int flags) {
        last().flags = flags;
        return this;
    }

    ZipWriter sayingMethod(int method) {
        last().method = method;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        archive.writeBytes(out.toByteArray());
        int directory = archive.size();
        for (Entry entry : entries) {
            ByteBuffer header = buffer(46);
            header.putInt(0x02014B50).putShort((short) 20).putShort((short) 20);
            header.putShort((short) entry.flags).putShort((short) entry.method).putInt(0);
            header.putInt((int) entry.crc).putInt(entry.compressed).putInt(entry.size);
            header.putShort((short) entry.name.length).putShort((short) 0).putShort((short) 0);
            header.putShort((short) 0).putShort((short) 0).putInt(0).putInt(entry.from);
            archive.writeBytes(header.array());
            archive.writeBytes(entry.name);
        }
        ByteBuffer end = buffer(22);
        end.putInt(0x06054B50).putInt(0);
        end.putShort((short) entries.size()).putShort((short) entries.size());
        end.putInt(archive.size() - directory).putInt(directory).putShort((short) 0);
        archive.writeBytes(end.array());
        return archive.toByteArray();
    }

    private ZipWriter copy(String name, int from) {
        Entry last = last();
        Entry entry = new Entry(utf8(name), from, last.method, new byte[0], last.compressed);
        entry.crc = last.crc;
        entry.size = last.size;
        entries.add(entry);
        return this;
    }

    private ZipWriter add(String name, int method, byte[] content, byte[] data) {
        Entry entry = new Entry(utf8(name), out.size(), method, content, data.length);
        ByteBuffer header = buffer(30);
        header.putInt(0x04034B50)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) method)
                .putInt(0);
        header.putInt((int) entry.crc).putInt(data.length).putInt(content.length);
        header.putShort((short) entry.name.length).putShort((short) 0);
        out.writeBytes(header.array());
        out.writeBytes(entry.name);
        out.writeBytes(data);
        entries.add(entry);
        return this;
    }

    private Entry last() {
        return entries.get(entries.size() - 1);
    }

    private static long checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private static byte[] utf8(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
