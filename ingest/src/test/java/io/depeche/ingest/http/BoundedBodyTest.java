// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

    /** The bound is passed within the header of a member, whose failures gzip's reader hides. */
    @Test
    void theBoundHoldsWhereTheHeaderOfAGzipMemberPassesIt() throws Exception {
        byte[] member = FetcherTest.gzip(new byte[0]);
        InputStream members = new InputStream() {
            private int at;

            @Override
            public int read() {
                return member[at++ % member.length] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                buffer[from] = (byte) read();
                return 1;
            }
        };

        assertThatThrownBy(() -> BoundedBody.read(members, "gzip", 5 * member.length + 2))
                .isInstanceOf(TooLargeException.class)
                .hasMessage("it has more than " + (5 * member.length + 2) + " bytes as sent");
    }
}
