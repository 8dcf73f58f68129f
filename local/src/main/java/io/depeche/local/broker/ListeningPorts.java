// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The two ports that a node listens on, tried before any thread of it runs.
 *
 * @param broker where clients connect
 * @param controller where the node talks to itself
 */
record ListeningPorts(int broker, int controller) {
    private static final String OPTION = "--broker-port";

    /**
     * Finds out that the broker's port is free, choosing one if it is 0, and chooses a free one for the controller.
     *
     * @throws PortInUseException if the broker's port is taken
     */
    static ListeningPorts choose(String host, int port) throws IOException {
        // Both at once, or the second search could find the port that the first has just let go of.
        try (ServerSocket broker = bind(host, port);
                ServerSocket controller = new ServerSocket()) {
            controller.bind(new InetSocketAddress("localhost", 0));
            return new ListeningPorts(broker.getLocalPort(), controller.getLocalPort());
        }
    }

    /** What is reported if the broker's port was taken after it was tried. */
    static PortInUseException inUse(String host, int port, BindException cause) {
        return new PortInUseException("the broker", host, port, OPTION, cause);
    }

    private static ServerSocket bind(String host, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException(
                    "The broker is to listen on %s, which is not a name or an address that this machine knows."
                            .formatted(host));
        }
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(address);
            return socket;
        } catch (BindException taken) {
            socket.close();
            throw inUse(host, port, taken);
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }
}
