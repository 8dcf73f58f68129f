// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import io.depeche.local.command.DepecheProcess;
import io.depeche.local.monitor.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** One instance of a role, started again as a supervisor does it. */
final class Worker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration FAREWELL = Duration.ofSeconds(60);
    private static final String HEAP = "384m";
    private static final String JVM = "-XX:TieredStopAtLevel=1";

    private final String role;
    private final String name;
    private final Path folder;
    private final Path config;
    private final int port;
    private DepecheProcess process;

    /**
     * @param role its command
     * @param name of the instance
     * @param folder of its configuration and logs
     */
    Worker(String role, String name, Path folder, int port, List<String> settings) throws IOException {
        this.role = role;
        this.name = name;
        this.folder = Files.createDirectories(folder.resolve(name));
        this.port = port;
        List<String> lines = new ArrayList<>(settings);
        lines.add("http.port=" + port);
        this.config = Files.write(this.folder.resolve("depeche.properties"), lines);
    }

    void start() throws IOException {
        process = DepecheProcess.startInstalled(folder, HEAP, JVM, role, "--config", config.toString());
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    /** SIGTERM, to its end. */
    void stop() throws IOException, InterruptedException {
        process.signal("TERM");
        process.await(FAREWELL);
    }

    /** @param name without SIG */
    void signal(String name) throws IOException, InterruptedException {
        process.signal(name);
    }

    /** Starts it again where it has ended by itself. */
    void reviveIfDead() throws IOException {
        if (!process.isAlive()) {
            start();
        }
    }

    void awaitReady() {
        Awaitility.await(name + " is ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(this::isReady);
    }

    private boolean isReady() throws InterruptedException {
        try {
            return Page.get(port, "/health/ready").status() == 200;
        } catch (IOException e) {
            // It does not listen yet.
            return false;
        }
    }

    /** What it tells of itself. */
    Page metrics() throws IOException, InterruptedException {
        return Page.get(port, "/metrics");
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
