// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a body into memory: no more than it may have, no longer than it may take, no further than there is room for
 * it. Not thread-safe.
 */
final class RequestBody {

    private static final int CHUNK = JettySetup.BUFFER;

    private final PushSettings settings;
    private final Budget.Share share;
    private final long deadline;
    private long raw;
    private long reserved;

    RequestBody(PushSettings settings, Budget.Share share) {
        this.settings = settings;
        this.share = share;
        this.deadline = System.nanoTime() + settings.requestTimeout().toNanos();
    }

    /** @throws Problem where the encoding is none that is read here, or the length is too much as announced */
    static void check(PushSettings settings, long length, String encodingOrNull) throws Problem {
        isGzip(encodingOrNull);
        if (length > settings.maxRequestBytes()) {
            throw tooLong(settings, "the body has " + length + " bytes");
        }
    }

    /** @param length as announced, negative where it is not */
    byte[] read(InputStream in, long length, String encodingOrNull) throws IOException, Problem {
        reserve(length);
        Bounded bounded = new Bounded(in);
        try {
            byte[] body = isGzip(encodingOrNull)
                    ? all(new GZIPInputStream(bounded, CHUNK), CHUNK)
                    : all(bounded, length < 0 ? CHUNK : (int) length);
            // Gzip's reader takes whatever ends the header of a further member for the end of all.
            bounded.check();
            return body;
        } catch (Ended e) {
            throw e.problem;
        } catch (ZipException | EOFException e) {
            if (!isGzip(encodingOrNull)) {
                throw e;
            }
            throw new Problem(
                    400,
                    "the body is not gzip, though its Content-Encoding says so: " + e.getMessage(),
                    "compress it with gzip, or leave Content-Encoding out");
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw tooSlow();
            }
            throw e;
        }
    }

    /** @param expected how many bytes it is likely to have */
    private byte[] all(InputStream in, int expected) throws IOException, Problem {
        byte[] body = new byte[expected];
        int size = 0;
        while (true) {
            if (size == body.length) {
                // That it has ended is known only from reading on; as a rule it has, and this is all of it.
                int more = in.read();
                if (more < 0) {
                    return body;
                }
                body = Arrays.copyOf(body, Math.max(CHUNK, 2 * size));
                body[size] = (byte) more;
                size++;
            } else {
                int read = in.read(body, size, body.length - size);
                if (read < 0) {
                    return Arrays.copyOf(body, size);
                }
                size += read;
            }
            if (size > settings.maxRequestBytes()) {
                throw tooLong(settings, "the body has more than " + settings.maxRequestBytes() + " bytes");
            }
            reserve(size);
        }
    }

    /** How many bytes of the share it holds. */
    long reserved() {
        return reserved;
    }

    private void reserve(long bytes) throws Problem {
        if (bytes <= reserved) {
            return;
        }
        if (!share.add(bytes - reserved)) {
            throw Problem.busy("Kafka is behind: it has yet to confirm what others have sent");
        }
        reserved = bytes;
    }

    private static boolean isGzip(String encodingOrNull) throws Problem {
        String encoding =
                encodingOrNull == null ? "identity" : encodingOrNull.strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "gzip", "x-gzip" -> true;
            case "identity", "" -> false;
            default ->
                throw new Problem(
                                415,
                                "the body's Content-Encoding is none that is read here",
                                "compress it with gzip, or not at all")
                        .with("Accept-Encoding", "gzip, identity");
        };
    }

    private static Problem tooLong(PushSettings settings, String what) {
        return Problem.tooLarge(what, PushConfig.MAX_REQUEST_BYTES, settings.maxRequestBytes());
    }

    private Problem tooSlow() {
        Duration timeout = settings.requestTimeout();
        return new Problem(
                        408,
                        "the body was not there within " + timeout.toMillis() + " ms",
                        "send it in parts, or raise " + PushConfig.REQUEST_TIMEOUT_MS)
                .with("Connection", "close");
    }

    private static final class Ended extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private Ended(Problem problem) {
            super(problem);
            this.problem = problem;
        }
    }

    /** The body as it comes over the wire. Compressed, it may be endless and yet hold nothing. */
    private final class Bounded extends InputStream {

        private final InputStream in;
        private boolean isLate;

        private Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            raw += Math.max(read, 0);
            isLate = read >= 0 && System.nanoTime() - deadline > 0;
            check();
            return read;
        }

        @Override
        public int available() {
            // At zero, gzip's reader takes a member's end for the end of all, and the rest may only be on its way.
            return 1;
        }

        private void check() throws Ended {
            if (raw > settings.maxRequestBytes()) {
                throw new Ended(tooLong(settings, "the body has more than " + settings.maxRequestBytes() + " bytes"));
            }
            if (isLate) {
                throw new Ended(tooSlow());
            }
        }
    }
}
