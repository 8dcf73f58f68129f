// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.TextLimit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Reads documents as the file {@code in/item} of source {@code wire}, at a fixed time. */
final class WireReading {

    static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
    static final TextLimit LIMIT = new TextLimit(1024 * 1024);
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    static final Format NEWSML = new NewsMlG2(LIMIT, CLOCK);
    static final Format NITF = new Nitf(LIMIT, CLOCK);
    static final Format NINJS = new Ninjs(LIMIT, CLOCK);
    static final Format IPTC7901 = new Iptc7901(LIMIT, CLOCK);
    static final List<Format> ALL = List.of(NEWSML, NITF, NINJS, IPTC7901);

    private WireReading() {}

    static RecordingIntake read(Format format, String content) {
        return read(format, content.getBytes(StandardCharsets.UTF_8));
    }

    static RecordingIntake read(Format format, byte[] content) {
        RecordingIntake intake = new RecordingIntake();
        format.read(content, new Document("wire", "in/item", "item"), intake);
        return intake;
    }

    /** A file in the test resources' folder {@code wire}. */
    static byte[] sample(String name) {
        try (InputStream in = WireReading.class.getResourceAsStream("/wire/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
