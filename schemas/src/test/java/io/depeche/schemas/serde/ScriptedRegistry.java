// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that gives the answers it was told to, in turn; the last one of each path again and again. */
final class ScriptedRegistry implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What it answers. */
    record Answer(int status, String body) {}

    /** What it was asked. */
    record Request(String line, String authorization) {}

    private ScriptedRegistry(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    static ScriptedRegistry start() throws IOException {
        return new ScriptedRegistry(0);
    }

    static ScriptedRegistry startAt(int port) throws IOException {
        return new ScriptedRegistry(port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Adds an answer to a request such as {@code GET /schemas/ids/1}. */
    ScriptedRegistry answer(String request, int status, String body) {
        answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    String url() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            requests.add(new Request(request, exchange.getRequestHeaders().getFirst("Authorization")));
            Answer answer = next(request);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer next(String request) {
        Deque<Answer> script = answers.get(request);
        if (script == null) {
            return new Answer(500, "{\"error_code\":50001,\"message\":\"not in the script: " + request + "\"}");
        }
        synchronized (script) {
            return script.size() > 1 ? script.remove() : script.element();
        }
    }
}
