// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class TopicSetupTest {

    private static final List<Topic> ALL = Arrays.asList(Topic.values());
    private static final Topics TOPICS = new Topics("agence.", 4, (short) 1);
    private static final Node BROKER = new Node(0, "localhost", 9092);

    private final MockAdminClient admin = new MockAdminClient(List.of(BROKER), BROKER);
    private final TopicSetup setup = new TopicSetup(admin, TOPICS);

    @Test
    void whatIsMissingIsMadeAsTheCatalogueHasIt() throws Exception {
        // Given an empty cluster, when the topics are seen to
        List<TopicDifference> differences = setup.ensure(ALL);

        // Then all are there, with partitions and settings
        assertThat(differences).isEmpty();
        Map<String, TopicDescription> made = described(ALL);
        for (Topic topic : ALL) {
            String name = TOPICS.name(topic);
            assertThat(made.get(name).partitions()).as(name).hasSize(topic == Topic.GAZETTEER ? 1 : 4);
            topic.settings()
                    .forEach((setting, value) -> assertThat(
                                    settings(name).get(setting).value())
                            .as(name + " " + setting)
                            .isEqualTo(value));
        }
    }

    @Test
    void aSecondTimeNothingHappens() {
        setup.ensure(ALL);

        assertThat(setup.ensure(ALL)).isEmpty();
    }

    @Test
    void onlyWhatIsWantedIsMade() throws Exception {
        setup.ensure(Set.of(Topic.GAZETTEER));

        assertThat(admin.listTopics().names().get()).containsExactly("agence.gazetteer");
    }

    @Test
    void aTopicThatDiffersIsReportedAndLeftAlone() throws Exception {
        // Given a topic that somebody made otherwise
        admin.createTopics(List.of(new NewTopic("agence.statements.raw", 2, (short) 1)
                        .configs(Map.of(
                                "cleanup.policy", "compact",
                                "retention.ms", "604800000",
                                "max.message.bytes", "2097152"))))
                .all()
                .get();

        // When the topics are seen to
        List<TopicDifference> differences = setup.ensure(ALL);

        // Then it is said how it differs, and what would change it
        assertThat(differences)
                .containsExactly(
                        new TopicDifference("agence.statements.raw", "cleanup.policy", "compact", "delete"),
                        new TopicDifference("agence.statements.raw", "partitions", "2", "4"));
        assertThat(differences.get(0)).asString().contains("left as it is").contains("--alter");
        assertThat(described(List.of(Topic.STATEMENTS_RAW))
                        .get("agence.statements.raw")
                        .partitions())
                .hasSize(2);
        assertThat(settings("agence.statements.raw").get("cleanup.policy").value())
                .isEqualTo("compact");
    }

    @Test
    void lookingMakesNothing() throws Exception {
        // Given a cluster with one topic of the catalogue
        setup.ensure(Set.of(Topic.GAZETTEER));

        // When all are looked at
        Map<Topic, TopicSetup.TopicState> states = setup.inspect(ALL);

        // Then it is said which are there, in the catalogue's order, and no other is made
        assertThat(states.keySet()).containsExactlyElementsOf(ALL);
        assertThat(states.get(Topic.GAZETTEER).isAsCatalogued()).isTrue();
        assertThat(states.get(Topic.GAZETTEER)).hasToString("ok");
        assertThat(states.get(Topic.STATEMENTS_RAW).isAsCatalogued()).isFalse();
        assertThat(states.get(Topic.STATEMENTS_RAW)).hasToString("missing");
        assertThat(admin.listTopics().names().get()).containsExactly("agence.gazetteer");
    }

    @Test
    void theOrderOfAListSettingIsNoDifference() throws Exception {
        Topic topic = Topic.STATEMENTS_ENRICHED;
        assertThat(topic.settings()).containsEntry("cleanup.policy", "compact,delete");
        NewTopic reversed = TOPICS.newTopic(topic);
        reversed.configs().put("cleanup.policy", "delete,compact");
        admin.createTopics(List.of(reversed)).all().get();

        assertThat(setup.ensure(ALL)).isEmpty();
    }

    @Test
    void aTopicThatAnotherRoleMakesMeanwhileIsNoError() {
        // Given a role that makes the topics between our look and our request
        MockAdminClient raced = new MockAdminClient(List.of(BROKER), BROKER) {
            @Override
            public synchronized CreateTopicsResult createTopics(
                    Collection<NewTopic> topics, CreateTopicsOptions options) {
                super.createTopics(topics, options);
                return super.createTopics(topics, options);
            }
        };

        assertThat(new TopicSetup(raced, TOPICS).ensure(ALL)).isEmpty();
    }

    @Test
    void aClusterThatDoesNotAnswerIsWorthAnotherAttempt() {
        admin.timeoutNextRequest(1);

        assertThatThrownBy(() -> setup.ensure(ALL))
                .isInstanceOf(TimeoutException.class)
                .isInstanceOf(RetriableException.class);
    }

    @Test
    void theDeadLetterTopicTakesWhateverAnyTopicTakes() {
        int largest = Stream.of(Topic.values())
                .filter(topic -> topic != Topic.STATEMENTS_DEAD_LETTER)
                .mapToInt(Topic::maxMessageBytes)
                .max()
                .orElseThrow();

        assertThat(Topic.STATEMENTS_DEAD_LETTER.maxMessageBytes()).isGreaterThan(largest);
    }

    private Map<String, TopicDescription> described(Collection<Topic> topics) throws Exception {
        return admin.describeTopics(topics.stream().map(TOPICS::name).toList())
                .allTopicNames()
                .get();
    }

    private Config settings(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .values()
                .get(resource)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
