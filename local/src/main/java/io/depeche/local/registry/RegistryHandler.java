// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import com.google.common.io.ByteStreams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.confluent.kafka.schemaregistry.client.rest.Versions;
import io.confluent.kafka.schemaregistry.client.rest.entities.ErrorMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP around the routes: finds the one that is meant, bounds and decodes what came in, and writes the answer, errors
 * too, as Confluent's registry does. Safe for use by several threads.
 */
final class RegistryHandler implements HttpHandler {
    static final int MAX_BODY_BYTES = 1024 * 1024;

    /** How much more is read and thrown away, so that a client is told of the limit and not cut off. */
    private static final long MAX_DISCARDED_BYTES = 16L * MAX_BODY_BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);

    private final List<Route> routes;

    RegistryHandler(List<Route> routes) {
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                respond(exchange, 200, answer(exchange));
            } catch (RegistryException e) {
                if (e.status() >= 500) {
                    LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                }
                respond(exchange, e.status(), RegistryApi.json(new ErrorMessage(e.errorCode(), e.getMessage())));
            } catch (RuntimeException e) {
                LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                respond(exchange, 500, RegistryApi.json(new ErrorMessage(500, "Internal Server Error")));
            }
        }
    }

    private String answer(HttpExchange exchange) throws IOException {
        byte[] body = body(exchange.getRequestBody());
        List<String> path = Route.parts(exchange.getRequestURI().getRawPath()).stream()
                .map(RegistryHandler::decodePath)
                .toList();
        boolean pathExists = false;
        for (Route route : routes) {
            Optional<List<String>> parameters = route.match(path);
            if (parameters.isPresent()) {
                pathExists = true;
                if (route.method().equals(exchange.getRequestMethod())) {
                    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
                    return route.action().answer(new Request(parameters.get(), query, body));
                }
            }
        }
        throw pathExists
                ? new RegistryException(405, "HTTP 405 Method Not Allowed")
                : new RegistryException(404, "HTTP 404 Not Found");
    }

    private static byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            ByteStreams.exhaust(ByteStreams.limit(in, MAX_DISCARDED_BYTES));
            throw new RegistryException(413, "The body is longer than %d bytes.".formatted(MAX_BODY_BYTES));
        }
        return body;
    }

    private static String decodePath(String part) {
        // In a path, unlike in a query, a plus sign is itself.
        return decodeQuery(part.replace("+", "%2B"));
    }

    private static String decodeQuery(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(String rawQuery) {
        Map<String, String> query = new HashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(decodeQuery(name), equals < 0 ? "" : decodeQuery(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static void respond(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", Versions.SCHEMA_REGISTRY_V1_JSON);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
