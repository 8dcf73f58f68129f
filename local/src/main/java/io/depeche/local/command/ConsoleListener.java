// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.publish.IngestListener;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Says on the console what was not taken and what was mended. Thread-safe. */
final class ConsoleListener implements IngestListener {

    private final Console console;

    ConsoleListener(Console console) {
        this.console = console;
    }

    @Override
    public void published(RawStatement statement, RecordMetadata metadata) {
        // Said by the progress line.
    }

    @Override
    public void unchanged(RawStatement statement) {
        // Said by the progress line.
    }

    @Override
    public void refused(Refusal refusal) {
        console.say("not taken: " + refusal);
    }

    @Override
    public void mended(Notice notice) {
        console.say("note: " + notice);
    }
}
