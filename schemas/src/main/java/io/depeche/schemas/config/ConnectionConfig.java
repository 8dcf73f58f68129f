// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.config;

import io.depeche.schemas.serde.AvroDeserializer;
import io.depeche.schemas.serde.AvroSerializer;
import io.depeche.schemas.serde.RegistryConfig;
import io.depeche.schemas.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The settings that every role shares: where Kafka and the schema registry are, and how topics are named.
 *
 * <p>Everything under {@code kafka.} goes to Kafka's clients with the prefix removed. Values may hold
 * {@code ${env:NAME}}, {@code ${file:PATH:KEY}} and {@code ${directory:PATH:FILE}}, resolved by Kafka's own
 * configuration providers, so that secrets stay out of the file. Immutable and safe to share.
 */
public class ConnectionConfig extends AbstractConfig {

    /**
     * How long, in milliseconds, what an instance that died was at waits for another one, where the user doesn't say.
     * Kafka's own is 45 s.
     */
    protected static final int SESSION_TIMEOUT_MS = 10_000;

    public static final String KAFKA_PREFIX = "kafka.";
    public static final String TOPIC_PREFIX = "topic.prefix";
    public static final String TOPIC_PARTITIONS = "topic.partitions";
    public static final String TOPIC_REPLICATION_FACTOR = "topic.replication.factor";
    public static final String HTTP_PORT = "http.port";
    public static final String VALUE_SERIALIZER = "value.serializer";
    public static final String VALUE_DESERIALIZER = "value.deserializer";

