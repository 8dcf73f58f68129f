// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.format.StatementReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The files of a folder and of the folders in it, once or for ever. A plain text's own id is its path in the folder.
 *
 * <p>Watching looks again at an interval and reads a file when its size and time of change were the same in two looks
 * one after the other, so that none is read while it is being written; a changed file is read again. A folder that is
 * missing is reported once, and once more when it is back.
 */
public final class FolderSource implements Source {

    private final String id;
    private final Path folder;
    private final Optional<Duration> interval;
    private final AfterReading after;
    private final StatementReader reader;

    private FolderSource(
            String id, Path folder, Optional<Duration> interval, AfterReading after, StatementReader reader) {
        this.id = id;
        this.folder = folder;
        this.interval = interval;
        this.after = after;
        this.reader = reader;
    }

    /** Reads what is there, and ends. */
    public static FolderSource once(String id, Path folder, AfterReading after, StatementReader reader) {
        return new FolderSource(id, folder, Optional.empty(), after, reader);
    }

    /** Reads what is there and what comes, looking again at that interval. */
    public static FolderSource watched(
            String id, Path folder, Duration interval, AfterReading after, StatementReader reader) {
        return new FolderSource(id, folder, Optional.of(interval), after, reader);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean isFinite() {
        return interval.isEmpty();
    }

    @Override
    public boolean isBound() {
        return false;
    }

    @Override
    public void run(Delivery delivery) throws InterruptedException {
        FolderLooks looks = looks(delivery);
        looks.look();
        while (interval.isPresent()) {
            Thread.sleep(interval.get().toMillis());
            looks.look();
        }
    }

    /** For one run. */
    FolderLooks looks(Delivery delivery) {
        return new FolderLooks(id, folder, interval, after, reader, delivery);
    }
}
