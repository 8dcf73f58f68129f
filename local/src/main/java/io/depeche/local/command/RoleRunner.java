// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.local.monitor.MonitorServer;
import io.depeche.schemas.Role;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one role in this process until it ends or the process is told to (SIGTERM, Ctrl-C). */
final class RoleRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RoleRunner.class);

    private final Role role;
    private final int port;
    private final PrometheusMeterRegistry metrics;

    RoleRunner(Role role, int port, PrometheusMeterRegistry metrics) {
        this.role = role;
        this.port = port;
        this.metrics = metrics;
    }

    void run() throws IOException, InterruptedException, CommandFailed {
        Thread closing = new Thread(role::close, "close-" + role.name());
        try (MonitorServer monitor = MonitorServer.start(port, List.of(role), metrics)) {
            Runtime.getRuntime().addShutdownHook(closing);
            LOG.info("{} starts; health and metrics at http://localhost:{}", role.name(), monitor.port());
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
