// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.ingest.Ingest;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.SourceReload;
import io.depeche.ingest.publish.LoggingListener;
import io.depeche.ingest.publish.MeteredListener;
import io.depeche.schemas.config.ConfigFile;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
        Map<String, String> settings = ConfigFile.load(file);
        IngestConfig config = ConfigFile.made(file, settings, IngestConfig::new);
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Ingest ingest = Ingest.connect(
                config,
                List.of(),
                new MeteredListener(metrics, new LoggingListener()),
                Clock.systemUTC(),
                System.in,
                metrics);
        try (SourceReload reload = new SourceReload(file, settings, IngestConfig::new, ingest)) {
            reload.start();
            new RoleRunner(ingest, config.getInt(IngestConfig.HTTP_PORT), metrics).run();
        }
        return CommandLine.ExitCode.OK;
    }
}
