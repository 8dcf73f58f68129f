// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Kinds of files that are no text, by the bytes they begin with. */
enum Magic {
    PDF("a PDF file", "take the text out of it first, with pdftotext for one", "%PDF-"),
    ZIP("a ZIP archive or an office document", "unpack it, or save the document as text", "PK\3\4"),
    EMPTY_ZIP("an empty ZIP archive", "leave it out", "PK\5\6"),
    GZIP("gzip-compressed data", "unpack it first, with gunzip", "\u001F\u008B"),
    BZIP2("bzip2-compressed data", "unpack it first, with bunzip2", "BZh91AY&SY"),
    XZ("xz-compressed data", "unpack it first, with unxz", "\u00FD7zXZ\0"),
    ZSTD("zstd-compressed data", "unpack it first, with unzstd", "(\u00B5/\u00FD"),
    SEVEN_ZIP("a 7z archive", "unpack it first", "7z\u00BC\u00AF\u0027\u001C"),
    PNG("a PNG picture", "leave it out, or give its text", "\u0089PNG\r\n"),
    JPEG("a JPEG picture", "leave it out, or give its text", "\u00FF\u00D8\u00FF"),
    GIF("a GIF picture", "leave it out, or give its text", "GIF8"),
    OLE("an old office document", "save it as text", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
    RTF("an RTF document", "save it as text", "{\\rtf"),
    AVRO("an Avro container file", "write its records as JSON lines, with avro-tools tojson", "Obj\1"),
    ELF("a program", "leave it out", "\u007FELF");

    private final String kind;
    private final String wayOut;
    private final byte[] start;

    Magic(String kind, String wayOut, String start) {
        this.kind = kind;
        this.wayOut = wayOut;
        this.start = start.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @throws Refused where the bytes begin like a file of another kind, with what to do about it */
    static void refuse(byte[] bytes) throws Refused {
        for (Magic magic : values()) {
            int length = magic.start.length;
            if (bytes.length >= length && Arrays.equals(bytes, 0, length, magic.start, 0, length)) {
                throw new Refused("not text: it looks like " + magic.kind, magic.wayOut);
            }
        }
    }
}
