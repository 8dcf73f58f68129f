// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.feed.Feed;
import io.depeche.ingest.feed.FeedItem;
import io.depeche.ingest.feed.FeedStatements;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.http.FetchRequest;
import io.depeche.ingest.http.Fetched;
import io.depeche.ingest.http.Fetcher;
import io.depeche.ingest.http.Redaction;
import io.depeche.ingest.page.ArticlePage;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Texts from the pages that a feed's items link to. A page is fetched when its item is new or has changed in the feed, and
 * what can't be had of it is read from the feed instead, and said.
 */
final class FollowedPages implements ItemTexts {

    private final Fetcher fetcher;
    private final FeedStatements statements;

    FollowedPages(Fetcher fetcher, FeedStatements statements) {
        this.fetcher = fetcher;
        this.statements = statements;
    }

    @Override
    public void deliver(Feed feed, Document document, Delivery delivery) throws InterruptedException {
        feed.notes().forEach(note -> delivery.mend(new Notice(document.source(), document.place(), note)));
        for (int i = 0; i < feed.items().size(); i++) {
            FeedItem item = feed.items().get(i);
            LearnedItem page =
                    LearnedItem.of(document.source(), "page", item.ownId().orElse(item.original()), item.original());
            if (!delivery.knows(page.key(), page.fingerprint())) {
                if (deliver(feed, item, document, document.place() + ", item " + (i + 1), delivery)) {
                    delivery.learn(page.key(), page.fingerprint());
                }
            }
        }
    }

    /**
     * An item with the text that it is delivered with.
     *
     * @param settled whether asking for the page again would not help
     */
    private record Followed(FeedItem item, boolean settled) {}

    /** @return whether the page need not be asked for again as long as the item stays as it is */
    private boolean deliver(Feed feed, FeedItem item, Document document, String place, Delivery delivery)
            throws InterruptedException {
        List<String> notes = new ArrayList<>();
        Followed followed = followed(item, notes);
        try {
            delivery.take(statements.statement(feed, followed.item(), document, notes), place);
        } catch (Refused e) {
            delivery.refuse(e.at(document.source(), place));
        }
        notes.forEach(note -> delivery.mend(new Notice(document.source(), place, note)));
        return followed.settled();
    }

    private Followed followed(FeedItem item, List<String> notes) throws InterruptedException {
        Optional<URI> url = item.url().flatMap(FollowedPages::uri);
        if (url.isEmpty()) {
            notes.add("it links to no page, so its text is the feed's");
            return new Followed(item, true);
        }
        Fetched fetched = fetcher.fetch(FetchRequest.page(url.get()));
        String reason;
        if (fetched instanceof Fetched.Body body) {
            try {
                ArticlePage page = ArticlePage.read(body.bytes(), body.contentType(), body.from());
                return new Followed(item.withText(page.text()), true);
            } catch (Refused e) {
                reason = e.getMessage();
            }
        } else {
            reason = reason(fetched);
        }
        notes.add("its text is the feed's, for the page " + Redaction.redact(url.get()) + " gives none: " + reason);
        return new Followed(item, !(fetched instanceof Fetched.TryLater));
    }

    private static String reason(Fetched fetched) {
        if (fetched instanceof Fetched.TryLater later) {
            return later.reason();
        }
        if (fetched instanceof Fetched.Gone gone) {
            return gone.reason();
        }
        return fetched instanceof Fetched.Refused refused ? refused.reason() : "it has no content";
    }

    private static Optional<URI> uri(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
