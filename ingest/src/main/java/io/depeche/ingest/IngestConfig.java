// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.ingest.cursor.CursorGroup;
import io.depeche.ingest.cursor.SeenLimits;
import io.depeche.ingest.format.DocumentLimit;
import io.depeche.ingest.http.FetchSettings;
import io.depeche.ingest.publish.ProducerSettings;
import io.depeche.ingest.push.PushConfig;
import io.depeche.ingest.push.PushSettings;
import io.depeche.schemas.BuildVersion;
import io.depeche.schemas.access.Right;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The settings of the role {@code ingest}: its sources and their limits, on top of the shared ones.
 *
 * <p>A source NAME of {@code ingest.sources} is described under {@code ingest.source.NAME.}, see
 * {@link SourceSettings}. Immutable and safe to share.
 */
public final class IngestConfig extends ConnectionConfig {

    public static final String SOURCES = "ingest.sources";
    public static final String POLL_INTERVAL_MS = "ingest.poll.interval.ms";
    /** The longest text taken, unless the configuration says otherwise. */
    public static final int DEFAULT_MAX_TEXT_BYTES = 1024 * 1024;

    public static final String MAX_TEXT_BYTES = "ingest.max.text.bytes";

    public static final String GROUP_ID = "ingest.group.id";
    public static final String INSTANCE_ID = "ingest.instance.id";
    public static final String SEEN_RETENTION_MS = "ingest.seen.retention.ms";
    public static final String SEEN_MAX_ITEMS = "ingest.seen.max.items";

    public static final String MAX_DOCUMENT_BYTES = "ingest.max.document.bytes";

    private static final String PREFIX = "ingest.";
    /** How long the sources of an instance that died wait. */
    private static final Map<String, String> OURS = Map.of(
            ConsumerConfig.GROUP_ID_CONFIG, "set " + GROUP_ID + ", which the transactional ids follow",
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "set " + INSTANCE_ID,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "cursors of transactions that were taken back must not count",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "what has been read is in the cursors",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "cursors are read from their beginning");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private final List<SourceSettings> sources;
    private final Optional<PushSettings> push;

    /**
     * @param originals keys and values as they stand in the file
     * @throws ConfigException naming the key, what was read and what would be right
     */
    public IngestConfig(Map<String, ?> originals) {
        super(definition(), originals, PREFIX);
        this.sources = readSources();
        if (sources.stream().anyMatch(source -> source.type() == SourceSettings.Type.FEED)) {
            fetching();
        }
        this.push = PushConfig.settings(this, maxTextBytes());
        push.ifPresent(this::refuseDoubles);
    }

