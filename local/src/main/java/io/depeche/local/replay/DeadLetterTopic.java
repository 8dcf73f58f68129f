// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.replay;

import io.depeche.local.pipeline.TopicFollower;
import io.depeche.local.pipeline.TopicFollower.From;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the dead-letter topic, committed records only. Each call reads all of it. */
public final class DeadLetterTopic {

    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * What was there.
     *
     * @param letters in the order of each partition
     * @param replayed those of them that were sent back before
     * @param others how many records are neither letter nor mark: somebody else's
     */
    public record Contents(List<DeadLetter> letters, Set<Position> replayed, long others) {}

    private final ConnectionConfig config;

    public DeadLetterTopic(ConnectionConfig config) {
        this.config = config;
    }

    /** All that is on it now, without values. */
    public Contents contents() {
        List<DeadLetter> letters = new ArrayList<>();
        Set<Position> replayed = new HashSet<>();
        long[] others = {0};
        forEach(message -> DeadLetter.marked(message)
                .ifPresentOrElse(
                        replayed::add, () -> DeadLetter.of(message).ifPresentOrElse(letters::add, () -> others[0]++)));
        return new Contents(letters, replayed, others[0]);
    }

    /** Hands on every record that is on it now. */
    void forEach(Consumer<ConsumerRecord<byte[], byte[]>> consumer) {
        String topic = config.topics().name(Topic.STATEMENTS_DEAD_LETTER);
        try (TopicFollower follower = new TopicFollower(config, Set.of(Topic.STATEMENTS_DEAD_LETTER), From.BEGINNING)) {
            while (!follower.isCaughtUp(topic)) {
                follower.poll(POLL).forEach(consumer);
            }
        }
    }
}
