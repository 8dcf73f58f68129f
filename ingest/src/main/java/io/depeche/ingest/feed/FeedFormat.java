// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.TextLimit;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/** A feed that lies in a folder or is posted: each of its items is a statement. Thread-safe. */
public final class FeedFormat implements Format {

    private static final Pattern JSON_FEED =
            Pattern.compile("\"version\"\\s*:\\s*\"https?:\\\\?/\\\\?/(?:www\\.)?jsonfeed\\.org\\\\?/version\\\\?/");

    private final FeedReader reader = new FeedReader();
    private final FeedStatements statements;

    /**
     * @param limit of an item's text
     * @param clock tells when a statement was received
     */
    public FeedFormat(TextLimit limit, Clock clock) {
        this.statements = new FeedStatements(limit, clock);
    }

    /** {@code feed}; a statement's origin says which kind: {@code rss}, {@code rdf}, {@code atom}, {@code jsonfeed}. */
    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of(
                "application/rss+xml",
                "application/atom+xml",
                "application/rdf+xml",
                "application/feed+json",
                "application/x-cdf");
    }

    @Override
    public boolean recognises(Beginning beginning) {
        return beginning.root().map(root -> isFeed(root, beginning.text())).orElse(false)
                || beginning.text().startsWith("{")
                        && JSON_FEED.matcher(beginning.text()).find();
    }

    private static boolean isFeed(QName root, String text) {
        return switch (root.getLocalPart().toLowerCase(Locale.ROOT)) {
            case "rss", "channel" -> FeedNames.isRss(root.getNamespaceURI());
            case "rdf" -> text.contains("http://purl.org/rss/1.0/") || text.contains(".netscape.com/rdf/simple/0.9/");
            case "feed", "entry" -> FeedNames.isAtom(root.getNamespaceURI());
            default -> false;
        };
    }

    @Override
    public void read(byte[] content, Document document, Intake intake) {
        Optional<String> contentType = document.charset().map(charset -> "application/xml; charset=" + charset.name());
        try {
            statements.read(reader.read(content, contentType, ""), document, intake);
        } catch (FeedException e) {
            intake.refuse(new Refusal(document.source(), document.place(), e.getMessage(), e.wayOut()));
        }
    }
}
