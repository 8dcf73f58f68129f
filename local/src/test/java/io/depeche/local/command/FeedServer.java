// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A feed over HTTP with an ETag, as a small publisher has it. Thread-safe. */
final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> items = new LinkedHashMap<>();
    private final AtomicInteger version = new AtomicInteger();

    private FeedServer(HttpServer server) {
        this.server = server;
    }

    static FeedServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FeedServer feed = new FeedServer(server);
            server.createContext("/feed", exchange -> {
                try (exchange) {
                    String etag = "\"" + feed.version.get() + "\"";
                    exchange.getResponseHeaders().set("ETag", etag);
                    exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
                    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                        exchange.sendResponseHeaders(304, -1);
                        return;
                    }
                    byte[] body = feed.rss().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                }
            });
            server.start();
            return feed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/feed";
    }

    /** A new item, or a new text of one that is there. */
    synchronized void publish(String guid, String text) {
        items.put(guid, text);
        version.incrementAndGet();
    }

    private synchronized String rss() {
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Test</title>");
        items.forEach((guid, text) -> rss.append("<item><guid isPermaLink=\"false\">")
                .append(guid)
                .append("</guid><title>Item</title><description>")
                .append(text)
                .append("</description></item>"));
        return rss.append("</channel></rss>").toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
