// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    @Test
    void gzipOfSeveralMembersIsReadToItsEndThoughTheNextIsStillOnItsWay() throws Exception {
        byte[] two = concat(gzip("one "), gzip("two"));

        assertThat(body(Map.of()).read(byteByByte(two), -1, "gzip"))
                .asString(UTF_8)
                .isEqualTo("one two");
    }

    @Test
    void theBoundHoldsWhereTheHeaderOfAGzipMemberPassesIt() throws Exception {
        byte[] one = gzip("");
        int bound = 60 * one.length + 2;
        byte[] members = new byte[0];
        for (int i = 0; i < 61; i++) {
            members = concat(members, one);
        }
        InputStream sent = byteByByte(members);

        assertThatThrownBy(() -> body(Map.of(PushConfig.MAX_REQUEST_BYTES, Integer.toString(bound)))
                        .read(sent, -1, "gzip"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("more than " + bound + " bytes");
    }

    @Test
    void aBodyIsReadWholeHoweverLongItIsSaidToBe() throws Exception {
        String text = "Déclaration. ".repeat(20_000);

        for (long said : new long[] {-1, 0, 1, 70_000, text.getBytes(UTF_8).length, 1_000_000}) {
            assertThat(body(Map.of()).read(new ByteArrayInputStream(text.getBytes(UTF_8)), said, null))
                    .as("said to have %d bytes", said)
                    .asString(UTF_8)
                    .isEqualTo(text);
        }
        assertThat(body(Map.of()).read(byteByByte(new byte[0]), -1, null)).isEmpty();
    }

    private static RequestBody body(Map<String, String> settings) {
        return new RequestBody(Endpoint.settings(settings), new Budget(Integer.MAX_VALUE).share());
    }

    /** As it may come over a network: never is there more than a byte, nor known whether there will be. */
    private static InputStream byteByByte(byte[] bytes) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                return super.read(buffer, from, Math.min(length, 1));
            }

            @Override
            public int available() {
                return 0;
            }
        };
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
