// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads and unpacks a body (RFC 9110, section 8.4) up to a bound on its bytes as sent and as unpacked. Stateless. */
final class BoundedBody {

    private static final int BUFFER = 8192;

    private BoundedBody() {}

    /**
     * @param encoding value of Content-Encoding, empty for none
     * @throws TooLargeException where the bound is passed, before more of it is read
     */
    static byte[] read(InputStream sent, String encoding, int most) throws IOException {
        Bounded bounded = new Bounded(sent, most, "as sent");
        Inflater raw = new Inflater(true);
        try (InputStream unpacked = unpacked(bounded, encoding, raw)) {
            ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER);
            new Bounded(unpacked, most, "unpacked").transferTo(body);
            // Gzip's reader takes whatever ends the header of a further member for the end of all.
            bounded.check();
            return body.toByteArray();
        } finally {
            raw.end();
        }
    }

    private static InputStream unpacked(InputStream sent, String encoding, Inflater raw) throws IOException {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> sent;
            case "gzip", "x-gzip" -> new GZIPInputStream(sent, BUFFER);
            case "deflate" -> inflated(sent, raw);
            // Nothing else was asked for, nor two of them, one around the other.
            default -> throw new ZipException("an encoding that was not asked for");
        };
    }

    /** As zlib wraps it, which is the standard, or bare, as some servers send it. */
    private static InputStream inflated(InputStream sent, Inflater raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(sent);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        boolean wrapped = (first & 0x0F) == 8 && second >= 0 && (first << Byte.SIZE | second) % 31 == 0;
        return wrapped ? new InflaterInputStream(in) : new InflaterInputStream(in, raw);
    }

    /** Ends where more than so many bytes come out of it. */
    private static final class Bounded extends FilterInputStream {

        private final int most;
        private final String what;
        private long read;

        Bounded(InputStream in, int most, String what) {
            super(in);
            this.most = most;
            this.what = what;
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int taken = in.read(buffer, from, length);
            count(Math.max(taken, 0));
            return taken;
        }

        @Override
        public int available() {
            // At zero, gzip's reader takes a member's end for the end of all, and the rest may only be on its way.
            return 1;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {
            // Closing a body reads the rest of it, which need not have an end.
        }

        private void count(int taken) throws IOException {
            read += taken;
            check();
        }

        void check() throws TooLargeException {
            if (read > most) {
                throw new TooLargeException("it has more than " + most + " bytes " + what);
            }
        }
    }
}
