// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.local.health.HealthServer;
import io.depeche.schemas.Role;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one role in this process until it ends or the process is told to (SIGTERM, Ctrl-C). */
final class RoleRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RoleRunner.class);

    private final String name;
    private final Role role;
    private final int port;

    RoleRunner(String name, Role role, int port) {
        this.name = name;
        this.role = role;
        this.port = port;
    }

    void run() throws IOException, InterruptedException, CommandFailed {
        Thread closing = new Thread(role::close, "close-" + name);
        try (HealthServer health = HealthServer.start(port, role)) {
            Runtime.getRuntime().addShutdownHook(closing);
            LOG.info("{} starts; health at http://localhost:{}/health/ready", name, health.port());
            role.start();
            role.awaitTermination();
        }
        Optional<Throwable> failure = role.failure();
        if (failure.isPresent()) {
            Runtime.getRuntime().removeShutdownHook(closing);
            role.close();
            throw new CommandFailed(failure.get().getMessage(), failure.get());
        }
    }
}
