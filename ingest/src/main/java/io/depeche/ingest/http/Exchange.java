// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** One request and its answer, over a connection of its own. Called once; may be cancelled from any thread. */
final class Exchange implements Callable<Reply> {

    private static final byte[] NOTHING = {};

    private final HttpClient client;
    private final Target target;
    private final int mostBytes;
    private final Clock clock;
    private final HttpUriRequestBase request;

    Exchange(HttpClient client, FetchRequest what, Chain chain, int mostBytes, Clock clock) {
        this.client = client;
        this.target = chain.target();
        this.mostBytes = mostBytes;
        this.clock = clock;
        this.request = new HttpUriRequestBase("GET", target.uri());
        request.setHeader("Accept", what.accept());
        request.setHeader("Accept-Encoding", "gzip, deflate");
        request.setHeader("Connection", "close");
        what.etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
        what.lastModified().ifPresent(date -> request.setHeader("If-Modified-Since", date));
        chain.authorization().ifPresent(value -> request.setHeader("Authorization", value));
    }

    @Override
    public Reply call() throws IOException {
        try {
            ClassicHttpResponse response = client.executeOpen(target.httpHost(), request, null);
            byte[] body = Reply.bringsDocument(response.getCode()) ? body(response.getEntity()) : NOTHING;
            return new Reply(response.getCode(), response, body, clock.instant());
        } finally {
            // Not closed: that would read the rest of what it sends, which need not have an end.
            cancel();
        }
    }

    /** Ends it at once, wherever it is, and drops its connection. */
    void cancel() {
        request.cancel();
    }

    private byte[] body(HttpEntity entity) throws IOException {
        if (entity == null) {
            return NOTHING;
        }
        if (entity.getContentLength() > mostBytes) {
            throw new TooLargeException("it has " + entity.getContentLength() + " bytes");
        }
        String encoding = entity.getContentEncoding() == null ? "" : entity.getContentEncoding();
        return BoundedBody.read(entity.getContent(), encoding, mostBytes);
    }
}
