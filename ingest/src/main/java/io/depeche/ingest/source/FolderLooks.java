// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.StatementReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The looks at a folder in one run of its source. Remembers the files that are not settled yet. Not thread-safe. */
final class FolderLooks {

    /** Files to a commit: each would cost a transaction of its own otherwise. */
    private static final int FILES_TO_A_COMMIT = 200;

    private final String id;
    private final Path folder;
    private final Optional<Duration> interval;
    private final Delivery delivery;
    private final FileReading reading;
    private final Optional<FileMover> mover;
    private final Trouble missing;

    private Map<String, Long> unsettled = Map.of();
    private Set<Path> complained = Set.of();

    FolderLooks(
            String id,
            Path folder,
            Optional<Duration> interval,
            AfterReading after,
            StatementReader reader,
            Delivery delivery) {
        this.id = id;
        this.folder = folder;
        this.interval = interval;
        this.delivery = delivery;
        this.reading = new FileReading(id, reader);
        this.missing = new Trouble(delivery);
        this.mover = after == AfterReading.MOVE ? Optional.of(new FileMover(id, folder, delivery)) : Optional.empty();
    }

    /** One look, to its commit. */
    void look() throws InterruptedException {
        if (isThere()) {
            Look look = new Look();
            FolderWalk.walk(folder, look);
            look.end();
        }
    }

    private boolean isThere() {
        boolean there = Files.isDirectory(folder);
        if (there) {
            missing.isOver(new Notice(id, folder.toString(), "the folder is back and read again"));
        } else {
            String wayOut = interval.map(
                            every -> "make it or bring it back: it is looked for every " + every.toMillis() + " ms")
                    .orElse("check the path");
            missing.isThere(new Refusal(id, folder.toString(), "there is no such folder", wayOut));
        }
        return there;
    }

    /** A file that has been read, with what was refused of it; to be moved once that is lasting. */
    private record ReadFile(Path file, String relative, List<Refusal> refusals) {}

    private final class Look implements FolderWalk.Visitor {

        private final Map<String, Long> unsettledNow = new HashMap<>();
        private final Set<Path> complainedNow = new HashSet<>();
        private final List<ReadFile> read = new ArrayList<>();

        @Override
        public boolean enters(Path subfolder, String relative) {
            return mover.isEmpty() || !FileMover.FOLDERS.contains(relative);
        }

        @Override
        public void file(Path file, String relative, BasicFileAttributes attributes) throws InterruptedException {
            LearnedItem item = reading.item(relative, attributes);
            // A single look goes through everything: whoever asks for it wants to hear of each statement.
            if (interval.isPresent() && delivery.knows(item.key(), item.fingerprint())) {
                if (mover.isPresent()) {
                    // Perhaps the process was killed when it had read it and not moved it yet.
                    read.add(new ReadFile(file, relative, List.of()));
                }
                return;
            }
            boolean settled =
                    interval.isEmpty() || Long.valueOf(item.fingerprint()).equals(unsettled.get(relative));
            if (!settled) {
                unsettledNow.put(relative, item.fingerprint());
                return;
            }
            try {
                RefusalsHeard heard = new RefusalsHeard(delivery);
                reading.read(file, relative, heard);
                delivery.learn(item.key(), item.fingerprint());
                read.add(new ReadFile(file, relative, heard.refusals()));
                if (read.size() >= FILES_TO_A_COMMIT) {
                    commit();
                }
            } catch (IOException e) {
                unreadable(file, e);
            }
        }

        /** Tries again at every look, and complains at the first. */
        @Override
        public void unreadable(Path path, IOException reason) {
            complainedNow.add(path);
            if (!complained.contains(path)) {
                delivery.refuse(reading.unreadable(path, reason));
            }
        }

        void end() throws InterruptedException {
            commit();
            unsettled = unsettledNow;
            complained = complainedNow;
        }

        private void commit() throws InterruptedException {
            delivery.commit();
            mover.ifPresent(to -> read.forEach(file -> to.move(file.file(), file.relative(), file.refusals())));
            read.clear();
        }
    }
}
