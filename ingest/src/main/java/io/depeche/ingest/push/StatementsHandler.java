// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.StatementReader;
import io.depeche.ingest.publish.IngestListener;
import io.depeche.ingest.publish.StatementPublisher;
import io.depeche.ingest.publish.StatementRecord;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is posted to {@code /statements}; its answers are told in {@link PushServer}. Thread-safe. */
final class StatementsHandler implements Handler {

    static final String PATH = "/statements";

    private static final Logger LOG = LoggerFactory.getLogger(StatementsHandler.class);

    private final PushSettings settings;
    private final List<Format> formats;
    private final BodyTypes types;
    private final StatementPublisher publisher;
    private final IngestListener listener;
    private final Sender sender;
    private final Clock clock;
    private final Access access;
    private final Budget budget;
    private final Semaphore room;
    private volatile boolean closing;

    StatementsHandler(
            PushSettings settings,
            List<Format> formats,
            StatementPublisher publisher,
            IngestListener listener,
            Sender sender,
            Clock clock) {
        this.settings = settings;
        this.formats = List.copyOf(formats);
        this.publisher = publisher;
        this.listener = listener;
        this.sender = sender;
        this.clock = clock;
        this.types = new BodyTypes(reader().mediaTypes());
        this.access = new Access(settings.tokens(), settings.source());
        this.budget = new Budget(settings.maxUnconfirmedBytes());
        this.room = new Semaphore(settings.maxRequests());
    }

    @Override
    public void handle(Context context) {
        Optional<String> source = Optional.empty();
        Answer answer;
        try {
            source = Optional.of(access.source(context.header("Authorization")));
            answer = answer(context, source.get());
        } catch (Problem e) {
            answer = e.answer();
        } catch (IOException e) {
            LOG.debug("a client of source {} went away", source.orElse("unknown"), e);
            answer = new Problem(400, "the body broke off", "send it again; nothing of it was taken").answer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer = Problem.away(
                            "this server is going down, and Kafka may have some of the statements",
                            "send all of it again later: the statements keep their ids, so that none counts twice")
                    .answer();
        } catch (RuntimeException e) {
            LOG.error("a post from source {} has brought an error of ours to light", source.orElse("unknown"), e);
            answer = new Problem(
                            500,
                            "an error of this server; its log tells more",
                            "send it again, or send the body to those who look after this server")
                    .answer();
        }
        listener.answered(source, answer.status());
        answer.writeTo(context);
    }

    /** Turns away what comes from now on, and waits at most so long for what is there. */
    void close(Duration atMost) {
        closing = true;
        try {
            room.tryAcquire(settings.maxRequests(), atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(Context context, String source) throws IOException, Problem, InterruptedException {
        BodyTypes.Type type = types.type(context.header("Content-Type"));
        long length = length(context.header("Content-Length"));
        RequestBody.check(settings, length, context.header("Content-Encoding"));
        if (closing || sender.isAway()) {
            throw Problem.away(
                    closing ? "this server is going down" : "Kafka is away",
                    "send it again later; nothing of it was taken");
        }
        if (!room.tryAcquire()) {
            throw Problem.busy(settings.maxRequests() + " requests are served already");
        }
        try {
            return answer(context, type, length, source);
        } finally {
            room.release();
        }
    }

    private Answer answer(Context context, BodyTypes.Type type, long length, String source)
            throws IOException, Problem, InterruptedException {
        Budget.Share share = budget.share();
        Batch batch = null;
        RequestIntake intake = new RequestIntake(settings, share, publisher);
        try {
            RequestBody body = new RequestBody(settings, share);
            byte[] content = body.read(context.bodyInputStream(), length, context.header("Content-Encoding"));
            read(type, content, source, intake);
            share.remove(body.reserved());
            intake.refused().forEach(publisher::refuse);
            intake.notices().forEach(publisher::mend);
            if (!intake.taken().isEmpty()) {
                batch = new Batch(intake.taken(), share::removeAll);
                sender.send(batch);
            }
        } finally {
            // A batch holds its share until Kafka has it, whoever waits for that.
            if (batch == null) {
                share.removeAll();
            }
        }
        List<Refusal> refused = new ArrayList<>(intake.refused());
        if (batch != null) {
            refused.addAll(batch.refused());
        }
        return answer(batch == null ? List.of() : batch.confirmed(), refused, intake.notices());
    }

    private void read(BodyTypes.Type type, byte[] content, String source, RequestIntake intake)
            throws IOException, Problem {
        Document document = new Document(source, PATH, null, type.charset());
        try {
            reader().read(content, type.mediaType(), document, intake);
        } catch (RequestIntake.TooMuch e) {
            LOG.debug("a body of source {} was not read to its end", source, e);
        }
        intake.check();
    }

    /** One for each request: it names unknown fields once. */
    private StatementReader reader() {
        return new StatementReader(settings.maxTextBytes(), settings.maxRequestBytes(), formats, clock);
    }

    /** Negative where none is announced; Jetty lets nothing through that is no number. */
    private static long length(String headerOrNull) {
        return headerOrNull == null ? -1 : Long.parseLong(headerOrNull.strip());
    }

    private static Answer answer(List<StatementRecord> taken, List<Refusal> refused, List<Notice> notices) {
        if (refused.isEmpty()) {
            return Answer.taken(200, taken, refused, notices);
        }
        if (!taken.isEmpty()) {
            return Answer.taken(207, taken, refused, notices);
        }
        Refusal first = refused.get(0);
        String detail = first.place() + ": " + first.reason();
        return Answer.problem(422, detail, first.wayOut(), refused, notices, Map.of());
    }
}
