// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.Utf8Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what one body holds, until all of it has been read or there is too much of it. Thread-safe. */
final class RequestIntake implements Intake {

    /** Ends the reading of a body, through a format that knows nothing of it. */
    static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TooMuch(Problem problem) {
            super(problem.getMessage(), problem, false, false);
        }
    }

    /** What a statement takes beside what the client has written, in bytes. */
    private static final int AROUND_STATEMENT = 1024;

    /** What a category takes beside its characters, in bytes: there may be many, and short ones. */
    private static final int AROUND_CATEGORY = 64;

    /** What the media type is where the client says none. */
    private static final String UNSAID_MEDIA_TYPE = "text/plain";

    private static final int NOTICES_AT_MOST = 1000;

    private final PushSettings settings;
    private final Budget.Share share;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private long characters;
    private Problem problem;

    RequestIntake(PushSettings settings, Budget.Share share) {
        this.settings = settings;
        this.share = share;
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
        if (!share.add(AROUND_STATEMENT
                + length
                + (long) AROUND_CATEGORY * statement.getCategories().size())) {
            throw end(Problem.busy("Kafka is behind: it has yet to confirm what others have sent"));
        }
        count();
        taken.add(new Taken(statement, place));
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

    synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    synchronized List<Refusal> refused() {
        return List.copyOf(refused);
    }

    synchronized List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** Of all that the client has written. What stands in two fields, as a URL that is the id does, is held once. */
    private static long characters(RawStatement statement) {
        Set<String> fields = new HashSet<>(Arrays.asList(
                statement.getTitle(),
                statement.getUrl(),
                statement.getSourceItemId(),
                statement.getLanguage(),
                statement.getIssued(),
                statement.getVersion(),
                statement.getRights(),
                statement.getMediaType()));
        fields.addAll(statement.getCategories());
        fields.remove(UNSAID_MEDIA_TYPE);
        fields.remove(null);
        long characters = Utf8Statement.textSize(statement);
        for (String field : fields) {
            characters += field.length();
        }
        return characters;
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
