// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.event.RawStatement;
import io.depeche.schemas.monitor.Count;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a statement under embargo until its time, by the machine's clock. Whatever comes of the same statement meanwhile
 * takes its place: a new version without an embargo, or with another, or a withdrawal.
 */
final class HoldEmbargoed implements Processor<String, RawStatement, String, RawStatement> {

    /** Name of the store; part of the changelog topic's name. */
    static final String STORE = "embargoed";

    private static final Logger LOG = LoggerFactory.getLogger(HoldEmbargoed.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final CommittedCounts shown;
    private ProcessorContext<String, RawStatement> context;
    private Counts counts;
    private KeyValueStore<String, RawStatement> held;
    /** No statement is due before, in milliseconds since the epoch: saves a look at all of them each second. */
    private long nextDue;

    HoldEmbargoed(CommittedCounts shown) {
        this.shown = shown;
    }

    static StoreBuilder<KeyValueStore<String, RawStatement>> store(Serde<RawStatement> serde) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), serde);
    }

    @Override
    public void init(ProcessorContext<String, RawStatement> context) {
        this.context = context;
        this.counts = new Counts(context, shown);
        this.held = context.getStateStore(STORE);
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::release);
    }

    @Override
    public void process(Record<String, RawStatement> record) {
        RawStatement statement = record.value();
        if (isDue(statement, context.currentSystemTimeMs())) {
            if (held.delete(record.key()) != null) {
                counts.subtract(Count.HELD);
                counts.add(Count.REPLACED);
            }
            context.forward(record);
        } else {
            LOG.debug("statement {} is held until {}", record.key(), statement.getEmbargo());
            boolean replaces = held.get(record.key()) != null;
            held.put(record.key(), statement);
            counts.add(replaces ? Count.REPLACED : Count.HELD);
            nextDue = Math.min(nextDue, statement.getEmbargo().toEpochMilli());
        }
    }

    private void release(long now) {
        if (now < nextDue) {
            return;
        }
        nextDue = Long.MAX_VALUE;
        List<RawStatement> due = new ArrayList<>();
        try (KeyValueIterator<String, RawStatement> all = held.all()) {
            while (all.hasNext()) {
                KeyValue<String, RawStatement> entry = all.next();
                if (isDue(entry.value, now)) {
                    due.add(entry.value);
                } else {
                    nextDue = Math.min(nextDue, entry.value.getEmbargo().toEpochMilli());
                }
            }
        }
        for (RawStatement statement : due) {
            held.delete(statement.getId());
            counts.subtract(Count.HELD);
            context.forward(new Record<>(statement.getId(), statement, receivedAt(statement, now)));
        }
    }

    /** Within what Kafka takes: a time before 1970 or in the future would end the stream thread, with all that is due. */
    private static long receivedAt(RawStatement statement, long now) {
        return Math.max(0, Math.min(statement.getReceivedAt().toEpochMilli(), now));
    }

    private static boolean isDue(RawStatement statement, long now) {
        return statement.getEmbargo() == null || statement.getEmbargo().toEpochMilli() <= now;
    }
}
