// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.feed.FeedReader;
import io.depeche.ingest.feed.FeedStatements;
import io.depeche.ingest.format.DocumentLimit;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.StatementReader;
import io.depeche.ingest.format.TextLimit;
import io.depeche.ingest.http.Fetcher;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes sources with the same settings. Immutable.
 *
 * @param maxTextBytes the longest text taken, in bytes of UTF-8
 * @param maxDocumentBytes the longest document taken that is read as a whole
 * @param pollInterval how often a watched folder is looked at
 * @param clock tells when a statement was received
 */
public record Sources(int maxTextBytes, int maxDocumentBytes, Duration pollInterval, Clock clock) {

    /** Id of {@link #standardInput(InputStream)}. */
    public static final String STDIN = "stdin";

    /** With the default for documents. */
    public Sources(int maxTextBytes, Duration pollInterval, Clock clock) {
        this(maxTextBytes, DocumentLimit.DEFAULT_BYTES, pollInterval, clock);
    }

    /**
     * Files and folders as a command line names them. A source's id is the name of its file or folder; where two have
     * the same name, it is the path as given, with {@code /} between the names.
     *
     * @param watch whether folders are watched; else they are read once
     */
    public List<Source> of(List<Path> paths, boolean watch) {
        List<Path> distinct = paths.stream().distinct().toList();
        Map<String, Long> uses = distinct.stream().collect(Collectors.groupingBy(Sources::name, Collectors.counting()));
        Function<Path, String> id = path -> uses.get(name(path)) == 1 ? name(path) : slashed(path);
        return distinct.stream().map(path -> of(id.apply(path), path, watch)).toList();
    }

    /** One file or folder, with its name as the source's id. */
    public Source of(Path path, boolean watch) {
        return of(name(path), path, watch);
    }

    /** One file. */
    public Source file(String id, Path file) {
        return new FileSource(id, file, reader());
    }

    /** One folder, watched or read once, whose files stay. It need not be there yet. */
    public Source folder(String id, Path folder, boolean watch) {
        return folder(id, folder, watch, AfterReading.LEAVE);
    }

    /** One folder, watched or read once. It need not be there yet. */
    public Source folder(String id, Path folder, boolean watch, AfterReading after) {
        return watch
                ? FolderSource.watched(id, folder, pollInterval, after, reader())
                : FolderSource.once(id, folder, after, reader());
    }

    /**
     * A feed.
     *
     * @param interval between two requests, at least
     * @param follow whether texts are read from the pages that the items link to
     * @param fetcher shared with other sources
     */
    public Source feed(String id, URI url, Duration interval, boolean follow, Fetcher fetcher) {
        FeedStatements statements = new FeedStatements(new TextLimit(maxTextBytes), clock);
        ItemTexts texts = follow ? new FollowedPages(fetcher, statements) : statements::read;
        return new FeedSource(id, url, interval, fetcher, new FeedReader(), texts, clock);
    }

    /** Standard input under its usual id. */
    public Source standardInput(InputStream in) {
        return standardInput(STDIN, in);
    }

    /** Standard input under another id. */
    public Source standardInput(String id, InputStream in) {
        return new StreamSource(id, STDIN, in, reader());
    }

    private Source of(String id, Path path, boolean watch) {
        return Files.isDirectory(path) ? folder(id, path, watch) : file(id, path);
    }

    private StatementReader reader() {
        List<Format> formats = KnownFormats.list(maxTextBytes, maxDocumentBytes, clock);
        return new StatementReader(maxTextBytes, maxDocumentBytes, formats, clock);
    }

    private static String name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "/" : name.toString();
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
