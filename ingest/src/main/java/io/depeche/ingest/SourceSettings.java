// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * One source as the configuration describes it, under {@code ingest.source.NAME.}
 *
 * @param name the source's id
 * @param type what it is
 * @param path of the file or folder; empty for standard input
 * @param watch whether a folder is looked at again and again
 */
record SourceSettings(String name, Type type, Optional<Path> path, boolean watch) {

    static final String PREFIX = "ingest.source.";
    static final Set<String> KEYS = Set.of("type", "path", "watch");

    /** What sources there are, as they are written in the configuration. */
    enum Type {
        FOLDER("folder"),
        FILE("file"),
        STDIN("stdin");

        private final String written;

        Type(String written) {
            this.written = written;
        }
    }

    /**
     * @param values of {@link #KEYS}, of this source
     * @throws ConfigException naming the key, what was read and what would be right
     */
    static SourceSettings of(String name, Map<String, String> values) {
        Type type = type(name, values.get("type"));
        String path = values.get("path");
        String watch = values.get("watch");
        if (type == Type.STDIN && path != null) {
            throw wrong(name, "path", path, "nothing: standard input has no path");
        }
        if (type != Type.STDIN && (path == null || path.isBlank())) {
            throw wrong(name, "path", path, "the path of the " + type.written);
        }
        if (type != Type.FOLDER && watch != null) {
            throw wrong(name, "watch", watch, "nothing: only a folder can be watched");
        }
        if (watch != null && !Set.of("true", "false").contains(watch)) {
            throw wrong(name, "watch", watch, "true or false");
        }
        return new SourceSettings(
                name, type, Optional.ofNullable(path).map(Path::of), type == Type.FOLDER && !"false".equals(watch));
    }

    private static Type type(String name, String written) {
        return Arrays.stream(Type.values())
                .filter(type -> type.written.equals(written))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "type",
                        written,
                        Arrays.stream(Type.values()).map(type -> type.written).collect(Collectors.joining(", "))));
    }

    private static ConfigException wrong(String name, String key, String read, String right) {
        return new ConfigException(
                PREFIX + name + "." + key + (read == null ? " is missing" : " is " + read) + "; right is: " + right);
    }
}
