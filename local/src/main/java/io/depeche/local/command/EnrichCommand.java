// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.enrich.Enrich;
import io.depeche.enrich.EnrichConfig;
import io.depeche.schemas.config.ConfigFile;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The enrich role against a cluster. */
@Command(
        name = "enrich",
        description = "Runs the enrich role against a Kafka cluster: statements.raw in, statements.annotated out.",
        mixinStandardHelpOptions = true)
final class EnrichCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "Settings (.properties).")
    private Path file;

    @Override
    public Integer call() throws Exception {
        EnrichConfig config = ConfigFile.read(file, EnrichConfig::new);
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Enrich enrich = new Enrich(config, Clock.systemUTC(), metrics);
        new RoleRunner(enrich, config.getInt(EnrichConfig.HTTP_PORT), metrics).run();
        return CommandLine.ExitCode.OK;
    }
}
