// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.schemas.monitor.Count;
import io.depeche.schemas.monitor.PartitionCounts;
import java.util.HashMap;
import java.util.Map;

/**
 * Shows the counts of each task as they are committed, and not before: what a transaction that is aborted had counted
 * was never there.
 *
 * <p>A stream thread has one producer, and commits all its tasks with it. So what its tasks have counted counts when
 * {@link #committed()} comes, in the thread itself. Thread-safe.
 */
public final class CommittedCounts {

    private final PartitionCounts shown;
    /** Of the tasks of the thread, the counts as they are in the open transaction. */
    private final ThreadLocal<Map<Integer, Map<Count, Long>>> tasks = ThreadLocal.withInitial(HashMap::new);

    /** @param shown of the role */
    public CommittedCounts(PartitionCounts shown) {
        this.shown = shown;
    }

    /** The thread's transaction is committed. */
    public void committed() {
        tasks.get().forEach(shown::show);
    }

    void opened(int partition, Map<Count, Long> committed) {
        tasks.get().put(partition, new HashMap<>(committed));
        shown.show(partition, committed);
    }

    void changed(int partition, Count count, long value) {
        tasks.get().computeIfAbsent(partition, none -> new HashMap<>()).put(count, value);
    }

    void closed(int partition) {
        tasks.get().remove(partition);
        shown.hide(partition);
    }
}
