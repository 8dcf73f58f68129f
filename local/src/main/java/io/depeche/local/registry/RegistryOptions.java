// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a {@link RegistryServer} is started.
 *
 * @param host the name or address that it listens on
 * @param port its port; 0 for a free one
 * @param journal the file that schemas and levels are kept in, made if it is missing; empty to keep them in memory
 */
public record RegistryOptions(String host, int port, Optional<Path> journal) {
    /** @throws IllegalArgumentException if the host is blank or the port is none */
    public RegistryOptions {
        if (host.isBlank()) {
            throw new IllegalArgumentException(
                    "The schema registry's host is blank; give a name or an address, as localhost.");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "The schema registry's port is %d; give one from 1 to 65535, or 0 for a free one.".formatted(port));
        }
    }

    /** A registry on a free port of localhost that forgets everything when it is closed. */
    public static RegistryOptions inMemory() {
        return new RegistryOptions("localhost", 0, Optional.empty());
    }

    /** A registry on a free port of localhost that keeps everything in {@code journal}. */
    public static RegistryOptions keptIn(Path journal) {
        return new RegistryOptions("localhost", 0, Optional.of(journal));
    }

    /** The same with another port; 0 for a free one. */
    public RegistryOptions withPort(int otherPort) {
        return new RegistryOptions(host, otherPort, journal);
    }
}
