// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.broker;

import java.io.IOException;

/** A server of this process cannot have the port that it was told to listen on. */
public final class PortInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int port;

    /**
     * @param server what wanted the port, as a person would call it: "the broker"
     * @param host the host name or address that it was to listen on
     * @param port the port that could not be had
     * @param option the command-line option that chooses another one
     * @param cause what the operating system said
     */
    public PortInUseException(String server, String host, int port, String option, Throwable cause) {
        super(
                "Port %d on %s cannot be had for %s (%s). Stop what listens there, or choose another port with %s (0: a free one)."
                        .formatted(port, host, server, cause.getMessage(), option),
                cause);
        this.port = port;
    }

    /** The port that could not be had. */
    public int port() {
        return port;
    }
}
