// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.feed.FeedFormat;
import io.depeche.ingest.format.DocumentLimit;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.TextLimit;
import io.depeche.ingest.format.archive.ZipFormat;
import io.depeche.ingest.format.web.HtmlFormat;
import io.depeche.ingest.format.web.MarkdownFormat;
import io.depeche.ingest.format.wire.Iptc7901;
import io.depeche.ingest.format.wire.NewsMlG2;
import io.depeche.ingest.format.wire.Ninjs;
import io.depeche.ingest.format.wire.Nitf;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** All formats that are read as a whole, in the order in which a document is offered to them. */
public final class KnownFormats {

    private KnownFormats() {}

    /**
     * @param maxTextBytes the longest text taken, in bytes of UTF-8
     * @param maxDocumentBytes the longest document taken
     * @param clock tells when a statement was received
     */
    public static List<Format> list(int maxTextBytes, int maxDocumentBytes, Clock clock) {
        TextLimit limit = new TextLimit(maxTextBytes);
        // What tells itself by a name comes before what is told by its looks.
        List<Format> single = List.of(
                new NewsMlG2(limit, clock),
                new Nitf(limit, clock),
                new FeedFormat(limit, clock),
                new Ninjs(limit, clock),
                new Iptc7901(limit, clock),
                new HtmlFormat(limit, clock),
                new MarkdownFormat(limit, clock));
        List<Format> all = new ArrayList<>(single);
        all.add(0, new ZipFormat(maxTextBytes, new DocumentLimit(maxDocumentBytes), single, clock));
        return List.copyOf(all);
    }
}
