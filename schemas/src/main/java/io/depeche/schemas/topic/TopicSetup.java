// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the topics of the catalogue that are missing and reports where existing ones differ. Never alters a topic.
 *
 * <p>Safe to run by several processes at once and any number of times.
 */
public final class TopicSetup {

    private final Admin admin;
    private final Topics topics;

    /**
     * @param admin connection to the cluster; stays the caller's to close
     * @param topics names and sizes of this installation
     */
    public TopicSetup(Admin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
    }

    /**
     * Makes what is missing of {@code wanted}.
     *
     * @return how existing topics differ from the catalogue, in the order of their names
     * @throws KafkaException where Kafka refuses or does not answer in time; a
     *     {@link org.apache.kafka.common.errors.RetriableException} where trying again may help
     */
    public List<TopicDifference> ensure(Collection<Topic> wanted) {
        Map<String, Topic> byName = new LinkedHashMap<>();
        wanted.forEach(topic -> byName.put(topics.name(topic), topic));
        Map<String, TopicDescription> existing = describe(byName.keySet());
        List<NewTopic> missing = byName.entrySet().stream()
                .filter(entry -> !existing.containsKey(entry.getKey()))
                .map(entry -> topics.newTopic(entry.getValue()))
                .toList();
        create(missing);
        return differences(existing, byName);
    }

    private Map<String, TopicDescription> describe(Collection<String> names) {
        Map<String, TopicDescription> found = new LinkedHashMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, future) -> {
            try {
                found.put(name, get(future));
            } catch (UnknownTopicOrPartitionException missing) {
                // What is not found is what create() makes.
            }
        });
        return found;
    }

    private void create(List<NewTopic> missing) {
        admin.createTopics(missing).values().values().forEach(future -> {
            try {
                get(future);
            } catch (TopicExistsException madeMeanwhile) {
                // Another role made it between describe() and here, from the same catalogue.
            }
        });
    }

    private List<TopicDifference> differences(Map<String, TopicDescription> existing, Map<String, Topic> byName) {
        List<TopicDifference> differences = new ArrayList<>();
        existing.forEach((name, description) -> {
            int expected = topics.partitions(byName.get(name));
            int actual = description.partitions().size();
            if (actual != expected) {
                differences.add(
                        new TopicDifference(name, "partitions", Integer.toString(actual), Integer.toString(expected)));
            }
        });
        List<ConfigResource> resources = existing.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<ConfigResource, Config> configs =
                get(admin.describeConfigs(resources).all());
        configs.forEach((resource, config) -> byName.get(resource.name())
                .settings()
                .forEach((setting, expected) -> {
                    String actual = config.get(setting).value();
                    if (!sameSetting(actual, expected)) {
                        differences.add(new TopicDifference(resource.name(), setting, actual, expected));
                    }
                }));
        differences.sort(Comparator.comparing(TopicDifference::topic).thenComparing(TopicDifference::setting));
        return differences;
    }

    /** Kafka keeps a list setting in the order in which it was written. */
    private static boolean sameSetting(String actual, String expected) {
        return new TreeSet<>(List.of(actual.split(",", -1))).equals(new TreeSet<>(List.of(expected.split(",", -1))));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }
}
