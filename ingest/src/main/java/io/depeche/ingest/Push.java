// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.ingest.publish.IngestListener;
import io.depeche.ingest.publish.StatementPublisher;
import io.depeche.ingest.push.PushServer;
import io.depeche.ingest.push.PushSettings;
import io.depeche.ingest.source.KnownFormats;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The push endpoint of an ingest, from its start to its close. Thread-safe. */
final class Push implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Push.class);

    private final PushSettings settings;
    private final IngestConfig config;
    private final StatementPublisher publisher;
    private final IngestListener listener;
    private final Clock clock;
    private volatile PushServer server;

    Push(
            PushSettings settings,
            IngestConfig config,
            StatementPublisher publisher,
            IngestListener listener,
            Clock clock) {
        this.settings = settings;
        this.config = config;
        this.publisher = publisher;
        this.listener = listener;
        this.clock = clock;
    }

    /** @throws ConfigException where the port can't be had, or the key store not be read */
    void start() {
        try {
            server = PushServer.start(
                    settings,
                    KnownFormats.list(config.maxTextBytes(), config.maxDocumentBytes(), clock),
                    publisher,
                    listener,
                    clock);
        } catch (IOException e) {
            ConfigException wrong = new ConfigException(e.getMessage());
            wrong.initCause(e);
            throw wrong;
        }
        LOG.info("statements can be posted to {}", url().orElseThrow());
    }

    boolean isReady() {
        PushServer started = server;
        return started != null && started.isReady();
    }

    Optional<String> url() {
        String scheme = settings.tls().isPresent() ? "https" : "http";
        return Optional.ofNullable(server)
                .map(started -> scheme + "://" + settings.host() + ":" + started.port() + "/statements");
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
