// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Visits the regular files of a folder and of all folders in it, by name. Follows symbolic links, but reads no folder
 * twice. Leaves out what is hidden and what is still being written by its name: {@code .tmp}, {@code .part}, {@code ~}.
 */
final class FolderWalk {

    /** What is told of a walk. */
    interface Visitor {

        /** Whether to look into a folder. */
        boolean enters(Path subfolder, String relative);

        /** @param relative path in the folder, with {@code /} between the names */
        void file(Path file, String relative, BasicFileAttributes attributes) throws InterruptedException;

        /** A folder or a link that can't be read. */
        void unreadable(Path path, IOException reason);
    }

    private static final List<String> UNFINISHED = List.of(".tmp", ".part", "~");

    private final Visitor visitor;
    private final Set<Path> visited = new HashSet<>();

    private FolderWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    static void walk(Path folder, Visitor visitor) throws InterruptedException {
        new FolderWalk(visitor).folder(folder, "");
    }

    private void folder(Path folder, String prefix) throws InterruptedException {
        List<Path> entries;
        try {
            if (!visited.add(folder.toRealPath())) {
                return;
            }
            entries = entries(folder);
        } catch (IOException e) {
            visitor.unreadable(folder, e);
            return;
        }
        for (Path entry : entries) {
            entry(entry, prefix + entry.getFileName());
        }
    }

    private void entry(Path entry, String relative) throws InterruptedException {
        BasicFileAttributes attributes;
        try {
            if (Files.isHidden(entry) || UNFINISHED.stream().anyMatch(relative::endsWith)) {
                return;
            }
            attributes = Files.readAttributes(entry, BasicFileAttributes.class);
        } catch (IOException e) {
            // A file that was moved away meanwhile is nobody's concern; a link that leads nowhere is.
            if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
                visitor.unreadable(entry, e);
            }
            return;
        }
        if (attributes.isDirectory()) {
            if (visitor.enters(entry, relative)) {
                folder(entry, relative + "/");
            }
        } else if (attributes.isRegularFile()) {
            visitor.file(entry, relative, attributes);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
        return entries;
    }
}
