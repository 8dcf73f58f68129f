// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.ingest.format.archive.ZipFormat;
import io.depeche.ingest.format.web.HtmlFormat;
import io.depeche.ingest.format.web.MarkdownFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads bytes as whatever they are, with small limits. */
final class AllFormats {

    private static final int MAX_TEXT = 100_000;
    private static final int MAX_DOCUMENT = 1024 * 1024;
    private static final Document DOCUMENT = new Document("inbox", "in/a", "a");

    private AllFormats() {}

    static RecordingIntake read(byte[] bytes) {
        RecordingIntake intake = new RecordingIntake();
        try {
            reader().read(new ByteArrayInputStream(bytes), DOCUMENT, intake);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return intake;
    }

    static RecordingIntake read(byte[] bytes, String mediaType) {
        RecordingIntake intake = new RecordingIntake();
        try {
            reader().read(new ByteArrayInputStream(bytes), mediaType, DOCUMENT, intake);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return intake;
    }

    private static StatementReader reader() {
        TextLimit limit = new TextLimit(MAX_TEXT);
        Format html = new HtmlFormat(limit, Reading.CLOCK);
        Format markdown = new MarkdownFormat(limit, Reading.CLOCK);
        Format zip = new ZipFormat(MAX_TEXT, new DocumentLimit(MAX_DOCUMENT), List.of(html, markdown), Reading.CLOCK);
        return new StatementReader(MAX_TEXT, MAX_DOCUMENT, List.of(zip, html, markdown), Reading.CLOCK);
    }
}
