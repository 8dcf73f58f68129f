// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.archive;

import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.DocumentLimit;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Quoted;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.StatementReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The format {@code zip}: an archive, each file of which is read as if it came by itself, in memory. Its place is
 * {@code ARCHIVE!/PATH}, and so is its id. Thread-safe.
 *
 * <p>Refused as a whole: office documents, damaged archives, files that share their data, more than {@value
 * #MOST_FILES} files, more than {@value #MOST_TIMES} times the limit of a document when unpacked. Refused one by one:
 * encrypted files, archives in the archive, names that lead out of it or come twice, and what is compressed to less than
 * one in 200.
 */
public final class ZipFormat implements Format {

    /** How many files an archive may hold. */
    public static final int MOST_FILES = 10_000;
    /** How many times the longest document all files together may have when unpacked. */
    public static final int MOST_TIMES = 5;

    private static final byte[] START = {'P', 'K', 3, 4};
    private static final byte[] EMPTY = {'P', 'K', 5, 6};
    private static final Set<String> OFFICE = Set.of("[Content_Types].xml", "mimetype");

    private final int maxTextBytes;
    private final DocumentLimit limit;
    private final List<Format> formats;
    private final Clock clock;

    /**
     * @param maxTextBytes the longest text taken, in bytes of UTF-8
     * @param limit the longest document, unpacked
     * @param formats those of the files, beside JSON and plain text; without this one, for archives in archives are
     *     refused
     * @param clock tells when a statement was received
     */
    public ZipFormat(int maxTextBytes, DocumentLimit limit, List<Format> formats, Clock clock) {
        this.maxTextBytes = maxTextBytes;
        this.limit = limit;
        this.formats = List.copyOf(formats);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "zip";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/zip", "application/x-zip-compressed");
    }

    @Override
    public boolean recognises(Beginning beginning) {
        return beginning.startsWith(START) || beginning.startsWith(EMPTY);
    }

    @Override
    public void read(byte[] content, Document document, Intake intake) {
        List<ZipEntryHeader> entries;
        try {
            entries = ZipDirectory.read(content, MOST_FILES);
            check(entries);
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
            return;
        }
        StatementReader reader = new StatementReader(maxTextBytes, limit.maxBytes(), formats, clock);
        Set<String> names = new HashSet<>();
        for (ZipEntryHeader entry : entries) {
            if (!entry.isNoDocument()) {
                read(content, entry, names, reader, document, intake);
            }
        }
    }

    private void check(List<ZipEntryHeader> entries) throws Refused {
        if (entries.stream().anyMatch(entry -> OFFICE.contains(entry.name()))) {
            throw new Refused("not text: it looks like an office document", "save the document as text");
        }
        if (entries.stream().allMatch(ZipEntryHeader::isNoDocument)) {
            throw new Refused("it is an empty ZIP archive", "leave it out");
        }
        long size = entries.stream().mapToLong(ZipEntryHeader::size).sum();
        long most = (long) MOST_TIMES * limit.maxBytes();
        if (size > most) {
            throw new Refused("it has " + size + " bytes when unpacked, of at most " + most, limit.wayOut());
        }
    }

    private void read(
            byte[] archive,
            ZipEntryHeader entry,
            Set<String> names,
            StatementReader reader,
            Document document,
            Intake intake) {
        String inside = "!/" + entry.name();
        String place = document.place() + "!/" + shown(entry.name());
        byte[] content;
        try {
            entry.check();
            if (!names.add(entry.name())) {
                throw new Refused("it is the second file of that name in the archive", "name them differently");
            }
            limit.check(entry.size());
            content = ZipData.unpack(archive, entry);
            if (recognises(Beginning.of(content))) {
                throw new Refused(
                        "it is an archive in an archive, or an office document",
                        "put its files into the archive itself, or save the document as text");
            }
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), place));
            return;
        }
        String itemId = document.itemId() == null ? entry.name() : document.itemId() + inside;
        try {
            reader.read(new ByteArrayInputStream(content), new Document(document.source(), place, itemId), intake);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is always read", e);
        }
    }

    /** Without what would break a line of a log. */
    private static String shown(String name) {
        return name.chars().anyMatch(Character::isISOControl) || name.length() > 255 ? Quoted.of(name) : name;
    }
}
