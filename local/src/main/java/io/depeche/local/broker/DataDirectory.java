// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A broker's data directory, ours alone from {@link #claim} to {@link #close}; the operating system lets go of it if
 * the process dies.
 */
final class DataDirectory implements AutoCloseable {
    /**
     * Kafka locks the directory itself, but only after its controller has opened the metadata log in it: too late if
     * another live broker is writing there.
     */
    private static final String LOCK_FILE = ".depeche.lock";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the directory if it is missing, and takes it for this process.
     *
     * @throws IOException if it cannot be written to, or another broker, here or in another process, has it
     */
    static DataDirectory claim(Path path) throws IOException {
        Path directory = Files.createDirectories(path.toAbsolutePath());
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            throw new IOException(
                    "The data directory %s is in use by another broker. Stop that one, or choose another directory."
                            .formatted(directory));
        }
        return new DataDirectory(directory, channel);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /** Prepares the directory for its first broker; one that was prepared before keeps all that is in it. */
    void format(ClusterNode node, String controllerListener) throws Exception {
        // Kafka writes this file last, so a format that was cut short is done again.
        if (Files.exists(path.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(node.id())
                    .setClusterId(node.clusterId())
                    .addDirectory(path.toString())
                    .setMetadataLogDirectory(path.toString())
                    .setControllerListenerName(controllerListener)
                    .setHasDynamicQuorum(false)
                    .setPrintStream(nowhere)
                    .run();
        }
    }

    /** Lets go of the directory. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
