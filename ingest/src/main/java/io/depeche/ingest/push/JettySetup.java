// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Sets the server beneath up: its one connector, TLS, threads and bounds. */
final class JettySetup {

    private static final int LONGEST_HEADER = 8 * 1024;
    /** Threads for answers that turn requests away, acceptors and selectors. */
    private static final int THREADS_BESIDE = 8;

    private static final int BACKLOG = 128;
    private static final int CONNECTIONS_PER_REQUEST = 8;
    private static final long IDLE_BEYOND_MS = 1000;

    /** How much of a body is read at a time: many small reads take longer than what they read. */
    static final int BUFFER = 64 * 1024;

    private final PushSettings settings;
    private final Optional<SslContextFactory.Server> tls;
    private final ServerSocketChannel listening;

    /**
     * Takes the port, so that nothing else is started where it can't be had.
     *
     * @throws org.apache.kafka.common.config.ConfigException where the key store can't be read
     * @throws IOException where something else has the port
     */
    JettySetup(PushSettings settings) throws IOException {
        this.settings = settings;
        this.tls = settings.tls().map(JettySetup::tls);
        this.listening = listen(settings);
    }

    private static ServerSocketChannel listen(PushSettings settings) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            // Or else a restart has to wait until the last connections are forgotten.
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(settings.host(), settings.port()), BACKLOG);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw new IOException(
                    PushConfig.PORT + " is " + settings.port() + ", which can't be had on " + settings.host() + ": "
                            + e.getMessage() + "; end what listens there, or choose another port",
                    e);
        }
    }

    /** Lets go of the port, where nothing was started on it. */
    void close() throws IOException {
        listening.close();
    }

    void apply(JettyConfig jetty) {
        QueuedThreadPool threads = new QueuedThreadPool(settings.maxRequests() + THREADS_BESIDE, THREADS_BESIDE);
        threads.setName("push");
        threads.setDaemon(true);
        jetty.threadPool = threads;
        HeaderDeadline deadline = new HeaderDeadline(settings.requestTimeout());
        jetty.modifyServer(server -> {
            server.setHandler(deadline);
            server.setErrorHandler(new ProblemErrors());
            server.setStopTimeout(0);
            server.addBean(new NetworkConnectionLimit(settings.maxRequests() * CONNECTIONS_PER_REQUEST, server));
        });
        jetty.addConnector((server, ignored) -> connector(server, deadline));
    }

    private Connector connector(Server server, HeaderDeadline deadline) {
        HttpConnectionFactory http = new HttpConnectionFactory(http());
        http.setInputBufferSize(BUFFER);
        ConnectionFactory[] factories = tls.map(
                        t -> new ConnectionFactory[] {new SslConnectionFactory(t, http.getProtocol()), http})
                .orElseGet(() -> new ConnectionFactory[] {http});
        ServerConnector connector = new ServerConnector(server, factories);
        // No shorter than a request may take: its own deadlines end it, with an answer.
        connector.setIdleTimeout(Math.max(
                        settings.requestTimeout().toMillis(),
                        settings.confirmTimeout().toMillis())
                + IDLE_BEYOND_MS);
        connector.addBean(deadline, false);
        try {
            connector.open(listening);
        } catch (IOException e) {
            throw new UncheckedIOException("the port is open, and can't be listened on", e);
        }
        return connector;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(LONGEST_HEADER);
        return http;
    }

    private static SslContextFactory.Server tls(PushSettings.Tls settings) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(settings.load());
        tls.setKeyStorePassword(settings.password());
        return tls;
    }
}
