// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Moves files that have been read to {@code done} or {@code failed} in their folder, under their path in it. A file that
 * comes again under a name that is there already gets a number behind its name. Not thread-safe.
 */
final class FileMover {

    static final String DONE = "done";
    static final String FAILED = "failed";
    /** Where they go: not read again. */
    static final Set<String> FOLDERS = Set.of(DONE, FAILED);

    private static final String REASON = ".reason.txt";

    private final String source;
    private final Path folder;
    private final Intake intake;

    FileMover(String source, Path folder, Intake intake) {
        this.source = source;
        this.folder = folder;
        this.intake = intake;
    }

    /** A file that can't be moved stays, is named, and is not read again as long as it doesn't change. */
    void move(Path file, String relative, List<Refusal> refusals) {
        try {
            Path target = moved(
                    file, folder.resolve(refusals.isEmpty() ? DONE : FAILED).resolve(relative));
            if (!refusals.isEmpty()) {
                Path reason = target.resolveSibling(target.getFileName() + REASON);
                Files.writeString(
                        reason,
                        refusals.stream().map(Refusal::toString).collect(Collectors.joining("\n", "", "\n")),
                        StandardCharsets.UTF_8);
            }
        } catch (NoSuchFileException e) {
            intake.mend(new Notice(source, file.toString(), "it was read, and is gone before it could be moved"));
        } catch (IOException e) {
            intake.mend(new Notice(source, file.toString(), "it was read and stays, for it can't be moved: " + e));
        }
    }

    private static Path moved(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path name = target.getFileName();
        Path free = target;
        for (int number = 1; ; number++) {
            try {
                return Files.move(file, free);
            } catch (FileAlreadyExistsException e) {
                free = target.resolveSibling(name + "." + number);
            }
        }
    }
}
