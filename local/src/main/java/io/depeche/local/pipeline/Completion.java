// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.pipeline;

import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.DeadLetterHeaders;
import io.depeche.schemas.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows statements through the pipeline until the last one of them has come out.
 *
 * <p>Counting events would not do: an unchanged statement gives none. What tells the end is what the roles have
 * committed: enrich all that was published, then sink all that enrich made of it. For one thread.
 */
public final class Completion implements AutoCloseable {

    /**
     * How the statements that were given have ended.
     *
     * @param missing id -> place of each that is nowhere to be found
     * @param deadLetters how many came to the dead-letter topic
     */
    public record Outcome(Map<String, String> missing, int deadLetters) {}

    private final Publications publications;
    private final Admin admin;
    private final TopicFollower follower;
    private final String annotated;
    private final String enriched;
    private final String deadLetters;
    private final String enrichGroup;
    private final String sinkGroup;
    private final Consumer<ConsumerRecord<byte[], byte[]>> events;
    private final Consumer<String> troubles;
    private final Set<String> out = new HashSet<>();
    private final Set<String> dead = new HashSet<>();
    private final Map<TopicPartition, Long> annotatedEnds = new HashMap<>();
    private int deadLetterCount;

    /**
     * Begins to follow: what is published from now on counts.
     *
     * @param events takes each record of the output topic as it comes
     * @param troubles takes a line for each dead letter
     */
    public Completion(
            ConnectionConfig config,
            String enrichGroup,
            String sinkGroup,
            Publications publications,
            Consumer<ConsumerRecord<byte[], byte[]>> events,
            Consumer<String> troubles) {
        this.publications = publications;
        this.events = events;
        this.troubles = troubles;
        this.enrichGroup = enrichGroup;
        this.sinkGroup = sinkGroup;
        this.annotated = config.topics().name(Topic.STATEMENTS_ANNOTATED);
        this.enriched = config.topics().name(Topic.STATEMENTS_ENRICHED);
        this.deadLetters = config.topics().name(Topic.STATEMENTS_DEAD_LETTER);
        this.admin = Admin.create(config.kafka());
        this.follower = new TopicFollower(
                config,
                Set.of(Topic.STATEMENTS_ANNOTATED, Topic.STATEMENTS_ENRICHED, Topic.STATEMENTS_DEAD_LETTER),
                TopicFollower.From.END);
    }

    /** Takes what has come out, waiting for it at most that long. */
    public void advance(Duration timeout) {
        for (ConsumerRecord<byte[], byte[]> record : follower.poll(timeout)) {
            if (record.topic().equals(annotated)) {
                annotatedEnds.merge(new TopicPartition(annotated, record.partition()), record.offset() + 1, Math::max);
            } else if (record.topic().equals(enriched)) {
                Keys.text(record).ifPresent(out::add);
                events.accept(record);
            } else {
                deadLetterCount++;
                String id = Keys.text(record).orElse("without an id");
                dead.add(id);
                troubles.accept("dead letter: statement " + id + " (" + publications.place(id) + "): "
                        + Keys.header(record, DeadLetterHeaders.MESSAGE));
            }
        }
    }

    /** Whether all that was published so far has come out, or is dead, or was unchanged. */
    public boolean isComplete() {
        return hasCommitted(enrichGroup, publications.ends())
                && follower.isCaughtUp(annotated)
                && hasCommitted(sinkGroup, annotatedEnds)
                && follower.isCaughtUp(enriched)
                && follower.isCaughtUp(deadLetters);
    }

    /** How many statements have come out. */
    public int statementsOut() {
        return out.size();
    }

    /**
     * Once complete: delivers the events of statements that were unchanged since an earlier run, whose event lies on the
     * output topic from then, and says what is missing.
     */
    public Outcome finish() {
        Map<String, String> missing = publications.places();
        missing.keySet().removeAll(out);
        missing.keySet().removeAll(dead);
        if (!missing.isEmpty()) {
            Map<String, ConsumerRecord<byte[], byte[]>> earlier = follower.earlier(enriched, missing.keySet());
            earlier.values().forEach(events);
            missing.keySet().removeAll(earlier.keySet());
        }
        return new Outcome(missing, deadLetterCount);
    }

    @Override
    public void close() {
        follower.close();
        admin.close();
    }

    private boolean hasCommitted(String group, Map<TopicPartition, Long> ends) {
        if (ends.isEmpty()) {
            return true;
        }
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream().allMatch(end -> {
                OffsetAndMetadata offset = committed.get(end.getKey());
                return offset != null && offset.offset() >= end.getValue();
            });
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("the offsets of group " + group + " can't be read", e.getCause());
        }
    }
}
