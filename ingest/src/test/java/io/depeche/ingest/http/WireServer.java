// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server whose every byte a test chooses, on a free port of the loopback interface. */
final class WireServer implements AutoCloseable {

    interface Answer {

        void to(String head, OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final Answer answer;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Long> arrivals = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    WireServer(Answer answer) throws IOException {
        this.answer = answer;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "wire-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    static WireServer of(String answer) throws IOException {
        return new WireServer((head, out) -> write(out, answer));
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Request lines and headers of the requests so far. */
    List<String> heads() {
        return heads;
    }

    List<Long> arrivals() {
        return arrivals;
    }

    /** Opens once a write to a client has failed. */
    CountDownLatch hungUp() {
        return hungUp;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread thread = new Thread(() -> serve(socket), "wire-server-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            arrivals.add(System.nanoTime());
            heads.add(head);
            answer.to(head, socket.getOutputStream());
        } catch (IOException e) {
            hungUp.countDown();
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("no request");
            }
            head.write(octet);
            text = head.toString(StandardCharsets.ISO_8859_1);
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
