// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import io.depeche.schemas.monitor.Count;
import io.depeche.schemas.monitor.Count.Outcome;
import io.depeche.schemas.monitor.PartitionCounts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts what became of the records of each partition, exactly once: the counts stand in the metadata of the committed
 * offsets, which are in the transaction that they count, and whoever gets a partition goes on from there. What is shown
 * is what is committed.
 *
 * <p>For one thread; what is shown may be read by any.
 */
final class Ledger implements AutoCloseable {

    /** Kinds of exceptions, so that the metadata stays far below Kafka's limit (4096 bytes). */
    /** Longer ones count as this: the sum is kept in nanoseconds, in a long. */
    private static final Duration LONGEST_LATENCY = Duration.ofHours(1);

    private static final int MOST_REASONS = 20;

    private static final Count OTHER = new Count(Outcome.DEAD, "other");

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15)
    };

    private final PartitionCounts shown;
    private final Timer latency;
    private final Map<TopicPartition, Map<Count, Long>> committed = new HashMap<>();
    private final Map<TopicPartition, Map<Count, Long>> open = new HashMap<>();
    private final List<Long> openSince = new ArrayList<>();

    Ledger(MeterRegistry registry) {
        this.shown = new PartitionCounts(registry, "sink", EnumSet.of(Outcome.IN, Outcome.OUT, Outcome.DEAD));
        this.latency = Timer.builder("depeche.sink.latency")
                .description("From the receipt of a statement, or the end of its embargo, to its commit on"
                        + " statements.enriched.")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    /** Goes on from what is committed. */
    void goOnFrom(Collection<TopicPartition> partitions, Map<TopicPartition, OffsetAndMetadata> offsets) {
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = offsets.get(partition);
            Map<Count, Long> counts = PartitionCounts.parse(offset == null ? "" : offset.metadata());
            open.remove(partition);
            committed.put(partition, counts);
            shown.show(partition.partition(), counts);
        }
    }

    /** What was open does not count. */
    void abandon() {
        open.clear();
        openSince.clear();
    }

    /** The partitions are another's. */
    void giveUp(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            committed.remove(partition);
            open.remove(partition);
            shown.hide(partition.partition());
        }
    }

    /** @param since when it could have come out at the earliest, in milliseconds since the epoch */
    void delivered(TopicPartition from, long since) {
        add(from, Count.OUT);
        openSince.add(since);
    }

    void buried(TopicPartition from, Exception reason) {
        Count dead = Count.dead(reason);
        boolean isKnown = counts(from).containsKey(dead);
        boolean full = counts(from).size() >= MOST_REASONS;
        add(from, isKnown || !full ? dead : OTHER);
    }

    /** The same offsets, with the counts that are right once they are committed. */
    Map<TopicPartition, OffsetAndMetadata> written(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, OffsetAndMetadata> written = new HashMap<>();
        offsets.forEach((partition, offset) -> written.put(
                partition,
                new OffsetAndMetadata(
                        offset.offset(), offset.leaderEpoch(), PartitionCounts.write(counts(partition)))));
        return written;
    }

    /** What was open is committed. */
    void committed(long now) {
        open.forEach((partition, counts) -> {
            committed.put(partition, counts);
            shown.show(partition.partition(), counts);
        });
        open.clear();
        openSince.forEach(since -> latency.record(latency(since, now)));
        openSince.clear();
    }

    /** A receipt may be said to be at any time: its difference need not even be a duration that can be summed up. */
    private static Duration latency(long since, long now) {
        if (since >= now) {
            return Duration.ZERO;
        }
        return since < now - LONGEST_LATENCY.toMillis() ? LONGEST_LATENCY : Duration.ofMillis(now - since);
    }

    @Override
    public void close() {
        shown.hideAll();
    }

    private void add(TopicPartition partition, Count outcome) {
        Map<Count, Long> counts =
                open.computeIfAbsent(partition, none -> new HashMap<>(committed.getOrDefault(partition, Map.of())));
        counts.merge(Count.IN, 1L, Long::sum);
        counts.merge(outcome, 1L, Long::sum);
    }

    private Map<Count, Long> counts(TopicPartition partition) {
        return open.getOrDefault(partition, committed.getOrDefault(partition, Map.of()));
    }
}
