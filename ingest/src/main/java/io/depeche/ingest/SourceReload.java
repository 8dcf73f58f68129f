// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.schemas.config.ConfigFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes changes of the sources over from the configuration file while ingest runs. A mistake in the file is reported with
 * its line and key, and the sources stay as they are. Thread-safe.
 */
public final class SourceReload implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceReload.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Path file;
    private final Function<Map<String, String>, IngestConfig> reading;
    private final Ingest ingest;
    private final Thread thread;
    private Map<String, String> seen;

    /**
     * @param settings of the file that the running configuration was made of: what has changed since then counts, too
     * @param reading makes the configuration of the file's keys and values
     */
    public SourceReload(
            Path file,
            Map<String, String> settings,
            Function<Map<String, String>, IngestConfig> reading,
            Ingest ingest) {
        this.file = file;
        this.reading = reading;
        this.ingest = ingest;
        this.seen = Map.copyOf(settings);
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
                ingest.reconfigure(ConfigFile.made(file, now, reading::apply));
            }
        } catch (ConfigException | IllegalArgumentException e) {
            LOG.error("the sources stay as they are: {}", e.getMessage());
        }
    }
}
