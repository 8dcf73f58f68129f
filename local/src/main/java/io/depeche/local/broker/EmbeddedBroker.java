// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.broker;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Kafka itself in this process: a KRaft node, broker and controller in one, with its topics in a directory.
 *
 * <p>Topics, records, committed offsets and transactions are there again when a broker starts on the same directory,
 * also after the process was killed. Topics are not made by being written to. Connections are neither encrypted nor
 * authenticated, so the host had better be the loopback. Where Kafka gives up on its disk it ends the process, as it
 * does on a server.
 *
 * <p>Safe for use by several threads.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final String bootstrapServers;
    private final DataDirectory directory;
    private final KafkaRaftServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(String bootstrapServers, DataDirectory directory, KafkaRaftServer server) {
        this.bootstrapServers = bootstrapServers;
        this.directory = directory;
        this.server = server;
    }

    /**
     * Starts a broker and returns once it serves clients. If it does not start, nothing of it is left running.
     *
     * @throws PortInUseException if something else listens on the broker's port
     * @throws IOException if another broker has the data directory, or Kafka refuses to start
     */
    public static EmbeddedBroker start(BrokerOptions options) throws IOException {
        ListeningPorts ports = ListeningPorts.choose(options.host(), options.port());
        return start(options, ports.broker(), ClusterNode.alone(ports.controller()));
    }

    /**
     * Starts a node of a cluster and returns once it serves clients, for which more than half of the nodes have to be
     * up.
     *
     * @param port the broker's
     * @throws IOException as {@link #start(BrokerOptions)}
     */
    static EmbeddedBroker start(BrokerOptions options, int port, ClusterNode node) throws IOException {
        DataDirectory directory = DataDirectory.claim(options.dataDirectory());
        try {
            KafkaRaftServer server = startServer(options, port, node, directory);
            EmbeddedBroker broker = new EmbeddedBroker(options.host() + ":" + port, directory, server);
            LOG.info("Broker on {}, topics in {}", broker.bootstrapServers, directory.path());
            return broker;
        } catch (Exception e) {
            directory.close();
            throw explained(e, options, port, directory);
        }
    }

    private static KafkaRaftServer startServer(
            BrokerOptions options, int port, ClusterNode node, DataDirectory directory) throws Exception {
        KafkaConfig config = KafkaConfig.fromProps(BrokerSettings.of(options, directory.path(), port, node), false);
        directory.format(node, BrokerSettings.CONTROLLER_LISTENER);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (Throwable e) {
            // Kafka leaves threads behind that would keep the process alive.
            server.shutdown();
            server.awaitShutdown();
            throw e;
        }
    }

    private static IOException explained(Exception e, BrokerOptions options, int port, DataDirectory directory) {
        Optional<BindException> taken = Throwables.getCausalChain(e).stream()
                .filter(BindException.class::isInstance)
                .map(BindException.class::cast)
                .findFirst();
        return taken.<IOException>map(cause -> ListeningPorts.inUse(options.host(), port, cause))
                .orElseGet(() -> new IOException(
                        "Kafka did not start on the data directory %s: %s".formatted(directory.path(), e.getMessage()),
                        e));
    }

    /** The {@code bootstrap.servers} of clients: host and port. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Shuts the broker down in order and lets go of the directory; a second time it does nothing. */
    @Override
    public void close() throws IOException {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            directory.close();
        }
    }
}
