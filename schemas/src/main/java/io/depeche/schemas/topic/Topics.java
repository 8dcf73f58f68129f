// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

import org.apache.kafka.clients.admin.NewTopic;

/**
 * The catalogue as one installation names and sizes it.
 *
 * @param prefix put before every topic name; may be empty
 * @param partitions partitions of the topics that share their number
 * @param replicationFactor replicas of each partition; -1 leaves it to the broker
 */
public record Topics(String prefix, int partitions, short replicationFactor) {

    /** The full name of a topic in this installation. */
    public String name(Topic topic) {
        return prefix + topic.baseName();
    }

    /** The registry subject of a topic's value (TopicNameStrategy). */
    public String valueSubject(Topic topic) {
        return name(topic) + "-value";
    }

    /** How many partitions a topic has in this installation. */
    public int partitions(Topic topic) {
        return switch (topic.partitions()) {
            case SHARED -> partitions;
            case ONE -> 1;
        };
    }

    NewTopic newTopic(Topic topic) {
        return new NewTopic(name(topic), partitions(topic), replicationFactor).configs(topic.settings());
    }
}
