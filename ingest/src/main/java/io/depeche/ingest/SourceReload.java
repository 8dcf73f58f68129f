// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.ingest.source.Source;
import io.depeche.schemas.config.ConfigFile;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes changes of the sources over from the configuration file while ingest runs. A mistake in the file is reported with
 * its line and key, and the sources stay as they are; other settings count from the next start on. Thread-safe.
 */
public final class SourceReload implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceReload.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Path file;
    private final Function<Map<String, String>, IngestConfig> reading;
    private final Ingest ingest;
    private final Clock clock;
    private final Thread thread;
    private IngestConfig inForce;
    private Map<String, String> seen;

    /**
     * @param reading makes the configuration of the file's keys and values
     * @param inForce what was made of the file before
     */
    public SourceReload(
            Path file,
            Function<Map<String, String>, IngestConfig> reading,
            IngestConfig inForce,
            Ingest ingest,
            Clock clock) {
        this.file = file;
        this.reading = reading;
        this.inForce = inForce;
        this.seen = ConfigFile.load(file);
        this.ingest = ingest;
        this.clock = clock;
        this.thread = new Thread(this::run, "ingest-reload");
        thread.setDaemon(true);
    }

    /** Looks at the file from now on. */
    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY.toMillis());
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped", e);
        }
    }

    /** One look at the file. */
    void look() {
        try {
            Map<String, String> now = ConfigFile.load(file);
            if (!now.equals(seen)) {
                // First, so that a mistake is reported once and not at every look.
                seen = now;
                take(ConfigFile.read(file, reading));
            }
        } catch (ConfigException | IllegalArgumentException e) {
            LOG.error("the sources stay as they are: {}", e.getMessage());
        }
    }

    private void take(IngestConfig now) {
        Map<String, SourceSettings> before = bySource(inForce);
        Map<String, SourceSettings> after = bySource(now);
        refuseChangeOfStandardInput(before, after);
        Set<String> gone = new HashSet<>(before.keySet());
        gone.removeIf(name -> before.get(name).equals(after.get(name)));
        List<Source> come = new ArrayList<>();
        ConfiguredSources making = new ConfiguredSources(now, clock, InputStream.nullInputStream());
        after.forEach((name, settings) -> {
            if (!settings.equals(before.get(name))) {
                come.add(making.source(settings));
            }
        });
        ingest.change(gone, come);
        LOG.info(
                "{} has changed: stopped {}, started {}{}",
                file,
                new TreeSet<>(gone),
                come.stream().map(Source::id).sorted().toList(),
                others(inForce, now));
        inForce = now;
    }

    private static void refuseChangeOfStandardInput(
            Map<String, SourceSettings> before, Map<String, SourceSettings> after) {
        Set<SourceSettings> bound = new HashSet<>(before.values());
        bound.addAll(after.values());
        bound.removeIf(settings -> settings.type() != SourceSettings.Type.STDIN);
        for (SourceSettings settings : bound) {
            if (!settings.equals(before.get(settings.name())) || !settings.equals(after.get(settings.name()))) {
                throw new ConfigException(
                        SourceSettings.PREFIX + settings.name() + ".type is stdin, which can't be added,"
                                + " changed or taken out while ingest runs; start it again");
            }
        }
    }

    private static String others(IngestConfig before, IngestConfig now) {
        Set<String> changed = new TreeSet<>(before.originals().keySet());
        changed.addAll(now.originals().keySet());
        changed.removeIf(key -> key.startsWith(SourceSettings.PREFIX)
                || key.equals(IngestConfig.SOURCES)
                || Objects.equals(before.originals().get(key), now.originals().get(key)));
        return changed.isEmpty() ? "" : "; from the next start on: " + String.join(", ", changed);
    }

    private static Map<String, SourceSettings> bySource(IngestConfig config) {
        return config.sources().stream().collect(Collectors.toMap(SourceSettings::name, Function.identity()));
    }
}
