// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Statements in files of JSON lines, one file after the other: each has a number, and a third of them are new revisions
 * of earlier ones, which say their revision. Thread-safe.
 */
final class NumberedLoad implements AutoCloseable {

    private record Written(String id, int revision) {}

    private static final int LINES = 40;
    private static final long EVERY_MS = 500;
    private static final int RECENT = 500;
    /** One in so many is a revision. */
    private static final int REVISED = 3;

    private final Path folder;
    private final Random random;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    /** How many revisions there are of each statement. */
    private final Map<String, Integer> revisions = new HashMap<>();
    /** When each was written that has not come out yet, in that order. */
    private final Map<Written, Long> outstanding = new LinkedHashMap<>();

    private ScheduledFuture<?> writing;
    private int statements;
    private int files;
    private long records;

    NumberedLoad(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    void start() {
        writing = clock.scheduleAtFixedRate(this::writeFile, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private synchronized void writeFile() {
        StringBuilder lines = new StringBuilder();
        Set<String> inThisFile = new HashSet<>();
        for (int i = 0; i < LINES; i++) {
            String id = "k" + (statements > 0 && random.nextInt(REVISED) == 0 ? recent() : statements++);
            // Two revisions in one file would be read in one go, which is allowed and tests less.
            if (inThisFile.add(id)) {
                int revision = revisions.getOrDefault(id, 0) + 1;
                lines.append(("{\"id\":\"%s\",\"language\":\"fr\",\"issued\":\"2026-03-03\",\"text\":\"%s\"}%n")
                        .formatted(id, text(statements + i, revision)));
            }
        }
        try {
            Path part = folder.resolve("f%08d.part".formatted(files));
            Files.writeString(part, lines);
            Files.move(part, folder.resolve("f%08d.jsonl".formatted(files)), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files++;
        long now = System.nanoTime();
        records += inThisFile.size();
        for (String id : inThisFile) {
            outstanding.put(new Written(id, revisions.merge(id, 1, Integer::sum)), now);
        }
    }

    private int recent() {
        return Math.max(0, statements - 1 - random.nextInt(RECENT));
    }

    private static String text(int number, int revision) {
        return "Le ministre a annoncé mardi plus de " + (number + 1000) + " emplois à Lyon. Révision " + revision;
    }

    /** The revision that a text is. */
    static int revision(String text) {
        return Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
    }

    /** Takes note that one has come out: since when it could, in nanoseconds; nothing where it was not awaited. */
    synchronized OptionalLong arrived(String id, int revision) {
        Long since = outstanding.remove(new Written(id, revision));
        return since == null ? OptionalLong.empty() : OptionalLong.of(since);
    }

    /** How many have not come out that were written by then, in nanoseconds. */
    synchronized long outstanding(long by) {
        // What failed to be written would be missed in silence.
        if (writing.isDone() && !writing.isCancelled()) {
            throw new IllegalStateException("the load has ended by itself");
        }
        return outstanding.values().stream().takeWhile(time -> time <= by).count();
    }

    /** How many there are so far. */
    synchronized long records() {
        return records;
    }

    /** Writes no more, until it is started again. */
    void pause() {
        writing.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
