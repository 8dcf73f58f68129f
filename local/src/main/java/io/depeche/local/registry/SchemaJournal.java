// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that a registry's changes are appended to, one line of JSON in UTF-8 each, and read back from at the start.
 *
 * <p>A change is on the disk when {@link #append} returns. A last line without its line feed was never acknowledged
 * (the process was killed while it wrote) and is dropped. One process has the file at a time. Not safe for use by
 * several threads.
 */
final class SchemaJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaJournal.class);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final FileChannel channel;
    private long end;

    private SchemaJournal(FileChannel channel, long end) {
        this.channel = channel;
        this.end = end;
    }

    /**
     * Opens the file, making it if it is missing, and replays what is in it in order.
     *
     * @param replay takes each change; what it throws as {@link RuntimeException} makes the line a broken one
     * @throws IOException if the file is in use by another registry, cannot be read, or a line of it is broken
     */
    static SchemaJournal open(Path file, Consumer<JournalEntry> replay) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, file);
            return new SchemaJournal(channel, replay(channel, file, replay));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        boolean locked;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            locked = false;
        }
        if (!locked) {
            throw new IOException(
                    "The schema journal %s is in use by another registry. Stop that one, or choose another directory."
                            .formatted(file));
        }
    }

    /** Replays the whole lines and returns where they end. */
    private static long replay(FileChannel channel, Path file, Consumer<JournalEntry> replay) throws IOException {
        byte[] bytes = Channels.newInputStream(channel).readAllBytes();
        int lineStart = 0;
        int lineNumber = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                String line = new String(bytes, lineStart, i - lineStart, StandardCharsets.UTF_8);
                replay(line, lineNumber++, file, replay);
                lineStart = i + 1;
            }
        }
        if (lineStart < bytes.length) {
            LOG.warn(
                    "Dropped line {} of {}: it was cut short after {} bytes when the process was ended.",
                    lineNumber,
                    file,
                    bytes.length - lineStart);
        }
        return lineStart;
    }

    private static void replay(String line, int lineNumber, Path file, Consumer<JournalEntry> replay)
            throws IOException {
        try {
            replay.accept(JSON.readValue(line, JournalEntry.class));
        } catch (JsonProcessingException | RuntimeException e) {
            String reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            throw new IOException(
                    "Line %d of the schema journal %s is broken (%s): %s. Restore the file from a copy; or, to start with no schemas and no records, delete the data directory."
                            .formatted(lineNumber, file, reason, abbreviated(line)),
                    e);
        }
    }

    private static String abbreviated(String line) {
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }

    /** Appends a change and waits until it is on the disk; if that fails, the journal is as it was before. */
    void append(JournalEntry entry) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        // Cuts off what a torn line, or an append that failed, may have left.
        channel.truncate(end);
        long position = end;
        while (line.hasRemaining()) {
            position += channel.write(line, position);
        }
        channel.force(false);
        end = position;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
