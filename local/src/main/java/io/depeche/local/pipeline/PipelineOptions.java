// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a {@link LocalPipeline} is started.
 *
 * @param brokerPort port of the broker; 0 for a free one
 * @param registryPort port of the registry; 0 for a free one
 * @param dataDirectory where topics, schemas and state are kept; empty: a temporary folder, gone at the end
 * @param commitInterval of enrich and sink: what a statement waits for in each
 * @param settings settings of the roles that go before ours, as in a configuration file
 */
public record PipelineOptions(
        int brokerPort,
        int registryPort,
        Optional<Path> dataDirectory,
        Duration commitInterval,
        Map<String, String> settings) {

    /** Latency before throughput: one machine has no network between commits. */
    public static final Duration QUICK_COMMIT = Duration.ofMillis(20);

    public PipelineOptions {
        settings = Map.copyOf(settings);
    }

    /** Free ports and a temporary folder. */
    public static PipelineOptions temporary() {
        return new PipelineOptions(0, 0, Optional.empty(), QUICK_COMMIT, Map.of());
    }

    /** The same with its data kept in a folder. */
    public PipelineOptions keptIn(Path folder) {
        return new PipelineOptions(brokerPort, registryPort, Optional.of(folder), commitInterval, settings);
    }

    /** The same with these settings for the roles. */
    public PipelineOptions withSettings(Map<String, String> others) {
        return new PipelineOptions(brokerPort, registryPort, dataDirectory, commitInterval, others);
    }
}
