// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.TextLimit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Reads files of HTML and Markdown at a fixed time. */
final class WebReading {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06.789Z"), ZoneOffset.UTC);
    static final HtmlFormat HTML = new HtmlFormat(new TextLimit(1024 * 1024), CLOCK);
    static final MarkdownFormat MARKDOWN = new MarkdownFormat(new TextLimit(1024 * 1024), CLOCK);

    private WebReading() {}

    static RecordingIntake read(Format format, String text) {
        return read(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static RecordingIntake read(Format format, byte[] content) {
        RecordingIntake intake = new RecordingIntake();
        format.read(content, new Document("inbox", "in/a", "a"), intake);
        return intake;
    }

    static boolean recognises(Format format, String text) {
        return format.recognises(Beginning.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
