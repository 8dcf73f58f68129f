// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.feed.FeedReader;
import io.depeche.ingest.http.Fetcher;
import io.depeche.ingest.http.Schedule;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * A feed, asked again and again: not more often than its interval, and as its publisher wishes. An item that the feed has
 * dropped is not withdrawn. A feed that can't be had or read is reported once, and once more when it is back.
 */
public final class FeedSource implements Source {

    private final String id;
    private final URI url;
    private final Duration interval;
    private final Fetcher fetcher;
    private final FeedReader reader;
    private final ItemTexts texts;
    private final Clock clock;

    /**
     * @param interval between two requests, at least
     * @param texts makes statements of items
     */
    FeedSource(
            String id, URI url, Duration interval, Fetcher fetcher, FeedReader reader, ItemTexts texts, Clock clock) {
        this.id = id;
        this.url = url;
        this.interval = interval;
        this.fetcher = fetcher;
        this.reader = reader;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean isFinite() {
        return false;
    }

    @Override
    public boolean isBound() {
        return false;
    }

    @Override
    public void run(Delivery delivery) throws InterruptedException {
        FeedPolls polls = new FeedPolls(id, url, fetcher, reader, texts, delivery);
        Schedule schedule = new Schedule(interval, new Random());
        while (true) {
            Instant next = schedule.next(clock.instant(), polls.poll());
            Duration pause = Duration.between(clock.instant(), next);
            Thread.sleep(Math.max(0, pause.toMillis()));
        }
    }
}
