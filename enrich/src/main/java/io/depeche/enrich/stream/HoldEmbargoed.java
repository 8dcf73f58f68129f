// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.event.HeldHeader;
import io.depeche.event.HeldStatement;
import io.depeche.event.RawStatement;
import io.depeche.schemas.monitor.Count;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a statement under embargo until its time, by the machine's clock. Whatever comes of the same statement meanwhile
 * takes its place: a new version without an embargo, or with another, or a withdrawal.
 *
 * <p>What is held is the record as it was read, so that one which fails after its release is a dead letter like any other.
 */
final class HoldEmbargoed implements Processor<String, Received, String, RawStatement> {

    /** Name of the store; part of the changelog topic's name. */
    static final String STORE = "held";

    private static final Logger LOG = LoggerFactory.getLogger(HoldEmbargoed.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Deserializer<RawStatement> deserializer;
    private final CommittedCounts shown;
    private final FailedRecords failed;
    private ProcessorContext<String, RawStatement> context;
    private Counts counts;
    private KeyValueStore<String, HeldStatement> held;
    /** No statement is due before, in milliseconds since the epoch: saves a look at all of them each second. */
    private long nextDue;

    HoldEmbargoed(Deserializer<RawStatement> deserializer, CommittedCounts shown, FailedRecords failed) {
        this.deserializer = deserializer;
        this.shown = shown;
        this.failed = failed;
    }

    static StoreBuilder<KeyValueStore<String, HeldStatement>> store(Serde<HeldStatement> serde) {
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
    public void process(Record<String, Received> record) {
        RawStatement statement = record.value().statement();
        Instant embargo = statement.getEmbargo();
        if (embargo == null || embargo.toEpochMilli() <= context.currentSystemTimeMs()) {
            // Deleting what is not there would be a record on the changelog, for every statement.
            if (held.get(record.key()) != null) {
                held.delete(record.key());
                counts.subtract(Count.HELD);
                counts.add(Count.REPLACED);
            }
            context.forward(record.withValue(statement));
        } else {
            LOG.debug("statement {} is held until {}", record.key(), embargo);
            boolean replaces = held.get(record.key()) != null;
            held.put(record.key(), asRead(record, embargo));
            counts.add(replaces ? Count.REPLACED : Count.HELD);
            nextDue = Math.min(nextDue, embargo.toEpochMilli());
        }
    }

    private HeldStatement asRead(Record<String, Received> record, Instant due) {
        RecordMetadata from = context.recordMetadata().orElseThrow();
        List<HeldHeader> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(new HeldHeader(header.key(), header.value() == null ? null : ByteBuffer.wrap(header.value())));
        }
        return HeldStatement.newBuilder()
                .setDue(due)
                .setTopic(from.topic())
                .setPartition(from.partition())
                .setOffset(from.offset())
                .setTimestamp(record.timestamp())
                .setHeaders(headers)
                .setValue(ByteBuffer.wrap(record.value().bytes()))
                .build();
    }

    private void release(long now) {
        if (now < nextDue) {
            return;
        }
        nextDue = Long.MAX_VALUE;
        List<KeyValue<String, HeldStatement>> due = new ArrayList<>();
        try (KeyValueIterator<String, HeldStatement> all = held.all()) {
            while (all.hasNext()) {
                KeyValue<String, HeldStatement> entry = all.next();
                long time = entry.value.getDue().toEpochMilli();
                if (time <= now) {
                    due.add(entry);
                } else {
                    nextDue = Math.min(nextDue, time);
                }
            }
        }
        for (KeyValue<String, HeldStatement> entry : due) {
            held.delete(entry.key);
            counts.subtract(Count.HELD);
            failed.releasing(entry.key, entry.value, () -> passOn(entry.key, entry.value));
        }
    }

    private void passOn(String key, HeldStatement record) {
        Headers headers = FailedRecords.headers(record);
        RawStatement statement = deserializer.deserialize(
                record.getTopic(), headers, record.getValue().array());
        context.forward(new Record<>(key, statement, record.getTimestamp(), headers));
    }
}
