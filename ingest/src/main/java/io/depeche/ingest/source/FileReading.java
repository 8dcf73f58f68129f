// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Opens the files of one source, and says why where one can't be read. Not thread-safe. */
final class FileReading {

    private final String source;
    private final StatementReader reader;

    FileReading(String source, StatementReader reader) {
        this.source = source;
        this.reader = reader;
    }

    /** @param itemId the source's own id of the file */
    void read(Path file, String itemId, Intake intake) throws IOException, InterruptedException {
        try (InputStream in = Files.newInputStream(file)) {
            reader.read(in, new Document(source, file.toString(), itemId), intake);
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        }
    }

    /** What a file is learned as, one content told from another as far as its size and its time of change do. */
    LearnedItem item(String itemId, BasicFileAttributes attributes) {
        String state = attributes.size() + ":" + attributes.lastModifiedTime().toMillis();
        return LearnedItem.of(source, "file", itemId, state);
    }

    Refusal unreadable(Path path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new Refusal(source, path.toString(), "there is no such file", "check the path");
        }
        if (e instanceof AccessDeniedException) {
            return new Refusal(source, path.toString(), "there is no right to read it", "give the right to read it");
        }
        return new Refusal(
                source, path.toString(), "it can't be read: " + e.getMessage(), "check the file and its disk");
    }

    private static InterruptedException interrupted(ClosedByInterruptException cause) {
        InterruptedException interrupted = new InterruptedException("interrupted while reading a file");
        interrupted.initCause(cause);
        return interrupted;
    }
}
