// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

/**
 * A setting in which an existing topic is not as the catalogue has it.
 *
 * @param topic full name of the topic
 * @param setting Kafka's name of the setting, or {@code partitions}
 * @param actual what the topic has
 * @param expected what the catalogue says
 */
public record TopicDifference(String topic, String setting, String actual, String expected) {

    String brief() {
        return "%s=%s (catalogue: %s)".formatted(setting, actual, expected);
    }

    @Override
    public String toString() {
        return "topic %s has %s=%s where the catalogue says %s; it is left as it is (kafka-configs or kafka-topics"
                        .formatted(topic, setting, actual, expected)
                + " --alter changes it)";
    }
}
