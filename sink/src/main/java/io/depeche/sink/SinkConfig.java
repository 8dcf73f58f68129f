// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import io.depeche.schemas.access.Right;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.config.DeadLetterLimit;
import io.depeche.schemas.config.TransactionBatches;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.Topics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The settings of the sink role. Those of its Kafka clients go under {@code kafka.}. Immutable and safe to share. */
public final class SinkConfig extends ConnectionConfig {

    public static final String GROUP_ID = "sink.group.id";
    public static final String COMMIT_INTERVAL = "sink.commit.interval.ms";
    public static final String INSTANCE_ID = "sink.instance.id";

    private static final String ROLE = "sink.";

    /** Longer would come near the transaction timeout, after which the broker takes a transaction back. */
    private static final long LONGEST_COMMIT_INTERVAL = 5_000;

    private static final int TRANSACTION_TIMEOUT = 10_000;

    /** What exactly-once delivery rests on is not the user's to set. */
    private static final Map<String, String> OURS = ours();

    private final String instanceId;
    private final DeadLetterLimit deadLetterLimit;

    /** @throws ConfigException naming the key, what was read and what is allowed */
    public SinkConfig(Map<String, ?> originals) {
        super(definition(), originals, ROLE);
        OURS.forEach((key, reason) -> {
            if (kafka().containsKey(key)) {
                throw new ConfigException(KAFKA_PREFIX + key, kafka().get(key), "leave it out: " + reason);
            }
        });
        String configured = getString(INSTANCE_ID);
        this.instanceId = configured.isEmpty() ? UUID.randomUUID().toString() : configured;
        this.deadLetterLimit = DeadLetterLimit.of(this, ROLE);
    }

    /** Types, defaults, checks and documentation of all keys of the role, as a fresh copy. */
    public static ConfigDef definition() {
        return DeadLetterLimit.define(ConnectionConfig.definition(), ROLE)
                .define(
                        GROUP_ID,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Consumer group that the instances of the sink share. By default topic.prefix and"
                                + " depeche-sink.")
                .define(
                        COMMIT_INTERVAL,
                        Type.LONG,
                        100L,
                        Range.between(1, LONGEST_COMMIT_INTERVAL),
                        Importance.MEDIUM,
                        "Milliseconds between commits, which is what a statement waits for. Shorter is quicker and"
                                + " costs more transactions.")
                .define(
                        INSTANCE_ID,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Name of this instance, a part of its transactional id; two that run at the same time must"
                                + " differ. With a name that stays, a restart ends the transaction of its dead"
                                + " predecessor at once; by default it is a new random one at each start, and that"
                                + " transaction holds readers up until its timeout (10 s).");
    }

    /** The consumer group. */
    public String groupId() {
        String configured = getString(GROUP_ID);
        return configured.isEmpty() ? getString(TOPIC_PREFIX) + "depeche-sink" : configured;
    }

    String transactionalId() {
        return transactionalIdPrefix() + instanceId;
    }

    private String transactionalIdPrefix() {
        return groupId() + "-";
    }

    /** The least that the role must be allowed to do on a cluster that has ACLs, its topics being there. */
    public List<Right> rights() {
        Topics topics = topics();
        return List.of(
                Right.onTopic(AclOperation.READ, topics.name(Topic.STATEMENTS_ANNOTATED), "what it delivers"),
                Right.onTopic(AclOperation.WRITE, topics.name(Topic.STATEMENTS_ENRICHED), "the output"),
                Right.onTopic(AclOperation.WRITE, topics.name(Topic.STATEMENTS_FIGURES), "the figures"),
                Right.onTopic(AclOperation.WRITE, topics.name(Topic.STATEMENTS_DEAD_LETTER), "dead letters"),
                Right.ofGroup(groupId(), "its part of the partitions, and its offsets"),
                Right.ofTransactions(transactionalIdPrefix(), "delivery exactly once"));
    }

    Duration commitInterval() {
        return Duration.ofMillis(getLong(COMMIT_INTERVAL));
    }

    DeadLetterLimit deadLetterLimit() {
        return deadLetterLimit;
    }

    /** All that the consumer is to know; the user's own settings lie between our defaults and what is ours alone. */
    Map<String, Object> consumer() {
        Map<String, Object> consumer = kafka();
        if (hasClassicGroups()) {
            consumer.putIfAbsent(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
            consumer.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        }
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, groupId());
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return consumer;
    }

    /** All that the producer is to know, in the same order of precedence. */
    Map<String, Object> producer() {
        Map<String, Object> producer = kafka();
        producer.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        TransactionBatches.settings(getLong(COMMIT_INTERVAL)).forEach(producer::putIfAbsent);
        producer.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.STATEMENTS_DEAD_LETTER.maxMessageBytes());
        producer.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT);
        producer.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId());
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return producer;
    }

    private static Map<String, String> ours() {
        Map<String, String> ours = new LinkedHashMap<>();
        ours.put(ProducerConfig.ACKS_CONFIG, "a transaction needs all replicas' acknowledgement");
        ours.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "a transaction needs an idempotent producer");
        ours.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "it is made of " + GROUP_ID + " and " + INSTANCE_ID + ", which are yours to set");
        ours.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "statements of transactions that were taken back must not be delivered");
        ours.put(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                "offsets are committed in the transaction of the statements that they stand for");
        ours.put(ConsumerConfig.GROUP_ID_CONFIG, "set " + GROUP_ID + ", which the transactional id follows");
        ours.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "a sink that is new starts with the earliest statement");
        return ours;
    }
}
