// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs refusals at WARN, notices at INFO and statements at DEBUG. Thread-safe. */
public final class LoggingListener implements IngestListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoggingListener.class);

    @Override
    public void published(RawStatement statement, RecordMetadata metadata) {
        LOG.debug("published {} from {} to {}", statement.getId(), statement.getSource(), metadata);
    }

    @Override
    public void unchanged(RawStatement statement) {
        LOG.debug("unchanged {} from {}", statement.getId(), statement.getSource());
    }

    @Override
    public void refused(Refusal refusal) {
        LOG.warn("not taken: {}", refusal);
    }

    @Override
    public void mended(Notice notice) {
        LOG.info("{}", notice);
    }
}
