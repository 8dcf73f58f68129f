// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Reads bytes as the file {@code in/news.txt} of source {@code inbox}, at a fixed time. */
final class Reading {

    static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final int LIMIT = 1024 * 1024;

    private Reading() {}

    static RecordingIntake text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static RecordingIntake bytes(byte[] bytes) {
        return stream(new ByteArrayInputStream(bytes), LIMIT);
    }

    static RecordingIntake stream(InputStream in, int limit) {
        RecordingIntake intake = new RecordingIntake();
        try {
            new StatementReader(limit, 1_000_000, List.of(), CLOCK)
                    .read(in, new Document("inbox", "in/news.txt", "news.txt"), intake);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return intake;
    }
}
