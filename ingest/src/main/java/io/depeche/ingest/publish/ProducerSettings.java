// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import io.depeche.schemas.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Settings of the producers: the user's, where they don't weaken what ingest promises, over ours. */
public final class ProducerSettings {

    /** Of a partition: some forty statements, where Kafka's own 16 KiB would hold five. */
    private static final int BATCH_BYTES = 128 * 1024;

    private static final Map<String, Object> OURS = Map.of(
            ProducerConfig.CLIENT_ID_CONFIG,
            "depeche-ingest",
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.LINGER_MS_CONFIG,
            5,
            ProducerConfig.BATCH_SIZE_CONFIG,
            BATCH_BYTES,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            Topic.STATEMENTS_RAW.maxMessageBytes());

    // What is given once can't be asked for again: it waits while Kafka is away.
    private static final Map<String, Object> PATIENT = Map.of(
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            Integer.MAX_VALUE,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            Long.MAX_VALUE);

    // Bounded memory for each partition of the cursors, and a short wait, for after trouble sources begin anew. The
    // transaction of an instance that died is ended by its successor; where there is none, by the timeout.
    private static final Map<String, Object> TRANSACTIONAL = Map.of(
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            16L * 1024 * 1024,
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            15_000L,
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            30_000,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class);

    private static final Map<String, Set<String>> KEPT = Map.of(
            ProducerConfig.ACKS_CONFIG, Set.of("all", "-1"), ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, Set.of("true"));

    private static final Map<String, String> NOT_THE_USERS = Map.of(
            ProducerConfig.TRANSACTIONAL_ID_CONFIG, "it is made of ingest.group.id and the partition of the cursors",
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, "keys are statement ids, as strings",
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, "the class that writes values is named by value.serializer");

    private ProducerSettings() {}

    /**
     * Of the producer for what is bound to this process, without its serializers.
     *
     * @param kafka the user's settings, without the prefix {@code kafka.}
     * @throws ConfigException where one of them would lose or double statements
     */
    static Map<String, Object> patient(Map<String, Object> kafka) {
        return of(kafka, PATIENT);
    }

    /**
     * Of the producers for the sources that are shared, without their transactional ids.
     *
     * @param kafka the user's settings, without the prefix {@code kafka.}
     * @throws ConfigException where one of them would lose or double statements
     */
    public static Map<String, Object> transactional(Map<String, Object> kafka) {
        return of(kafka, TRANSACTIONAL);
    }

    private static Map<String, Object> of(Map<String, Object> kafka, Map<String, Object> kind) {
        KEPT.forEach((key, allowed) -> {
            if (kafka.containsKey(key) && !allowed.contains(String.valueOf(kafka.get(key)))) {
                throw new ConfigException(
                        "kafka." + key + " is " + kafka.get(key) + " and has to be "
                                + String.join(" or ", allowed.stream().sorted().toList())
                                + ": with anything less, statements would be lost or doubled when a broker fails; leave it out");
            }
        });
        NOT_THE_USERS.forEach((key, reason) -> {
            if (kafka.containsKey(key)) {
                throw new ConfigException("kafka." + key + " is " + kafka.get(key) + " and can't be set for ingest: "
                        + reason + "; leave it out");
            }
        });
        Map<String, Object> settings = new HashMap<>(OURS);
        settings.putAll(kind);
        settings.putAll(kafka);
        return settings;
    }
}
