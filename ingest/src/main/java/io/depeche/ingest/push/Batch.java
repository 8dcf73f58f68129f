// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.publish.StatementRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request's statements on their way to Kafka. Thread-safe. */
final class Batch {

    private final List<StatementRecord> statements;
    private final Runnable end;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Map<Integer, Refusal> refused = new TreeMap<>();
    private int left;
    private Throwable failure;
    private volatile boolean abandoned;

    /**
     * @param statements at least one
     * @param end called once, when something has become of each of them
     */
    Batch(List<StatementRecord> statements, Runnable end) {
        this.statements = List.copyOf(statements);
        this.end = end;
        this.left = statements.size();
    }

    List<StatementRecord> statements() {
        return statements;
    }

    /** Whether nobody waits any more; what has not been handed to Kafka need not be. */
    boolean isAbandoned() {
        return abandoned;
    }

    void abandon() {
        abandoned = true;
    }

    /** Something has become of the statement at that index; of a refusal and a failure one at most is there. */
    void settle(int index, Optional<Refusal> refusal, Throwable failureOrNull) {
        boolean last;
        synchronized (this) {
            refusal.ifPresent(r -> refused.put(index, r));
            failure = failure == null ? failureOrNull : failure;
            left--;
            last = left == 0;
        }
        if (last) {
            end.run();
            done.complete(null);
        }
    }

    /** Completes when something has become of each of them. */
    CompletableFuture<Void> done() {
        return done;
    }

    /** Whether something has become of each of them by then. */
    boolean await(Duration atMost) throws InterruptedException {
        try {
            done.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch ends without a failure of its own, and this one has one", e);
        }
    }

    /** What kept a statement from Kafka, other than its own size. */
    synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Those that Kafka has, once all is well. */
    synchronized List<StatementRecord> confirmed() {
        List<StatementRecord> confirmed = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (!refused.containsKey(i)) {
                confirmed.add(statements.get(i));
            }
        }
        return confirmed;
    }

    synchronized List<Refusal> refused() {
        return List.copyOf(refused.values());
    }
}
