// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that writes what it likes, when it likes. */
final class RawClient implements Closeable {

    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;

    RawClient(int port) throws IOException {
        this.socket = new Socket("localhost", port);
        socket.setSoTimeout(PATIENCE_MS);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Whether the server has hung up: a byte that is sent comes to nothing. */
    boolean isHungUpOnWhenSending(String text) {
        try {
            send(text);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** All that comes until the server hangs up. */
    String received() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
