// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.monitor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.depeche.schemas.Role;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What operators and schedulers ask of the roles in this process.
 *
 * <p>{@code GET /health/live} and {@code GET /health/ready} answer 200 with {@code {"status":"UP"}} or 503 with
 * {@code {"status":"DOWN","reasons":{"ROLE":["…"]}}}: live is who has not failed, ready who can do its work now.
 * {@code GET /metrics} answers in Prometheus' text format, with {@code depeche_ready} by {@code role} besides what the
 * roles show.
 */
public final class MonitorServer implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;

    private MonitorServer(HttpServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for a free one
     * @param roles all have to be up
     * @throws IOException where the port is taken, with the port and the setting to change
     */
    public static MonitorServer start(int port, List<Role> roles, PrometheusMeterRegistry metrics) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(port), 0);
        } catch (IOException e) {
            throw new IOException(
                    "port " + port + " can't be had for /health and /metrics (" + e.getMessage()
                            + "): set http.port to another one, or to 0 for a free one",
                    e);
        }
        server.createContext("/health/live", exchange -> status(exchange, roles, MonitorServer::failure));
        server.createContext("/health/ready", exchange -> status(exchange, roles, Role::obstacles));
        for (Role role : roles) {
            Gauge.builder("depeche.ready", role, some -> some.isReady() ? 1 : 0)
                    .description("1 where the role can do its work now, else 0.")
                    .tag("role", role.name())
                    .register(metrics);
        }
        server.createContext("/metrics", exchange -> answer(exchange, 200, PROMETHEUS, metrics.scrape()));
        server.start();
        return new MonitorServer(server);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static List<String> failure(Role role) {
        return role.failure().map(Throwable::toString).stream().toList();
    }

    private static void status(HttpExchange exchange, List<Role> roles, Function<Role, List<String>> question)
            throws IOException {
        Map<String, List<String>> reasons = new TreeMap<>();
        for (Role role : roles) {
            List<String> against = question.apply(role);
            if (!against.isEmpty()) {
                reasons.put(role.name(), against);
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", reasons.isEmpty() ? "UP" : "DOWN");
        if (!reasons.isEmpty()) {
            body.put("reasons", reasons);
        }
        answer(exchange, reasons.isEmpty() ? 200 : 503, JSON, MAPPER.writeValueAsString(body) + "\n");
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}
