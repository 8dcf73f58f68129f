// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.evolution;

import io.depeche.schemas.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.generic.GenericData;

/** The schemas of every release, in one directory a release and one self-contained file a schema. */
final class SchemaHistory {

    /** Where the history is, from the module's directory. */
    static final Path DIRECTORY = Path.of("src", "main", "avro", "history");

    private final List<Released> released;

    /** A schema as a release had it. */
    record Released(String version, Schema schema) {}

    SchemaHistory(List<Released> released) {
        this.released = released;
    }

    static SchemaHistory read(Path directory) throws IOException {
        List<Released> released = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".avsc"))
                    .sorted()
                    .toList()) {
                String version = file.getParent().getFileName().toString();
                released.add(new Released(version, new Schema.Parser().parse(Files.readString(file))));
            }
        }
        return new SchemaHistory(released);
    }

    List<Released> released() {
        return released;
    }

    /** What breaks FULL_TRANSITIVE: where today's schemas and released ones can't read each other, in Avro's words. */
    List<String> breaks(Map<String, Schema> today) {
        List<String> breaks = new ArrayList<>();
        for (Released release : released) {
            Schema now = today.get(release.schema().getName());
            if (now == null) {
                breaks.add("%s of %s is gone".formatted(release.schema().getName(), release.version()));
            } else {
                breaks.addAll(breaks("today's reader", now, release.version() + "'s writer", release.schema()));
                breaks.addAll(breaks(release.version() + "'s reader", release.schema(), "today's writer", now));
            }
        }
        return breaks;
    }

    private static List<String> breaks(String readerName, Schema reader, String writerName, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(found -> "%s: %s can't read %s: %s at %s: %s"
                        .formatted(
                                reader.getName(),
                                readerName,
                                writerName,
                                found.getType(),
                                found.getLocation(),
                                found.getMessage()))
                .toList();
    }

    /** Writes today's schemas as those of a release: the arguments are its version. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("expected the version of the release, as in 0.2.0");
        }
        Path release = Files.createDirectory(DIRECTORY.resolve(arguments[0]));
        Events.schemas().forEach((name, schema) -> write(release.resolve(name + ".avsc"), schema));
    }

    private static void write(Path file, Schema schema) {
        // What only Java reads is no part of the contract.
        String plain = schema.toString().replace(",\"" + GenericData.STRING_PROP + "\":\"String\"", "");
        try {
            Files.writeString(file, new Schema.Parser().parse(plain).toString(true) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
