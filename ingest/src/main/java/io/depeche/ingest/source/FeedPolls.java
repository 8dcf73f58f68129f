// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.feed.Feed;
import io.depeche.ingest.feed.FeedException;
import io.depeche.ingest.feed.FeedReader;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.http.FetchRequest;
import io.depeche.ingest.http.Fetched;
import io.depeche.ingest.http.Fetcher;
import io.depeche.ingest.http.Outcome;
import io.depeche.ingest.http.Redaction;
import io.depeche.ingest.http.Wishes;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests for a feed in one run of its source. Not thread-safe. */
final class FeedPolls {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPolls.class);

    private final String id;
    private final URI url;
    private final Fetcher fetcher;
    private final FeedReader reader;
    private final ItemTexts texts;
    private final Delivery delivery;
    private final Trouble trouble;

    FeedPolls(String id, URI url, Fetcher fetcher, FeedReader reader, ItemTexts texts, Delivery delivery) {
        this.id = id;
        this.url = url;
        this.fetcher = fetcher;
        this.reader = reader;
        this.texts = texts;
        this.delivery = delivery;
        this.trouble = new Trouble(delivery);
    }

    /** Asks once, and commits what came of it: the items and where they were found, together. */
    Outcome poll() throws InterruptedException {
        Position before = delivery.position();
        Optional<URI> movedTo = before.url().map(URI::create);
        Fetched fetched =
                fetcher.fetch(FetchRequest.feed(url).at(movedTo).unlessStill(before.etag(), before.lastModified()));
        if (fetched instanceof Fetched.Body body) {
            return read(body, before);
        }
        if (fetched instanceof Fetched.NotModified same) {
            works();
            delivery.moveTo(new Position(
                    moved(before, same.movedTo()),
                    same.etag().or(before::etag),
                    same.lastModified().or(before::lastModified)));
            delivery.commit();
        } else if (fetched instanceof Fetched.TryLater later) {
            fails(later.reason(), "it is asked again by itself, at growing intervals");
        } else if (fetched instanceof Fetched.Gone gone) {
            fails(gone.reason(), "take the source out of the configuration; it is asked once a day until then");
        } else if (fetched instanceof Fetched.Refused refused) {
            fails(refused.reason(), refused.wayOut());
        }
        return Outcome.of(fetched, Optional.empty());
    }

    private Outcome read(Fetched.Body body, Position before) throws InterruptedException {
        Feed feed;
        try {
            feed = reader.read(body.bytes(), body.contentType(), body.from().toString());
        } catch (FeedException e) {
            // Its validators are not kept, so that it is sent whole next time, too.
            fails(e.getMessage(), e.wayOut());
            return new Outcome.Failed(Optional.empty());
        }
        works();
        texts.deliver(feed, new Document(id, Redaction.redact(body.from()), null), delivery);
        delivery.moveTo(new Position(moved(before, body.movedTo()), body.etag(), body.lastModified()));
        delivery.commit();
        return Outcome.of(body, Optional.of(new Wishes(feed.ttl(), feed.skipHours(), feed.skipDays())));
    }

    private Optional<String> moved(Position before, Optional<URI> movedTo) {
        Optional<String> now = movedTo.map(URI::toString).or(before::url);
        if (!now.equals(before.url())) {
            LOG.warn(
                    "feed {} has moved for good to {}: asked there from now on; change its url",
                    id,
                    Redaction.redact(now.orElseThrow()));
        }
        return now;
    }

    private void fails(String reason, String wayOut) {
        trouble.isThere(new Refusal(id, Redaction.redact(url), reason, wayOut));
    }

    private void works() {
        trouble.isOver(new Notice(id, Redaction.redact(url), "the feed is back"));
    }
}
