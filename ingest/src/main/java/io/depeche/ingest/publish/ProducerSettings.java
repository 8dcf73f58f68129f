// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import io.depeche.schemas.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;

/** Settings of the producer: the user's, where they don't weaken what ingest promises, over ours. */
final class ProducerSettings {

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
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            Topic.STATEMENTS_RAW.maxMessageBytes(),
            // A source waits while Kafka is away; it doesn't lose what it has read.
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            Integer.MAX_VALUE,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            Long.MAX_VALUE);

    private static final Map<String, Set<String>> KEPT = Map.of(
            ProducerConfig.ACKS_CONFIG, Set.of("all", "-1"), ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, Set.of("true"));

    private static final Map<String, String> NOT_THE_USERS = Map.of(
            ProducerConfig.TRANSACTIONAL_ID_CONFIG, "ingest doesn't write in transactions",
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, "keys are statement ids, as strings",
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, "the class that writes values is named by value.serializer");

    private ProducerSettings() {}

    /**
     * @param kafka the user's settings, without the prefix {@code kafka.}
     * @throws ConfigException where one of them would lose or double statements
     */
    static Map<String, Object> of(Map<String, Object> kafka) {
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
        settings.putAll(kafka);
        return settings;
    }
}
