// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.ingest.source.AfterReading;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * One source as the configuration describes it, under {@code ingest.source.NAME.}
 *
 * @param name the source's id
 * @param type what it is
 * @param path of the file or folder; empty for other sources
 * @param watch whether a folder is looked at again and again
 * @param after what becomes of a folder's files
 * @param url of the feed; empty for other sources
 * @param interval between two requests for a feed, at least
 * @param follow whether a feed's items are read from the pages that they link to
 */
record SourceSettings(
        String name,
        Type type,
        Optional<Path> path,
        boolean watch,
        AfterReading after,
        Optional<URI> url,
        Duration interval,
        boolean follow) {

    static final String PREFIX = "ingest.source.";

    private static final Set<String> BOOLEANS = Set.of("true", "false");
    private static final long DEFAULT_INTERVAL_MS = Duration.ofMinutes(5).toMillis();

    /** What sources there are, as they are written in the configuration, and what describes them besides their type. */
    enum Type {
        FOLDER("folder", "path", "after", "watch"),
        FILE("file", "path"),
        FEED("feed", "url", "follow", "interval"),
        STDIN("stdin", null);

        private final String written;
        private final Optional<String> required;
        private final Set<String> keys;

        Type(String written, String required, String... optional) {
            this.written = written;
            this.required = Optional.ofNullable(required);
            this.keys = new TreeSet<>(Set.of(optional));
            this.required.ifPresent(keys::add);
        }
    }

    /** All keys that a source of some type may have. */
    static Set<String> keys() {
        Set<String> keys = new TreeSet<>(Set.of("type"));
        Arrays.stream(Type.values()).forEach(type -> keys.addAll(type.keys));
        return keys;
    }

    /**
     * @param values of {@link #keys}, of this source
     * @throws ConfigException naming the key, what was read and what would be right
     */
    static SourceSettings of(String name, Map<String, String> values) {
        Type type = type(name, values.get("type"));
        type.required.ifPresent(key -> {
            if (!values.containsKey(key) || values.get(key).isBlank()) {
                throw wrong(name, key, values.get(key), "the " + key + " of the " + type.written);
            }
        });
        values.forEach((key, value) -> {
            if (!key.equals("type") && !type.keys.contains(key)) {
                throw wrong(
                        name,
                        key,
                        value,
                        "nothing: a source of type " + type.written + " has "
                                + (type.keys.isEmpty()
                                        ? "no more than its type"
                                        : "only " + String.join(", ", type.keys)));
            }
        });
        return new SourceSettings(
                name,
                type,
                Optional.ofNullable(values.get("path")).map(Path::of),
                type == Type.FOLDER && isTrue(name, values, "watch", true),
                after(name, values.get("after")),
                Optional.ofNullable(values.get("url")).map(url -> url(name, url)),
                interval(name, values.get("interval")),
                isTrue(name, values, "follow", false));
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

    private static boolean isTrue(String name, Map<String, String> values, String key, boolean standard) {
        String value = values.get(key);
        if (value != null && !BOOLEANS.contains(value)) {
            throw wrong(name, key, value, "true or false");
        }
        return value == null ? standard : value.equals("true");
    }

    private static AfterReading after(String name, String written) {
        if (written == null) {
            return AfterReading.LEAVE;
        }
        return Arrays.stream(AfterReading.values())
                .filter(after -> after.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElseThrow(() -> wrong(name, "after", written, "leave or move"));
    }

    private static URI url(String name, String written) {
        try {
            URI url = new URI(written.strip());
            if (url.getHost() != null
                    && Set.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw wrong(name, "url", written, "an absolute http or https URL: " + e.getReason());
        }
        throw wrong(name, "url", written, "an absolute http or https URL");
    }

    private static Duration interval(String name, String written) {
        try {
            long millis = written == null ? DEFAULT_INTERVAL_MS : Long.parseLong(written.strip());
            if (millis > 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException e) {
            throw wrong(name, "interval", written, "milliseconds, as a whole number");
        }
        throw wrong(name, "interval", written, "milliseconds, more than 0");
    }

    private static ConfigException wrong(String name, String key, String read, String right) {
        return new ConfigException(
                PREFIX + name + "." + key + (read == null ? " is missing" : " is " + read) + "; right is: " + right);
    }
}
