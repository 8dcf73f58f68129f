// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.monitor;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Shows what has become of the records of the partitions that this process has, since the first record of each: counts
 * that are kept in Kafka, in the transaction of what they count, and handed from owner to owner.
 *
 * <p>{@code depeche.STAGE.records.in}, {@code .out}, {@code .unchanged}, {@code .replaced} and {@code .dead} are counters
 * by {@code partition}, the last by {@code reason} too; {@code depeche.STAGE.records.held} is a gauge. Only committed
 * counts must be shown: a counter that goes back would be taken for one that began again. Thread-safe.
 */
public final class PartitionCounts {

    private final MeterRegistry registry;
    private final String stage;
    private final Set<Count.Outcome> outcomes;
    private final Map<Integer, Map<Count, Shown>> partitions = new HashMap<>();

    /**
     * @param stage name of the role
     * @param outcomes those that it has; shown from the first moment on, but for the dead, whose reasons aren't known
     */
    public PartitionCounts(MeterRegistry registry, String stage, Set<Count.Outcome> outcomes) {
        this.registry = registry;
        this.stage = stage;
        this.outcomes = EnumSet.copyOf(outcomes);
    }

    /** Shows the counts of a partition as they are committed, in place of what was shown of it. */
    public synchronized void show(int partition, Map<Count, Long> committed) {
        Map<Count, Shown> shown = partitions.computeIfAbsent(partition, none -> new HashMap<>());
        Map<Count, Long> all = new HashMap<>();
        outcomes.stream()
                .filter(outcome -> outcome != Count.Outcome.DEAD)
                .forEach(outcome -> all.put(new Count(outcome, ""), 0L));
        all.putAll(committed);
        shown.entrySet().removeIf(entry -> {
            boolean gone = !all.containsKey(entry.getKey());
            if (gone) {
                registry.remove(entry.getValue().meter);
            }
            return gone;
        });
        all.forEach((count, value) -> shown.computeIfAbsent(count, none -> new Shown(partition, count)).value = value);
    }

    /** Takes the counts of a partition down: another process shows them from now on. */
    public synchronized void hide(int partition) {
        Map<Count, Shown> shown = partitions.remove(partition);
        if (shown != null) {
            shown.values().forEach(one -> registry.remove(one.meter));
        }
    }

    /** Takes all down. */
    public synchronized void hideAll() {
        Set.copyOf(partitions.keySet()).forEach(this::hide);
    }

    /** How many records of a partition there are of each count, as {@link #parse} reads it: {@code IN=12,OUT=12}. */
    public static String write(Map<Count, Long> counts) {
        Map<String, Long> sorted = new TreeMap<>();
        counts.forEach((count, value) -> sorted.put(count.toString(), value));
        StringBuilder written = new StringBuilder();
        sorted.forEach((count, value) -> written.append(written.isEmpty() ? "" : ",")
                .append(count)
                .append('=')
                .append(value));
        return written.toString();
    }

    /** Reads what {@link #write} wrote, and passes over what it can't read. */
    public static Map<Count, Long> parse(String written) {
        Map<Count, Long> counts = new HashMap<>();
        for (String part : written.split(",")) {
            int equals = part.lastIndexOf('=');
            if (equals > 0 && part.substring(equals + 1).matches("\\d{1,18}")) {
                Count.parse(part.substring(0, equals))
                        .ifPresent(count -> counts.put(count, Long.parseLong(part.substring(equals + 1))));
            }
        }
        return counts;
    }

    private static String description(Count.Outcome outcome) {
        return switch (outcome) {
            case IN -> "Records read and settled, in any way.";
            case OUT -> "Records passed on.";
            case UNCHANGED -> "Records not passed on, for they say what the last revision said.";
            case REPLACED -> "Records under embargo that were never passed on, for a later version took their place.";
            case DEAD -> "Records gone to the dead letters, by the exception.";
            case HELD -> "Records held until their embargo ends.";
        };
    }

    private final class Shown {

        private final Meter meter;
        private volatile long value;

        Shown(int partition, Count count) {
            String name =
                    "depeche." + stage + ".records." + count.outcome().name().toLowerCase(Locale.ROOT);
            Tags tags = Tags.of("partition", Integer.toString(partition));
            if (count.outcome() == Count.Outcome.DEAD) {
                tags = tags.and("reason", count.reason());
            }
            String description = description(count.outcome());
            this.meter = count.outcome() == Count.Outcome.HELD
                    ? Gauge.builder(name, this, shown -> shown.value)
                            .tags(tags)
                            .description(description)
                            .register(registry)
                    : FunctionCounter.builder(name, this, shown -> shown.value)
                            .tags(tags)
                            .description(description)
                            .register(registry);
        }
    }
}
