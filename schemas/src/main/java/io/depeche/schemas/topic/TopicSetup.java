// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
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
     * How the cluster has a topic.
     *
     * @param exists whether it is there
     * @param differences in what it is not as the catalogue has it, in the order of the settings' names
     */
    public record TopicState(boolean exists, List<TopicDifference> differences) {

        /** Whether it is there and as the catalogue has it. */
        public boolean isAsCatalogued() {
            return exists && differences.isEmpty();
        }

        @Override
        public String toString() {
            if (!exists) {
                return "missing";
            }
            return differences.isEmpty()
                    ? "ok"
                    : differences.stream().map(TopicDifference::brief).collect(Collectors.joining("; "));
        }
    }

    /**
     * Makes what is missing of {@code wanted}.
     *
     * @return how the topics that were there already differ from the catalogue
     * @throws KafkaException where Kafka refuses or does not answer in time; a
     *     {@link org.apache.kafka.common.errors.RetriableException} where trying again may help
     */
    public List<TopicDifference> ensure(Collection<Topic> wanted) {
        Map<Topic, TopicState> states = inspect(wanted);
        create(states.entrySet().stream()
                .filter(entry -> !entry.getValue().exists())
                .map(entry -> topics.newTopic(entry.getKey()))
                .toList());
        return states.values().stream()
                .flatMap(state -> state.differences().stream())
                .toList();
    }

    /**
     * How the cluster has these topics, in their order.
     *
     * @throws KafkaException as {@link #ensure}
     */
    public Map<Topic, TopicState> inspect(Collection<Topic> wanted) {
        Map<String, TopicDescription> existing =
                describe(wanted.stream().map(topics::name).toList());
        Map<String, Config> settings = settings(existing.keySet());
        Map<Topic, TopicState> states = new EnumMap<>(Topic.class);
        for (Topic topic : wanted) {
            TopicDescription description = existing.get(topics.name(topic));
            states.put(
                    topic,
                    description == null
                            ? new TopicState(false, List.of())
                            : new TopicState(true, differences(topic, description, settings.get(topics.name(topic)))));
        }
        return states;
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

    private Map<String, Config> settings(Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Config> settings = new HashMap<>();
        get(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> settings.put(resource.name(), config));
        return settings;
    }

    private List<TopicDifference> differences(Topic topic, TopicDescription description, Config config) {
        List<TopicDifference> differences = new ArrayList<>();
        int expectedPartitions = topics.partitions(topic);
        int partitions = description.partitions().size();
        if (partitions != expectedPartitions) {
            differences.add(new TopicDifference(
                    description.name(),
                    "partitions",
                    Integer.toString(partitions),
                    Integer.toString(expectedPartitions)));
        }
        topic.settings().forEach((setting, expected) -> {
            String actual = config.get(setting).value();
            if (!sameSetting(actual, expected)) {
                differences.add(new TopicDifference(description.name(), setting, actual, expected));
            }
        });
        differences.sort(Comparator.comparing(TopicDifference::setting));
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
