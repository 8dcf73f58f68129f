// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich;

import io.depeche.enrich.stream.BoundedRocksDb;
import io.depeche.enrich.stream.DeadLetterHandler;
import io.depeche.enrich.stream.EnrichTopology;
import io.depeche.enrich.stream.FailedRecords;
import io.depeche.schemas.access.Right;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.config.DeadLetterLimit;
import io.depeche.schemas.config.TransactionBatches;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of the enrich role. Kafka Streams' own go under {@code kafka.}. */
public final class EnrichConfig extends ConnectionConfig {

    public static final String APPLICATION_ID = "enrich.application.id";
    public static final String COMMIT_INTERVAL = "enrich.commit.interval.ms";
    public static final String STATE_DIR = "enrich.state.dir";
    public static final String REVISION_RETENTION = "enrich.revision.retention.ms";

    public static final String ANALYSIS_TIMEOUT = "enrich.analysis.timeout.ms";
    public static final String ANALYSIS_MAX_BYTES = "enrich.analysis.max.bytes";

    private static final String ROLE = "enrich.";

    /** What the guarantees rest on is not the user's to set. */
    private static final List<String> OURS = List.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            StreamsConfig.STATE_DIR_CONFIG,
            StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
            StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            DeadLetterHandler.FAILED_RECORDS);

    private final DeadLetterLimit deadLetterLimit;

    /** @throws ConfigException naming the key, what was read and what is allowed */
    public EnrichConfig(Map<String, ?> originals) {
        super(definition(), originals, ROLE);
        for (String key : OURS) {
            if (kafka().containsKey(key)) {
                throw new ConfigException("kafka." + key + " can't be set: exactly-once processing and the dead"
                        + " letters rest on it. Known under enrich. are " + APPLICATION_ID + ", " + COMMIT_INTERVAL
                        + ", " + STATE_DIR + ", " + REVISION_RETENTION);
            }
        }
        this.deadLetterLimit = DeadLetterLimit.of(this, ROLE);
    }

    /** Types, defaults, checks and documentation of all keys of the role. */
    public static ConfigDef definition() {
        return DeadLetterLimit.define(ConnectionConfig.definition(), ROLE)
                .define(
                        APPLICATION_ID,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Kafka Streams application id: consumer group, and prefix of the inner topics and transactions."
                                + " By default topic.prefix and depeche-enrich.")
                .define(
                        COMMIT_INTERVAL,
                        Type.LONG,
                        100L,
                        Range.atLeast(1),
                        Importance.MEDIUM,
                        "Milliseconds between commits, which is what a statement waits for. Shorter is quicker and"
                                + " costs more transactions.")
                .define(
                        STATE_DIR,
                        Type.STRING,
                        "depeche-data/enrich",
                        Importance.MEDIUM,
                        "Folder of the state stores, one for each process. It can be lost: Kafka has a copy.")
                .define(
                        REVISION_RETENTION,
                        Type.LONG,
                        Duration.ofDays(30).toMillis(),
                        Range.atLeast(Duration.ofMinutes(2).toMillis()),
                        Importance.MEDIUM,
                        "Milliseconds that a statement is remembered after its last revision. One that comes again"
                                + " later counts as new.")
                .define(
                        ANALYSIS_TIMEOUT,
                        Type.LONG,
                        10_000L,
                        Range.between(1, 60_000),
                        Importance.LOW,
                        "How much of the processor's time one analyser may take for a text, in milliseconds. Beyond it the"
                                + " statement goes on without that layer, whose coverage is FAILED.")
                .define(
                        ANALYSIS_MAX_BYTES,
                        Type.LONG,
                        64L * 1024 * 1024,
                        Range.atLeast(1024 * 1024),
                        Importance.LOW,
                        "How many bytes of memory one analyser may allocate for a text of up to 262144 characters, and in"
                                + " proportion for a longer one. Beyond it, as beyond the time.");
    }

    /** Consumer group, and prefix of the inner topics. */
    public String applicationId() {
        String configured = getString(APPLICATION_ID);
        return configured.isEmpty() ? getString(TOPIC_PREFIX) + "depeche-enrich" : configured;
    }

    /** The least that the role must be allowed to do on a cluster that has ACLs, its topics being there. */
    public List<Right> rights() {
        Topics topics = topics();
        List<Right> rights = new ArrayList<>(List.of(
                Right.onTopic(AclOperation.READ, topics.name(Topic.STATEMENTS_RAW), "what it annotates"),
                Right.onTopic(AclOperation.WRITE, topics.name(Topic.STATEMENTS_ANNOTATED), "the annotated statements"),
                Right.onTopic(AclOperation.WRITE, topics.name(Topic.STATEMENTS_DEAD_LETTER), "dead letters"),
                Right.ofGroup(applicationId(), "its part of the partitions, and its offsets"),
                Right.ofTransactions(applicationId() + "-", "processing exactly once")));
        for (String store : EnrichTopology.STORES) {
            String changelog = applicationId() + "-" + store + "-changelog";
            rights.add(Right.onTopic(AclOperation.CREATE, changelog, "the state's copy, which Kafka Streams makes"));
            rights.add(Right.onTopic(AclOperation.READ, changelog, "restoring the state"));
            rights.add(Right.onTopic(AclOperation.WRITE, changelog, "keeping the state"));
        }
        return List.copyOf(rights);
    }

    Path stateFolder() {
        return Path.of(getString(STATE_DIR));
    }

    Duration revisionRetention() {
        return Duration.ofMillis(getLong(REVISION_RETENTION));
    }

    Duration analysisTimeout() {
        return Duration.ofMillis(getLong(ANALYSIS_TIMEOUT));
    }

    long analysisMaxBytes() {
        return getLong(ANALYSIS_MAX_BYTES);
    }

    DeadLetterLimit deadLetterLimit() {
        return deadLetterLimit;
    }

    /**
     * All that Kafka Streams is to know; the user's own settings lie below ours.
     *
     * @param failed what becomes of records that fail
     */
    Properties streams(FailedRecords failed) {
        int largest = Topic.STATEMENTS_DEAD_LETTER.maxMessageBytes();
        Properties streams = new Properties();
        streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) getShort(TOPIC_REPLICATION_FACTOR));
        streams.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        streams.putAll(TransactionBatches.settings(getLong(COMMIT_INTERVAL)));
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), largest);
        // What is held or remembered of a large statement is large too, and a changelog that refuses it ends the
        // thread.
        streams.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), largest);
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        if (hasClassicGroups()) {
            streams.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        }
        streams.putAll(kafka());
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId());
        streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, getLong(COMMIT_INTERVAL));
        streams.put(StreamsConfig.STATE_DIR_CONFIG, getString(STATE_DIR));
        streams.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        streams.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        streams.put(DeadLetterHandler.FAILED_RECORDS, failed);
        streams.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        return streams;
    }
}
