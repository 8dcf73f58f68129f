// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.StatementReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a folder and of the folders in it, once or for ever. A plain text's own id is its path in the folder.
 *
 * <p>Watching looks again at an interval and reads a file when its size and time of change were the same in two looks
 * one after the other, so that none is read while it is being written; a changed file is read again. It remembers 8
 * bytes for each file that is there. A folder that is missing is reported once, and once more when it is back.
 */
public final class FolderSource implements Source {

    private final String id;
    private final Path folder;
    private final Optional<Duration> interval;
    private final FileReading reading;

    private Fingerprints read = Fingerprints.NONE;
    private Fingerprints seen = Fingerprints.NONE;
    private Set<Path> complained = Set.of();
    private boolean missing;

    private FolderSource(String id, Path folder, Optional<Duration> interval, StatementReader reader) {
        this.id = id;
        this.folder = folder;
        this.interval = interval;
        this.reading = new FileReading(id, reader);
    }

    /** Reads what is there, and ends. */
    public static FolderSource once(String id, Path folder, StatementReader reader) {
        return new FolderSource(id, folder, Optional.empty(), reader);
    }

    /** Reads what is there and what comes, looking again at that interval. */
    public static FolderSource watched(String id, Path folder, Duration interval, StatementReader reader) {
        return new FolderSource(id, folder, Optional.of(interval), reader);
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
    public void run(Intake intake) throws InterruptedException {
        look(intake);
        while (interval.isPresent()) {
            Thread.sleep(interval.get().toMillis());
            look(intake);
        }
    }

    /** One look at the folder. */
    void look(Intake intake) throws InterruptedException {
        if (isThere(intake)) {
            Look look = new Look(intake);
            FolderWalk.walk(folder, look);
            look.remember();
        }
    }

    private boolean isThere(Intake intake) {
        boolean there = Files.isDirectory(folder);
        if (!there && !missing) {
            String wayOut = interval.map(
                            every -> "make it or bring it back: it is looked for every " + every.toMillis() + " ms")
                    .orElse("check the path");
            intake.refuse(new Refusal(id, folder.toString(), "there is no such folder", wayOut));
        } else if (there && missing) {
            intake.mend(new Notice(id, folder.toString(), "the folder is back and read again"));
        }
        missing = !there;
        return there;
    }

    private final class Look implements FolderWalk.Visitor {

        private final Intake intake;
        private final Fingerprints.Builder readNow = new Fingerprints.Builder();
        private final Fingerprints.Builder seenNow = new Fingerprints.Builder();
        private final Set<Path> complainedNow = new HashSet<>();

        Look(Intake intake) {
            this.intake = intake;
        }

        @Override
        public void file(Path file, String relative, BasicFileAttributes attributes) throws InterruptedException {
            long fingerprint = Fingerprints.of(
                    relative, attributes.size(), attributes.lastModifiedTime().toMillis());
            if (read.contains(fingerprint)) {
                readNow.add(fingerprint);
                return;
            }
            seenNow.add(fingerprint);
            if (isFinite() || seen.contains(fingerprint)) {
                try {
                    reading.read(file, relative, intake);
                    readNow.add(fingerprint);
                } catch (IOException e) {
                    unreadable(file, e);
                }
            }
        }

        /** Tries again at every look, and complains at the first. */
        @Override
        public void unreadable(Path path, IOException reason) {
            complainedNow.add(path);
            if (!complained.contains(path)) {
                intake.refuse(reading.unreadable(path, reason));
            }
        }

        void remember() {
            if (!complainedNow.isEmpty()) {
                // What could not be looked into may hold files that have been read.
                readNow.addAll(read);
            }
            read = readNow.build();
            seen = seenNow.build();
            complained = complainedNow;
        }
    }
}
