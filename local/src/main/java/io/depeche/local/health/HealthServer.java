// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.depeche.schemas.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Answers {@code GET /health/live} and {@code GET /health/ready} for one role: 200 with {@code {"status":"UP"}} or 503
 * with {@code {"status":"DOWN"}}. Live is a role that has not failed; ready one that can do its work now.
 */
public final class HealthServer implements AutoCloseable {

    private final HttpServer server;

    private HealthServer(HttpServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for a free one
     * @throws IOException where the port is taken, with the port and the setting to change
     */
    public static HealthServer start(int port, Role role) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(port), 0);
        } catch (IOException e) {
            throw new IOException(
                    "port " + port + " can't be had for /health (" + e.getMessage()
                            + "): set http.port to another one, or to 0 for a free one",
                    e);
        }
        server.createContext(
                "/health/live",
                exchange -> answer(exchange, () -> role.failure().isEmpty()));
        server.createContext("/health/ready", exchange -> answer(exchange, role::isReady));
        server.start();
        return new HealthServer(server);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, BooleanSupplier question) throws IOException {
        try (exchange) {
            boolean up = question.getAsBoolean();
            byte[] body = (up ? "{\"status\":\"UP\"}\n" : "{\"status\":\"DOWN\"}\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(up ? 200 : 503, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}
