// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.schemas.config.ConfigFile;
import io.depeche.sink.Sink;
import io.depeche.sink.SinkConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sink role against a cluster. */
@Command(
        name = "sink",
        description = "Runs the sink role against a Kafka cluster: statements.annotated in, statements.enriched"
                + " and statements.figures out.",
        mixinStandardHelpOptions = true)
final class SinkCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "Settings (.properties).")
    private Path file;

    @Override
    public Integer call() throws Exception {
        SinkConfig config = ConfigFile.read(file, SinkConfig::new);
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Sink sink = new Sink(config, Clock.systemUTC(), metrics);
        new RoleRunner(sink, config.getInt(SinkConfig.HTTP_PORT), metrics).run();
        return CommandLine.ExitCode.OK;
    }
}
