// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.ingest.http.Fetcher;
import io.depeche.ingest.source.Source;
import io.depeche.ingest.source.Sources;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/** Makes the sources that a configuration describes, and what a changed one changes in them. For one thread at a time. */
final class ConfiguredSources implements AutoCloseable {

    private final Clock clock;
    private final InputStream standardInput;
    private IngestConfig inForce;
    private Fetcher fetcher;

    /** @param standardInput for a source of that type */
    ConfiguredSources(IngestConfig config, Clock clock, InputStream standardInput) {
        this.inForce = config;
        this.clock = clock;
        this.standardInput = standardInput;
    }

    IngestConfig inForce() {
        return inForce;
    }

    /** Those of the configuration in force, in its order. */
    List<Source> all() {
        return inForce.sources().stream()
                .map(settings -> source(settings, inForce))
                .toList();
    }

    /**
     * What is to be stopped and started.
     *
     * @param gone ids of sources that are removed or replaced
     * @param come sources that are added, or replace one
     */
    record Change(Set<String> gone, List<Source> come) {}

    /**
     * What a configuration would change, which it has not yet.
     *
     * @throws ConfigException where that is standard input
     */
    Change change(IngestConfig now) {
        Map<String, SourceSettings> before = byName(inForce);
        Map<String, SourceSettings> after = byName(now);
        refuseChangeOfStandardInput(before, after);
        Set<String> gone = new HashSet<>(before.keySet());
        gone.removeIf(name -> before.get(name).equals(after.get(name)));
        List<Source> come = new ArrayList<>();
        for (SourceSettings settings : now.sources()) {
            if (!settings.equals(before.get(settings.name()))) {
                come.add(source(settings, now));
            }
        }
        return new Change(gone, come);
    }

    /** The changes to it have been made. */
    void isInForce(IngestConfig now) {
        inForce = now;
    }

    /** Drops what is being fetched; for when the sources have been stopped. */
    @Override
    public void close() {
        if (fetcher != null) {
            fetcher.close();
        }
    }

    private Source source(SourceSettings settings, IngestConfig config) {
        Sources sources = new Sources(config.maxTextBytes(), config.maxDocumentBytes(), config.pollInterval(), clock);
        return switch (settings.type()) {
            case FOLDER ->
                sources.folder(settings.name(), settings.path().orElseThrow(), settings.watch(), settings.after());
            case FILE -> sources.file(settings.name(), settings.path().orElseThrow());
            case FEED ->
                sources.feed(
                        settings.name(),
                        settings.url().orElseThrow(),
                        settings.interval(),
                        settings.follow(),
                        fetcher(config));
            case STDIN -> sources.standardInput(settings.name(), standardInput);
        };
    }

    /** One for all feeds, so that each host is asked by one at a time. */
    private Fetcher fetcher(IngestConfig config) {
        if (fetcher == null) {
            fetcher = new Fetcher(config.fetching(), clock);
        }
        return fetcher;
    }

    private static void refuseChangeOfStandardInput(
            Map<String, SourceSettings> before, Map<String, SourceSettings> after) {
        Set<SourceSettings> bound = new HashSet<>(before.values());
        bound.addAll(after.values());
        bound.removeIf(settings -> settings.type() != SourceSettings.Type.STDIN);
        for (SourceSettings settings : bound) {
            if (!settings.equals(before.get(settings.name())) || !settings.equals(after.get(settings.name()))) {
                throw new ConfigException(
                        SourceSettings.PREFIX + settings.name()
                                + ".type is stdin, which can't be added, changed or taken out while ingest runs; start it again");
            }
        }
    }

    private static Map<String, SourceSettings> byName(IngestConfig config) {
        return config.sources().stream().collect(Collectors.toMap(SourceSettings::name, Function.identity()));
    }
}