    private static final Map<String, String> PROVIDERS = Map.of(
            "config.providers", "env,file,directory",
            "config.providers.env.class", EnvVarConfigProvider.class.getName(),
            "config.providers.file.class", FileConfigProvider.class.getName(),
            "config.providers.directory.class", DirectoryConfigProvider.class.getName());

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?:env|file|directory):[^}]*}");

    /** Keys of other owners, which a role does not have to know: Kafka's, the registry client's, the other roles'. */
    private static final List<String> FOREIGN_PREFIXES = List.of(
            KAFKA_PREFIX,
            "schema.registry.",
            "basic.auth.",
            "bearer.auth.",
            "proxy.",
            "http.",
            "avro.",
            "specific.avro.",
            "latest.",
            "normalize.schemas",
            "ingest.",
            "enrich.",
            "sink.");

    /**
     * @param definition the role's own keys on top of {@link #definition()}
     * @param originals keys and values as they stand in the file
     * @param role prefix of the role's own keys, with its dot, under which an unknown key is an error
     * @throws ConfigException naming the key, what was read and what is allowed
     */
    protected ConnectionConfig(ConfigDef definition, Map<String, ?> originals, String role) {
        super(definition, originals, PROVIDERS, false);
        refuseUnknownKeys(role);
        refuseUnresolvedReferences();
        if (!kafka().containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new ConfigException("kafka.bootstrap.servers is missing: the brokers to connect to, as host:port,…");
        }
    }

    /** The settings of a client that has no role of its own. */
    public ConnectionConfig(Map<String, ?> originals) {
        this(definition(), originals, "");
    }

    /** Types, defaults, checks and documentation of the shared keys, as a fresh copy to add to. */
    public static ConfigDef definition() {
        return new ConfigDef(RegistryConfig.definition())
                .define(TOPIC_PREFIX, ConfigDef.Type.STRING, "", Importance.MEDIUM, "Put before every topic name.")
                .define(
                        TOPIC_PARTITIONS,
                        ConfigDef.Type.INT,
                        6,
                        Range.between(1, 1000),
                        Importance.MEDIUM,
                        "Partitions of the statement topics when they are made. One number for all of them, so that a"
                                + " statement keeps its partition all the way.")
                .define(
                        TOPIC_REPLICATION_FACTOR,
                        ConfigDef.Type.SHORT,
                        (short) -1,
                        Importance.MEDIUM,
                        "Replicas of the topics when they are made; -1 takes the broker's default.")
                .define(
                        HTTP_PORT,
                        ConfigDef.Type.INT,
                        8080,
                        Range.between(0, 65_535),
                        Importance.MEDIUM,
                        "Port on which a role answers /health/live and /health/ready; 0 takes a free one.")
                .define(
                        VALUE_SERIALIZER,
                        ConfigDef.Type.CLASS,
                        AvroSerializer.class,
                        Importance.LOW,
                        "Class that writes values, a Kafka Serializer of Avro specific records.")
                .define(
                        VALUE_DESERIALIZER,
                        ConfigDef.Type.CLASS,
                        AvroDeserializer.class,
                        Importance.LOW,
                        "Class that reads values, a Kafka Deserializer of Avro specific records.");
    }

    /** Names and sizes of the topics in this installation. */
    public Topics topics() {
        return new Topics(getString(TOPIC_PREFIX), getInt(TOPIC_PARTITIONS), getShort(TOPIC_REPLICATION_FACTOR));
    }

    /** Everything under {@code kafka.}, with the prefix removed, as a fresh map to add to. */
    public Map<String, Object> kafka() {
        return originalsWithPrefix(KAFKA_PREFIX);
    }

    /**
     * Whether groups are of the classic protocol. Under the newer ones the broker assigns and sets the session timeout, and
     * refuses both of a client.
     */
    protected final boolean hasClassicGroups() {
        Object protocol = kafka().get(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        return protocol == null || GroupProtocol.CLASSIC.name().equalsIgnoreCase(protocol.toString());
    }

    /** The configured serializer of values; the caller closes it. */
    @SuppressWarnings("unchecked") // The class is configuration: what it serializes shows at its first record.
    public <T extends SpecificRecord> Serializer<T> valueSerializer() {
        Serializer<T> serializer = getConfiguredInstance(VALUE_SERIALIZER, Serializer.class);
        serializer.configure(originals(), false);
        return serializer;
    }

    /** The configured deserializer of values of one type; the caller closes it. */
    @SuppressWarnings("unchecked")
    public <T extends SpecificRecord> Deserializer<T> valueDeserializer(Class<T> type) {
        Deserializer<T> deserializer = getConfiguredInstance(VALUE_DESERIALIZER, Deserializer.class);
        Map<String, Object> settings = new HashMap<>(originals());
        settings.put(RegistryConfig.SPECIFIC_AVRO_READER, true);
        settings.put(RegistryConfig.SPECIFIC_AVRO_VALUE_TYPE, type.getName());
        deserializer.configure(settings, false);
        return deserializer;
    }

    private void refuseUnknownKeys(String role) {
        Set<String> unknown = new TreeSet<>();
        for (String key : originals().keySet()) {
            boolean own = !role.isEmpty() && key.startsWith(role);
            boolean foreign = FOREIGN_PREFIXES.stream().anyMatch(key::startsWith);
            if (!values().containsKey(key) && !isDynamic(key) && (own || !foreign)) {
                unknown.add(key);
            }
        }
        if (!unknown.isEmpty()) {
            throw new ConfigException("unknown configuration key " + String.join(", ", unknown)
                    + "; known here are " + String.join(", ", new TreeSet<>(values().keySet()))
                    + ", and kafka.… for Kafka's own");
        }
    }

    /** Kafka leaves a reference to what does not exist as it stands, and would take it for the password itself. */
    private void refuseUnresolvedReferences() {
        originalsStrings().forEach((key, value) -> {
            Matcher reference = REFERENCE.matcher(value);
            if (reference.find()) {
                throw new ConfigException(key + " refers to " + reference.group()
                        + ", which does not exist: set it, or mend the reference");
            }
        });
    }

    /** Whether a key that {@link #definition()} does not list is the role's all the same: it names something of the user's. */
    protected boolean isDynamic(String key) {
        return false;
    }
}
