// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.Utf8Statement;
import io.depeche.ingest.publish.StatementPublisher;
import io.depeche.ingest.publish.StatementRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what one body holds, until all of it has been read or there is too much of it. Thread-safe. */
final class RequestIntake implements Intake {

    /** Ends the reading of a body, through a format that knows nothing of it. */
    static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TooMuch(Problem problem) {
            super(problem.getMessage(), problem, false, false);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(RequestIntake.class);

    /** What a statement takes beside what the client has written, in bytes. */
    private static final int AROUND_STATEMENT = 1024;

    /** What a category takes beside its characters, in bytes: there may be many, and short ones. */
    private static final int AROUND_CATEGORY = 64;

    /** What the media type is where the client says none. */
    private static final String UNSAID_MEDIA_TYPE = "text/plain";

    private static final int NOTICES_AT_MOST = 1000;

    private final PushSettings settings;
    private final Budget.Share share;
    private final StatementPublisher publisher;
    private final List<StatementRecord> taken = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private long characters;
    private Problem problem;

    RequestIntake(PushSettings settings, Budget.Share share, StatementPublisher publisher) {
        this.settings = settings;
        this.share = share;
        this.publisher = publisher;
    }

    @Override
    public synchronized void take(RawStatement statement, String place) {
        long length = characters(statement);
        characters += length;
        if (characters > settings.maxRequestBytes()) {
            throw end(Problem.tooLarge(
                    "the statements in the body have more than " + settings.maxRequestBytes() + " characters",
                    PushConfig.MAX_REQUEST_BYTES,
                    settings.maxRequestBytes()));
        }
        StatementRecord next = record(statement, place);
        if (!share.add(AROUND_STATEMENT
                + length
                + (long) AROUND_CATEGORY * statement.getCategories().size()
                + next.message().value().length)) {
            throw end(Problem.busy("Kafka is behind: it has yet to confirm what others have sent"));
        }
        count();
        taken.add(next);
    }

    /** Made while the statement is in the processor's caches. */
    private StatementRecord record(RawStatement statement, String place) {
        try {
            return publisher.record(statement, place);
        } catch (SerializationException e) {
            LOG.warn("statements posted could not be written", e);
            throw end(Problem.away(
                    "a statement can't be written as a record",
                    "look at this server's log, and send it again later; nothing of it was taken"));
        }
    }

    @Override
    public synchronized void refuse(Refusal refusal) {
        count();
        refused.add(refusal);
    }

    @Override
    public synchronized void mend(Notice notice) {
        if (notices.size() < NOTICES_AT_MOST) {
            notices.add(notice);
        } else if (notices.size() == NOTICES_AT_MOST) {
            notices.add(new Notice(notice.source(), notice.place(), "further notices are left out"));
        }
    }

    /** @throws Problem where there was too much, whatever the format made of being stopped */
    synchronized void check() throws Problem {
        if (problem != null) {
            throw problem;
        }
    }

    synchronized List<StatementRecord> taken() {
        return List.copyOf(taken);
    }

    synchronized List<Refusal> refused() {
        return List.copyOf(refused);
    }

    synchronized List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** Of all that the client has written. A URL that is the id, too, is held once. */
    private static long characters(RawStatement statement) {
        long characters = Utf8Statement.textSize(statement)
                + length(statement.getTitle())
                + length(statement.getUrl())
                + length(statement.getLanguage())
                + length(statement.getIssued())
                + length(statement.getVersion())
                + length(statement.getRights());
        if (!Objects.equals(statement.getSourceItemId(), statement.getUrl())) {
            characters += length(statement.getSourceItemId());
        }
        if (!UNSAID_MEDIA_TYPE.equals(statement.getMediaType())) {
            characters += length(statement.getMediaType());
        }
        for (String category : statement.getCategories()) {
            characters += length(category);
        }
        return characters;
    }

    private static long length(String field) {
        return field == null ? 0 : field.length();
    }

    private void count() {
        if (taken.size() + refused.size() >= settings.maxRequestStatements()) {
            throw end(Problem.tooLarge(
                    "the body holds more than " + settings.maxRequestStatements() + " statements",
                    PushConfig.MAX_REQUEST_STATEMENTS,
                    settings.maxRequestStatements()));
        }
    }

    private TooMuch end(Problem reason) {
        problem = reason;
        return new TooMuch(reason);
    }
}
