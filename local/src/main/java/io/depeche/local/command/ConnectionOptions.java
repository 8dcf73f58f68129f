// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.schemas.config.ConfigFile;
import io.depeche.schemas.config.ConnectionConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where a command finds Kafka and the registry: in a file, or by address, by default those of {@code up}. */
final class ConnectionOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings of the cluster and the registry, as for the roles.")
    private Path file;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Kafka, where there is no --config (default: ${DEFAULT-VALUE}).")
    private String bootstrapServers;

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081",
            description = "Schema registry, where there is no --config (default: ${DEFAULT-VALUE}).")
    private String registryUrl;

    ConnectionConfig config() {
        if (file == null) {
            return new ConnectionConfig(
                    Map.of("kafka.bootstrap.servers", bootstrapServers, "schema.registry.url", registryUrl));
        }
        return new ConnectionConfig(new HashMap<>(ConfigFile.load(file)));
    }
}
