// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

import io.depeche.schemas.access.Access;
import io.depeche.schemas.access.Right;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.serde.Registry;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.TopicSetup;
import io.depeche.schemas.topic.TopicSetup.TopicState;
import io.depeche.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a role does before its first record: it waits for Kafka and for the registry, finds out whether it has its
 * rights, makes those of its topics that are missing, and registers the schemas that it writes, so that what would go
 * wrong goes wrong at start, with a clear error.
 *
 * <p>Safe to run by several processes at once. Waiting ends with an answer, with {@link #close()}, or by interrupting
 * the thread.
 */
public final class Groundwork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Groundwork.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(20);

    private final ConnectionConfig config;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Access access;
    private final List<Topic> uses;
    private final Registry registry;

    /** @param rights all that the role needs of Kafka: of the catalogue it sees to the topics in them, and to no others */
    public Groundwork(ConnectionConfig config, List<Right> rights) {
        this.config = config;
        this.access = new Access(config, rights);
        this.uses = Arrays.stream(Topic.values())
                .filter(topic -> rights.stream()
                        .anyMatch(right -> right.isOnTopic(config.topics().name(topic))))
                .toList();
        this.registry = Registry.of(config.originals());
    }

    /**
     * Lays it.
     *
     * @param writes the topics that the role writes, whose schemas are registered
     * @throws io.depeche.schemas.serde.IncompatibleSchemaException naming subject and difference
     * @throws io.depeche.schemas.access.AccessException where Kafka does not let us in or a right is missing, naming it
     * @throws org.apache.kafka.common.KafkaException where Kafka refuses otherwise
     */
    public void lay(Set<Topic> writes) {
        makeTopics();
        Topics topics = config.topics();
        for (Topic topic : writes) {
            topic.valueSchema().ifPresent(schema -> registry.prepare(topics.valueSubject(topic), schema));
        }
    }

    /** What ended the role, in words that say which right or setting it takes where Kafka refused something. */
    public Throwable explained(Throwable failure) {
        return Access.isRefusal(failure) ? access.explained(failure) : failure;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeTopics() {
        try (Admin admin = Admin.create(config.kafka())) {
            untilKafkaAnswers(() -> {
                access.check(admin);
                return true;
            });
            TopicSetup setup = new TopicSetup(admin, config.topics());
            untilKafkaAnswers(() -> setup.ensure(uses)).forEach(difference -> LOG.warn("{}", difference));
            Map<Topic, TopicState> states = untilKafkaAnswers(() -> setup.inspect(uses));
            // The controller has made them; the brokers that clients ask hear of it a moment later.
            while (!states.values().stream().allMatch(TopicState::exists)) {
                pause(SHORT_PAUSE);
                states = untilKafkaAnswers(() -> setup.inspect(uses));
            }
            if (!states.values().stream().allMatch(TopicState::settingsShown)) {
                LOG.info("the topics' settings are not compared with the catalogue: DESCRIBE_CONFIGS is not allowed");
            }
        }
    }

    private <T> T untilKafkaAnswers(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (RetriableException e) {
                LOG.warn(
                        "waiting for Kafka at {}: {}; trying again. If it is up, check kafka.bootstrap.servers and"
                                + " kafka.security.protocol",
                        config.kafka().get("bootstrap.servers"),
                        e.getMessage());
                pause(PAUSE);
            } catch (AuthenticationException | AuthorizationException e) {
                throw access.explained(e);
            }
        }
    }

    private void pause(Duration pause) {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new KafkaException(
                        "closed while waiting for Kafka at " + config.kafka().get("bootstrap.servers"));
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
