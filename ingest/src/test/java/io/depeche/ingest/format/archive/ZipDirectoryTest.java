// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.ingest.format.Refused;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipDirectoryTest {

    /** Length of the record at the end of an archive. */
    private static final int END = 22;

    @Test
    void readsTheFilesInTheirOrder() throws Refused {
        assertThat(ZipDirectory.read(archive(), 2))
                .extracting(ZipEntryHeader::name)
                .containsExactly("a", "b");
    }

    /** At offsets of PKWARE's section 4.3.16. */
    @ParameterizedTest
    @CsvSource({
        "4, 1, several",
        "8, 0x00020001, several",
        "8, 0x00010001, more in it than it says",
        "8, 0x00030003, ends early",
        "8, 0xFFFFFFFF, ZIP64",
        "12, 0xFFFFFFFF, ZIP64",
        "16, 0xFFFFFFFF, ZIP64",
        "16, 0, not where it says"
    })
    void refusesAnArchiveWhoseEndIsWrong(int at, String value, String reason) {
        byte[] archive = archive();
        buffer(archive).putInt(archive.length - END + at, Long.decode(value).intValue());

        refused(archive, reason);
    }

    /** At offsets of PKWARE's section 4.3.12. */
    @ParameterizedTest
    @CsvSource({
        "20, 0xFFFFFFFF, ZIP64",
        "24, 0xFFFFFFFF, ZIP64",
        "42, 0xFFFFFFFF, ZIP64",
        "20, 0x7FFFFFFF, behind its end",
        "42, 0x7FFFFFFF, not where its directory says",
        "42, 1, not where its directory says",
        "30, 0xFFFF, ends early",
        "0, 0, ends early"
    })
    void refusesAnArchiveWhoseDirectoryIsWrong(int at, String value, String reason) {
        byte[] archive = archive();
        int directory = buffer(archive).getInt(archive.length - END + 16);
        buffer(archive).putInt(directory + at, Long.decode(value).intValue());

        refused(archive, reason);
    }

    @Test
    void refusesADirectoryThatBreaksOffInAnEntry() {
        byte[] archive = archive();
        int end = archive.length - END;
        byte[] longer = Arrays.copyOf(archive, archive.length + 4);
        System.arraycopy(archive, end, longer, end + 4, END);
        ByteBuffer changed = buffer(longer).putInt(end, 0x02014B50).putInt(end + 4 + 8, 0x00030003);
        changed.putInt(end + 4 + 12, changed.getInt(end + 4 + 12) + 4);

        refused(longer, "ends early");
    }

    private static byte[] archive() {
        return new ZipWriter().file("a", "text").file("b", "other").bytes();
    }

    private static ByteBuffer buffer(byte[] archive) {
        return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void refused(byte[] archive, String reason) {
        assertThatThrownBy(() -> ZipDirectory.read(archive, 10))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(reason);
    }
}
