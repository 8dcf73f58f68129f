// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that is there while a process runs, and after it where it was killed. Not for two processes at a time. */
final class LifeSign {

    private static final Logger LOG = LoggerFactory.getLogger(LifeSign.class);

    private final Path file;

    LifeSign(Path file) {
        this.file = file;
    }

    /** Whether the process before this one did not end in order. */
    boolean isLeftBehind() {
        return Files.exists(file);
    }

    /** @throws UncheckedIOException where it can't be written */
    void leave() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("the state folder can't be written to: " + e.getMessage(), e);
        }
    }

    void takeAway() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} can't be deleted; the next start restores the state from Kafka: {}", file, e.toString());
        }
    }
}
