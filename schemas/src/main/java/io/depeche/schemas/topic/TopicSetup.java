// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

import io.depeche.schemas.access.AccessException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the topics of the catalogue that are missing and reports where existing ones differ. Never alters a topic.
 *
 * <p>Safe to run by several processes at once and any number of times.
 */
public final class TopicSetup {

    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);

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
     * @param settingsShown whether we may see its settings, which takes the right DESCRIBE_CONFIGS; where not, only the
     *     partitions are compared
     */
    public record TopicState(boolean exists, List<TopicDifference> differences, boolean settingsShown) {

        /** Whether it is there and, as far as can be seen, as the catalogue has it. */
        public boolean isAsCatalogued() {
            return exists && differences.isEmpty() && settingsShown;
        }

        @Override
        public String toString() {
            if (!exists) {
                return "missing";
            }
            List<String> words = new ArrayList<>();
            differences.forEach(difference -> words.add(difference.brief()));
            if (!settingsShown) {
                words.add("settings unknown: DESCRIBE_CONFIGS is not allowed");
            }
            return words.isEmpty() ? "ok" : String.join("; ", words);
        }
    }

    /**
     * Makes what is missing of {@code wanted}.
     *
     * @return how the topics that were there already differ from the catalogue
     * @throws AccessException where we may not make what is missing
     * @throws KafkaException where Kafka refuses otherwise or does not answer in time; a
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
                            ? new TopicState(false, List.of(), true)
                            : state(topic, description, Optional.ofNullable(settings.get(topics.name(topic)))));
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
        Map<String, TopicAuthorizationException> refused = new TreeMap<>();
        admin.createTopics(missing).values().forEach((name, future) -> {
            try {
                get(future);
            } catch (TopicExistsException madeMeanwhile) {
                // Another role made it between describe() and here, from the same catalogue.
            } catch (TopicAuthorizationException e) {
                refused.put(name, e);
            }
        });
        if (!refused.isEmpty()) {
            throw new AccessException(
                    "missing are the topics " + String.join(", ", refused.keySet())
                            + ", and we lack the right to make them, CREATE: have them made beforehand by somebody who may"
                            + " (depeche topics --create --config FILE), or grant CREATE on them",
                    refused.values().iterator().next());
        }
    }

    /** Without those of topics that we may not see the settings of. */
    private Map<String, Config> settings(Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Config> settings = new HashMap<>();
        admin.describeConfigs(resources).values().forEach((resource, future) -> {
            try {
                settings.put(resource.name(), get(future));
            } catch (TopicAuthorizationException e) {
                LOG.debug("the settings of topic {} are not shown to us: {}", resource.name(), e.getMessage());
            }
        });
        return settings;
    }

    private TopicState state(Topic topic, TopicDescription description, Optional<Config> settings) {
        return new TopicState(true, differences(topic, description, settings), settings.isPresent());
    }

    private List<TopicDifference> differences(Topic topic, TopicDescription description, Optional<Config> config) {
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
        config.ifPresent(settings -> topic.settings().forEach((setting, expected) -> {
            String actual = settings.get(setting).value();
            if (!sameSetting(actual, expected)) {
                differences.add(new TopicDifference(description.name(), setting, actual, expected));
            }
        }));
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
