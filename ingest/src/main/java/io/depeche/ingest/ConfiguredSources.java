// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.ingest.source.Source;
import io.depeche.ingest.source.Sources;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/** Makes the sources that a configuration describes. */
final class ConfiguredSources {

    private final IngestConfig config;
    private final Sources sources;
    private final InputStream standardInput;

    ConfiguredSources(IngestConfig config, Clock clock, InputStream standardInput) {
        this.config = config;
        this.sources = new Sources(config.maxTextBytes(), config.pollInterval(), clock);
        this.standardInput = standardInput;
    }

    /** @throws ConfigException where there are none */
    List<Source> all() {
        if (config.sources().isEmpty()) {
            throw new ConfigException(IngestConfig.SOURCES + " names no source, so there is nothing to ingest; name one"
                    + " and describe it by ingest.source.NAME.type and ingest.source.NAME.path");
        }
        return config.sources().stream().map(this::source).toList();
    }

    Source source(SourceSettings settings) {
        return switch (settings.type()) {
            case FOLDER -> sources.folder(settings.name(), settings.path().orElseThrow(), settings.watch());
            case FILE -> sources.file(settings.name(), settings.path().orElseThrow());
            case STDIN -> sources.standardInput(settings.name(), standardInput);
        };
    }
}
