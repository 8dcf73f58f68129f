// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a role does before its first record: it waits for Kafka and for the registry, makes missing topics, and
 * registers the schemas that it writes, so that what would go wrong goes wrong at start, with a clear error.
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
    private final Registry registry;

    public Groundwork(ConnectionConfig config) {
        this.config = config;
        this.registry = Registry.of(config.originals());
    }

    /**
     * Lays it.
     *
     * @param writes the topics that the role writes, whose schemas are registered
     * @throws io.depeche.schemas.serde.IncompatibleSchemaException naming subject and difference
     * @throws org.apache.kafka.common.KafkaException where Kafka refuses, a missing right for one
     */
    public void lay(Set<Topic> writes) {
        makeTopics();
        Topics topics = config.topics();
        for (Topic topic : writes) {
            topic.valueSchema().ifPresent(schema -> registry.prepare(topics.valueSubject(topic), schema));
        }
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
        List<Topic> catalogue = Arrays.asList(Topic.values());
        try (Admin admin = Admin.create(config.kafka())) {
            TopicSetup setup = new TopicSetup(admin, config.topics());
            untilKafkaAnswers(() -> setup.ensure(catalogue)).forEach(difference -> LOG.warn("{}", difference));
            // The controller has made them; the brokers that clients ask hear of it a moment later.
            while (!untilKafkaAnswers(() -> setup.inspect(catalogue)).values().stream()
                    .allMatch(TopicState::exists)) {
                pause(SHORT_PAUSE);
            }
        }
    }

    private <T> T untilKafkaAnswers(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (RetriableException e) {
                LOG.warn(
                        "waiting for Kafka at {}: {}; trying again",
                        config.kafka().get("bootstrap.servers"),
                        e.getMessage());
                pause(PAUSE);
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
