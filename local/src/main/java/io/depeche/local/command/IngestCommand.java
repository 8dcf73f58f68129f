// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.ingest.Ingest;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.publish.LoggingListener;
import io.depeche.schemas.config.ConfigFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The ingest role against a cluster. */
@Command(
        name = "ingest",
        description =
                "Runs the ingest role against a Kafka cluster: the configured sources in," + " statements.raw out.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "Settings (.properties).")
    private Path file;

    @Override
    public Integer call() throws Exception {
        IngestConfig config = new IngestConfig(ConfigFile.load(file));
        new RoleRunner(
                        "ingest",
                        Ingest.connect(config, new LoggingListener(), Clock.systemUTC(), System.in),
                        config.getInt(IngestConfig.HTTP_PORT))
                .run();
        return CommandLine.ExitCode.OK;
    }
}
