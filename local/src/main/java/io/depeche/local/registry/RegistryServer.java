// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.sun.net.httpserver.HttpServer;
import io.depeche.local.broker.PortInUseException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in this process, which speaks Confluent's Schema Registry REST API, version 1, over HTTP.
 *
 * <p>Avro only, one context, no authentication, and nothing is ever deleted, as records name schemas by id. New
 * subjects are held to the level BACKWARD until a level is set. Behind it is a store of our own rather than Confluent's
 * {@code MockSchemaRegistryClient}, which registers incompatible schemas and cannot restore ids; parsing and comparing
 * schemas is Confluent's. With a journal, schemas keep their ids and versions over restarts, also after the process was
 * killed: a registration is on the disk before it is answered.
 *
 * <p>Safe for use by several threads.
 */
public final class RegistryServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);

    private static final int THREADS = 4;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final HttpServer server;
    private final ExecutorService threads;
    private final SchemaStore store;
    private final URI url;

    private RegistryServer(HttpServer server, ExecutorService threads, SchemaStore store, URI url) {
        this.server = server;
        this.threads = threads;
        this.store = store;
        this.url = url;
    }

    /**
     * Starts a registry and returns once it serves clients.
     *
     * @throws PortInUseException if something else listens on the port
     * @throws IOException if another registry has the journal, or a line of it other than a last one cut short is
     *     broken
     */
    public static RegistryServer start(RegistryOptions options) throws IOException {
        HttpServer server = bind(options);
        try {
            SchemaStore store = SchemaStore.open(options.journal());
            ExecutorService threads = Executors.newFixedThreadPool(
                    THREADS,
                    new ThreadFactoryBuilder()
                            .setNameFormat("schema-registry-%d")
                            .setDaemon(true)
                            .build());
            server.setExecutor(threads);
            server.createContext("/", new RegistryHandler(new RegistryApi(store).routes()));
            server.start();
            URI url = url(options.host(), server.getAddress().getPort());
            LOG.info("Schema registry on {}", url);
            return new RegistryServer(server, threads, store, url);
        } catch (IOException | RuntimeException e) {
            server.stop(0);
            throw e;
        }
    }

    private static HttpServer bind(RegistryOptions options) throws IOException {
        InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
        if (address.isUnresolved()) {
            throw new IOException(
                    "The schema registry is to listen on %s, which is not a name or an address that this machine knows."
                            .formatted(options.host()));
        }
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            throw new PortInUseException("the schema registry", options.host(), options.port(), "--registry-port", e);
        }
    }

    private static URI url(String host, int port) {
        // An IPv6 address is put in brackets.
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** The {@code schema.registry.url} of clients. */
    public String url() {
        return url.toString();
    }

    /** Stops listening, lets running requests end, and closes the journal; a second time it does nothing. */
    @Override
    public void close() throws IOException {
        server.stop(0);
        MoreExecutors.shutdownAndAwaitTermination(threads, GRACE);
        store.close();
    }
}
