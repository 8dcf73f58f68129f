// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.event.RevisionState;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * What is remembered of each statement's last revision, for as long as the retention says.
 *
 * <p>A window store, because its segments expire by themselves: a year's statements need no clearing up, and no scan
 * ever holds up the stream thread. Entries stand under the time of the machine's clock, not of the record, so that one
 * record with a time in the future can't make the store forget all others.
 */
final class RevisionStore {

    /** Name of the store; part of the changelog topic's name. */
    static final String NAME = "revisions";

    private final WindowStore<String, RevisionState> store;
    private final ProcessingContext context;
    private final long retention;

    RevisionStore(ProcessingContext context, Duration retention) {
        this.context = context;
        this.store = context.getStateStore(NAME);
        this.retention = retention.toMillis();
    }

    static StoreBuilder<WindowStore<String, RevisionState>> builder(Serde<RevisionState> serde, Duration retention) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(NAME, retention, Duration.ofMillis(1), false), Serdes.String(), serde);
    }

    /** The last revision of a statement, or null where none is remembered. */
    RevisionState last(String id) {
        KeyValue<Long, RevisionState> last = lastEntry(id);
        return last == null ? null : last.value;
    }

    void put(String id, RevisionState state) {
        KeyValue<Long, RevisionState> last = lastEntry(id);
        // After a move to a machine whose clock is behind, the new entry must still be the last one.
        long time = last == null ? now() : Math.max(now(), last.key);
        store.put(id, state, time);
    }

    private KeyValue<Long, RevisionState> lastEntry(String id) {
        try (WindowStoreIterator<RevisionState> entries =
                store.backwardFetch(id, Math.max(0, now() - retention), Long.MAX_VALUE)) {
            return entries.hasNext() ? entries.next() : null;
        }
    }

    private long now() {
        return context.currentSystemTimeMs();
    }
}
