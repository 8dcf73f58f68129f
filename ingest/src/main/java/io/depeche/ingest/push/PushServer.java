// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.depeche.ingest.format.Format;
import io.depeche.ingest.publish.IngestListener;
import io.depeche.ingest.publish.StatementPublisher;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The push endpoint: {@code POST /statements} over HTTP/1.1.
 *
 * <p>The body is what its Content-Type says: {@code application/json} (a statement, or an array of them, with the fields
 * of JSON lines), {@code application/x-ndjson} or {@code application/jsonl}, {@code application/json-seq} (RFC 7464),
 * {@code text/plain}, {@code application/xml}, or a media type of a {@link Format}. Without one, or as {@code application/octet-stream}, it is
 * told by content. Its charset parameter counts unless there is a byte order mark; Content-Encoding may be gzip.
 *
 * <p>The answer comes when Kafka has all that was taken, on all replicas that are in sync. The status alone tells:
 *
 * <ul>
 *   <li>200: all of it was taken. The body lists {@code statements} with {@code id} and {@code place}, {@code refused}
 *       (empty) and {@code notices} of what was mended.
 *   <li>207: some was taken and some refused; the same body, with {@code place}, {@code reason} and {@code wayOut} of
 *       each that was refused. What was taken need not be sent again, and does no harm.
 *   <li>Any other status: nothing was taken, but for 503 as told there. The body is a problem (RFC 9457) with {@code
 *       detail} and {@code wayOut}.
 *   <li>400: the body broke off, or it is not gzip, as its header says. 401: no token, or none of ours. 404, 405, 408: as usual.
 *       413: too long, or too many statements. 415: a type, charset or encoding that nothing here reads.
 *   <li>422: all of it was refused, or it is not what its header says; {@code refused} says why and where ({@code
 *       /statements:LINE} or {@code /statements:LINE:COLUMN}, counted from 1).
 *   <li>429 with Retry-After: Kafka is behind, or too many requests at once.
 *   <li>503 with Retry-After: Kafka is away. Where that came out only after the statements were sent, it may have some
 *       of them: the client sends all of it again. Ids stay the same, so that none counts twice.
 * </ul>
 *
 * <p>Bodies and statements are held up to {@link PushSettings#maxUnconfirmedBytes}, or one request's own bound. Nobody
 * waits for ever: a request's header, its body and Kafka's word have a time each. Thread-safe.
 */
public final class PushServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PushServer.class);
    private static final Duration CLOSE_AT_MOST = Duration.ofSeconds(2);

    private final Javalin javalin;
    private final StatementsHandler handler;
    private final Sender sender;
    private volatile boolean closed;

    private PushServer(Javalin javalin, StatementsHandler handler, Sender sender) {
        this.javalin = javalin;
        this.handler = handler;
        this.sender = sender;
    }

    /**
     * Starts the endpoint and returns once it serves clients. If it does not start, nothing of it is left running.
     *
     * @param formats that bodies may be in beside JSON and plain text; the first that recognises one reads it
     * @param publisher not closed with this
     * @param clock tells when a statement was received
     * @throws org.apache.kafka.common.config.ConfigException where the key store can't be read
     * @throws org.apache.kafka.common.errors.SerializationException where the registry has an objection to what is
     *     published; while it is away this waits
     * @throws IOException where the port is taken
     */
    public static PushServer start(
            PushSettings settings,
            List<Format> formats,
            StatementPublisher publisher,
            IngestListener listener,
            Clock clock)
            throws IOException {
        // Afterwards a registry that is away keeps no client waiting.
        publisher.prepare();
        JettySetup jetty = new JettySetup(settings);
        Sender sender = new Sender(publisher, settings.confirmTimeout());
        StatementsHandler handler = new StatementsHandler(settings, formats, publisher, listener, sender, clock);
        Javalin javalin = Javalin.create(config -> configure(config, jetty, handler));
        try {
            javalin.start();
        } catch (RuntimeException e) {
            sender.close();
            javalin.stop();
            jetty.close();
            throw new IOException("the push endpoint did not start: " + e.getMessage(), e);
        }
        if (settings.tls().isEmpty() && !PushSettings.isLoopback(settings.host())) {
            LOG.warn(
                    "tokens come over plain HTTP to {}; set {}, or have TLS in front of it",
                    settings.host(),
                    PushConfig.KEY_STORE);
        }
        LOG.info("Push endpoint on {}:{}{}", settings.host(), javalin.port(), StatementsHandler.PATH);
        return new PushServer(javalin, handler, sender);
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Whether posts are taken: it is open, and Kafka is not away as far as anybody knows. */
    public boolean isReady() {
        return !closed && !sender.isAway();
    }

    /** Turns posts away with 503, waits two seconds at most for those that are there, and stops. */
    @Override
    public void close() {
        closed = true;
        handler.close(CLOSE_AT_MOST);
        javalin.stop();
        sender.close();
    }

    private static void configure(JavalinConfig config, JettySetup jetty, StatementsHandler handler) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        jetty.apply(config.jetty);
        config.routes.post(StatementsHandler.PATH, handler);
        config.routes.exception(HttpResponseException.class, PushServer::answer);
    }

    private static void answer(HttpResponseException e, Context context) {
        Problem problem = new Problem(
                e.getStatus(), "there is no " + context.method() + " here", "send POST " + StatementsHandler.PATH);
        (e.getStatus() == 405 ? problem.with("Allow", "POST") : problem)
                .answer()
                .writeTo(context);
    }
}