    /** Types, defaults, checks and documentation of all keys but those of single sources. */
    public static ConfigDef definition() {
        return PushConfig.define(new ConfigDef(ConnectionConfig.definition()))
                .define(
                        SOURCES,
                        Type.LIST,
                        List.of(),
                        Importance.HIGH,
                        "Names of the sources, each described by ingest.source.NAME.type (folder, file, feed or stdin) and"
                                + " more of ingest.source.NAME.: path of a folder or file; watch (default true) and"
                                + " after (leave or move; default leave) of a folder; url, interval (between two"
                                + " requests, in milliseconds; default 300000) and follow (to the items' pages; default"
                                + " false) of a feed. A name is part of the identity of the source's statements.")
                .define(
                        POLL_INTERVAL_MS,
                        Type.INT,
                        1000,
                        Range.atLeast(1),
                        Importance.LOW,
                        "How often a watched folder is looked at, in milliseconds. A file is read when it was the"
                                + " same in two looks.")
                .define(
                        MAX_DOCUMENT_BYTES,
                        Type.INT,
                        DocumentLimit.DEFAULT_BYTES,
                        Range.between(1, 256 * 1024 * 1024),
                        Importance.MEDIUM,
                        "The longest document taken that is read as a whole, in bytes: all but plain text and JSON"
                                + " lines.")
                .define(
                        GROUP_ID,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Consumer group that the instances of ingest share: each source is read by one of them. By"
                                + " default topic.prefix and depeche-ingest.")
                .define(
                        INSTANCE_ID,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Name of this instance in the group (Kafka's static membership); two that run at the same time"
                                + " must differ. With a name that stays, a restart within kafka.session.timeout.ms goes"
                                + " on at once with the sources that it had; without, it joins as a new member, and"
                                + " waits until the session of its dead predecessor has timed out.")
                .define(
                        SEEN_RETENTION_MS,
                        Type.LONG,
                        Duration.ofDays(30).toMillis(),
                        Range.atLeast(Duration.ofHours(1).toMillis()),
                        Importance.LOW,
                        "How long an item is remembered after its source last had it, in milliseconds. One that comes"
                                + " again later is published again, under the same id.")
                .define(
                        SEEN_MAX_ITEMS,
                        Type.INT,
                        200_000,
                        Range.between(1_000, 50_000_000),
                        Importance.LOW,
                        "How many items of one source are remembered at most, the latest ones. Each takes some 100 bytes"
                                + " of memory.")
                .define(
                        FetchSettings.CONTACT,
                        Type.STRING,
                        "",
                        Importance.HIGH,
                        "Mail address or URL by which publishers reach you, which the User-Agent names; has to be set"
                                + " where there is a feed.")
                .define(
                        FetchSettings.ALLOW_PRIVATE_ADDRESSES,
                        Type.BOOLEAN,
                        false,
                        Importance.MEDIUM,
                        "Whether feeds and pages may be fetched from loopback, private and link-local addresses.")
                .define(
                        FetchSettings.MAX_BYTES,
                        Type.INT,
                        FetchSettings.DEFAULT_MAX_BYTES,
                        Importance.LOW,
                        "The longest feed or page that is fetched, in bytes as sent and again as unpacked.")
                .define(
                        FetchSettings.DEADLINE,
                        Type.LONG,
                        FetchSettings.DEFAULT_DEADLINE.toMillis(),
                        Importance.LOW,
                        "How long fetching one of them may take with its redirects, in milliseconds.")
                .define(
                        FetchSettings.INTERVAL,
                        Type.LONG,
                        FetchSettings.DEFAULT_INTERVAL.toMillis(),
                        Importance.MEDIUM,
                        "The pause between two requests to the same host, in milliseconds. There is never more than one"
                                + " at a time.")
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

    /** The longest document taken that is read as a whole, in bytes. */
    public int maxDocumentBytes() {
        return getInt(MAX_DOCUMENT_BYTES);
    }

    /** Full name of the topic that statements go to. */
    public String topic() {
        return topics().name(Topic.STATEMENTS_RAW);
    }

    /** The consumer group. */
    public String groupId() {
        String configured = getString(GROUP_ID);
        return configured.isEmpty() ? getString(TOPIC_PREFIX) + "depeche-ingest" : configured;
    }

    private String transactionalIdPrefix() {
        return groupId() + "-";
    }

    /** The least that the role must be allowed to do on a cluster that has ACLs, its topics being there. */
    public List<Right> rights() {
        String cursors = topics().name(Topic.INGEST_CURSORS);
        return List.of(
                Right.onTopic(AclOperation.WRITE, topic(), "the statements"),
                Right.onTopic(AclOperation.READ, cursors, "what sources have seen"),
                Right.onTopic(AclOperation.WRITE, cursors, "what sources have seen"),
                Right.ofGroup(groupId(), "its part of the sources"),
                Right.ofTransactions(transactionalIdPrefix(), "statements and cursors as one"));
    }

    SeenLimits seenLimits() {
        return new SeenLimits(Duration.ofMillis(getLong(SEEN_RETENTION_MS)), getInt(SEEN_MAX_ITEMS));
    }

    /** How statements are posted; empty where they can't be. */
    Optional<PushSettings> push() {
        return push;
    }

    /** How feeds and pages are fetched. */
    FetchSettings fetching() {
        try {
            return new FetchSettings(
                    BuildVersion.read(),
                    getString(FetchSettings.CONTACT),
                    getBoolean(FetchSettings.ALLOW_PRIVATE_ADDRESSES),
                    getInt(FetchSettings.MAX_BYTES),
                    Duration.ofMillis(getLong(FetchSettings.DEADLINE)),
                    Duration.ofMillis(getLong(FetchSettings.INTERVAL)));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    /** How the instances share their sources. */
    CursorGroup.Connection cursors() {
        Map<String, Object> kafka = kafka();
        OURS.forEach((key, reason) -> {
            if (kafka.containsKey(key)) {
                throw new ConfigException("kafka." + key + " is " + kafka.get(key) + " and can't be set for ingest: "
                        + reason + "; leave it out");
            }
        });
        Map<String, Object> reader = kafka();
        reader.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reader.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        reader.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        reader.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        reader.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        Map<String, Object> member = new HashMap<>(reader);
        member.put(ConsumerConfig.GROUP_ID_CONFIG, groupId());
        member.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        if (!getString(INSTANCE_ID).isEmpty()) {
            member.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, getString(INSTANCE_ID));
        }
        if (hasClassicGroups()) {
            member.putIfAbsent(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
            member.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        }
        return new CursorGroup.Connection(
                topic(),
                topics().name(Topic.INGEST_CURSORS),
                member,
                reader,
                ProducerSettings.transactional(kafka),
                transactionalIdPrefix());
    }

    /** Whether statements come from anywhere by it: a source that it names, or posts. */
    public boolean hasSources() {
        return !sources.isEmpty() || push.isPresent();
    }

    /** Names of the sources that go on for ever. */
    public Set<String> endlessSources() {
        return sources.stream()
                .filter(source -> source.type() == SourceSettings.Type.FEED || source.watch())
                .map(SourceSettings::name)
                .collect(Collectors.toCollection(TreeSet::new));
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
            if (!SourceSettings.keys().contains(setting)) {
                throw new ConfigException("unknown configuration key " + SourceSettings.PREFIX + key + "; a source has "
                        + String.join(", ", SourceSettings.keys()));
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

    private void refuseDoubles(PushSettings push) {
        sources.stream()
                .map(SourceSettings::name)
                .filter(push.sources()::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new ConfigException(SOURCES + " names " + name
                            + ", and statements are posted under that name, too;" + " give each a name of its own");
                });
    }

    private static void refuseDoubles(List<String> names) {
        Set<String> known = new HashSet<>();
        names.stream().filter(name -> !known.add(name)).findFirst().ifPresent(name -> {
            throw new ConfigException(SOURCES + " names " + name + " twice; give each source a name of its own");
        });
    }
}
