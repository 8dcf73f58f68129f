// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.schemas.monitor.Count;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Counts what becomes of the records of a task, in a state store: in the transaction that it counts, so exactly once.
 *
 * <p>The store is in memory and cached, so that a count costs no disk, and each commit writes but the last value of each
 * count that has changed to the changelog.
 */
final class Counts {

    /** Name of the store; part of the changelog topic's name. */
    static final String STORE = "counts";

    private final KeyValueStore<String, Long> store;
    private final int partition;
    private final CommittedCounts shown;

    Counts(ProcessingContext context, CommittedCounts shown) {
        this.store = context.getStateStore(STORE);
        this.partition = context.taskId().partition();
        this.shown = shown;
    }

    static StoreBuilder<KeyValueStore<String, Long>> store() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.Long())
                .withCachingEnabled();
    }

    void add(Count count) {
        add(count, 1);
    }

    /** One less: of what is held only. */
    void subtract(Count count) {
        add(count, -1);
    }

    /** Shows what is in the store, for a task that begins: that much is committed. */
    void open() {
        Map<Count, Long> counts = new HashMap<>();
        try (KeyValueIterator<String, Long> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, Long> entry = all.next();
                Count.parse(entry.key).ifPresent(count -> counts.put(count, entry.value));
            }
        }
        shown.opened(partition, counts);
    }

    /** The task ends here. */
    void close() {
        shown.closed(partition);
    }

    private void add(Count count, long difference) {
        Long before = store.get(count.toString());
        long now = (before == null ? 0 : before) + difference;
        store.put(count.toString(), now);
        shown.changed(partition, count, now);
    }
}
