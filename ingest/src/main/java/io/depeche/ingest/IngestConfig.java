// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of the role {@code ingest}: its sources and their limits, on top of the shared ones.
 *
 * <p>A source NAME of {@code ingest.sources} is described by {@code ingest.source.NAME.type} (folder, file or stdin),
 * {@code ingest.source.NAME.path} and, for a folder, {@code ingest.source.NAME.watch} (default true). Immutable and
 * safe to share.
 */
public final class IngestConfig extends ConnectionConfig {

    public static final String SOURCES = "ingest.sources";
    public static final String POLL_INTERVAL_MS = "ingest.poll.interval.ms";
    /** The longest text taken, unless the configuration says otherwise. */
    public static final int DEFAULT_MAX_TEXT_BYTES = 1024 * 1024;

    public static final String MAX_TEXT_BYTES = "ingest.max.text.bytes";

    private static final String PREFIX = "ingest.";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private final List<SourceSettings> sources;

    /**
     * @param originals keys and values as they stand in the file
     * @throws ConfigException naming the key, what was read and what would be right
     */
    public IngestConfig(Map<String, ?> originals) {
        super(definition(), originals, PREFIX);
        this.sources = readSources();
    }

    /** Types, defaults, checks and documentation of all keys but those of single sources. */
    public static ConfigDef definition() {
        return new ConfigDef(ConnectionConfig.definition())
                .define(
                        SOURCES,
                        Type.LIST,
                        List.of(),
                        Importance.HIGH,
                        "Names of the sources, each described by ingest.source.NAME.type (folder, file or stdin),"
                                + " ingest.source.NAME.path and, for a folder, ingest.source.NAME.watch (default"
                                + " true). A name is part of the identity of the source's statements.")
                .define(
                        POLL_INTERVAL_MS,
                        Type.INT,
                        1000,
                        Range.atLeast(1),
                        Importance.LOW,
                        "How often a watched folder is looked at, in milliseconds. A file is read when it was the"
                                + " same in two looks.")
                .define(
                        MAX_TEXT_BYTES,
                        Type.INT,
                        DEFAULT_MAX_TEXT_BYTES,
                        Range.between(1, Topic.STATEMENTS_RAW.maxMessageBytes()),
                        Importance.MEDIUM,
                        "The longest text taken, in bytes of UTF-8. The topic takes no longer record than the upper"
                                + " bound.");
    }

    /** How often a watched folder is looked at. */
    public Duration pollInterval() {
        return Duration.ofMillis(getInt(POLL_INTERVAL_MS));
    }

    /** The longest text taken, in bytes of UTF-8. */
    public int maxTextBytes() {
        return getInt(MAX_TEXT_BYTES);
    }

    /** Full name of the topic that statements go to. */
    public String topic() {
        return topics().name(Topic.STATEMENTS_RAW);
    }

    /** The sources, in the order in which they are named. */
    List<SourceSettings> sources() {
        return sources;
    }

    @Override
    protected boolean isDynamic(String key) {
        return key.startsWith(SourceSettings.PREFIX);
    }

    private List<SourceSettings> readSources() {
        List<String> names = getList(SOURCES);
        Map<String, Map<String, String>> described = new TreeMap<>();
        originalsWithPrefix(SourceSettings.PREFIX).forEach((key, value) -> {
            int dot = key.lastIndexOf('.');
            String name = key.substring(0, Math.max(dot, 0));
            String setting = key.substring(dot + 1);
            if (!names.contains(name)) {
                throw new ConfigException(SourceSettings.PREFIX + key + " describes a source " + name + ", and "
                        + SOURCES + " names " + (names.isEmpty() ? "none" : String.join(", ", names))
                        + "; add it there, or take the key out");
            }
            if (!SourceSettings.KEYS.contains(setting)) {
                throw new ConfigException("unknown configuration key " + SourceSettings.PREFIX + key + "; a source has "
                        + String.join(", ", new TreeSet<>(SourceSettings.KEYS)));
            }
            described.computeIfAbsent(name, n -> new HashMap<>()).put(setting, String.valueOf(value));
        });
        names.forEach(IngestConfig::checkName);
        refuseDoubles(names);
        List<SourceSettings> read = names.stream()
                .map(name -> SourceSettings.of(name, described.getOrDefault(name, Map.of())))
                .toList();
        if (read.stream()
                        .filter(source -> source.type() == SourceSettings.Type.STDIN)
                        .count()
                > 1) {
            throw new ConfigException(SOURCES + " is " + String.join(",", names)
                    + ", of which more than one is standard input, and there is only one; take the others out");
        }
        return read;
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ConfigException(SOURCES + " names a source \"" + name
                    + "\"; a name is made of letters and digits of ASCII, dots, hyphens and underscores");
        }
    }

    private static void refuseDoubles(List<String> names) {
        Set<String> known = new HashSet<>();
        names.stream().filter(name -> !known.add(name)).findFirst().ifPresent(name -> {
            throw new ConfigException(SOURCES + " names " + name + " twice; give each source a name of its own");
        });
    }
}
