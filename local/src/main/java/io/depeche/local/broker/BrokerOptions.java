// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.broker;

import java.nio.file.Path;
import java.util.Map;

/**
 * How an {@link EmbeddedBroker} is started.
 *
 * @param dataDirectory where topics are kept; made if it is missing, and used again if a broker was here before
 * @param host the name or address that the broker listens on and that clients are told to connect to
 * @param port the broker's port; 0 for a free one
 * @param properties Kafka's own broker settings, which go before ours
 */
public record BrokerOptions(Path dataDirectory, String host, int port, Map<String, String> properties) {
    /** @throws IllegalArgumentException if the host is blank or the port is none */
    public BrokerOptions {
        if (host.isBlank()) {
            throw new IllegalArgumentException("The broker's host is blank; give a name or an address, as localhost.");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "The broker's port is %d; give one from 1 to 65535, or 0 for a free one.".formatted(port));
        }
        properties = Map.copyOf(properties);
    }

    /** A broker on a free port of localhost that keeps its topics in {@code dataDirectory}. */
    public static BrokerOptions in(Path dataDirectory) {
        return new BrokerOptions(dataDirectory, "localhost", 0, Map.of());
    }

    /** The same with another port; 0 for a free one. */
    public BrokerOptions withPort(int otherPort) {
        return new BrokerOptions(dataDirectory, host, otherPort, properties);
    }

    /** The same with these broker settings instead. */
    public BrokerOptions withProperties(Map<String, String> otherProperties) {
        return new BrokerOptions(dataDirectory, host, port, otherProperties);
    }
}
