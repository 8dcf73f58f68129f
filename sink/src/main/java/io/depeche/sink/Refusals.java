// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * What Kafka refused for the record's own sake. One refusal ends the transaction; when its records are read again, the
 * refused one is known and takes the next {@link Route}, so that it can't stop the others for ever.
 *
 * <p>Thread-safe: the producer's thread writes it, the delivery loop reads it.
 */
final class Refusals {

    /**
     * @param route the way that is closed
     * @param reason why the record did not go to the output
     */
    record Refusal(Route route, Exception reason) {

        private Refusal and(Refusal later) {
            return later.route.compareTo(route) > 0 ? later : this;
        }
    }

    private final Map<Origin, Refusal> refusals = new ConcurrentHashMap<>();

    /** Whether the same record would be refused again and others would not. */
    static boolean isOfTheRecord(Exception e) {
        return e instanceof RecordTooLargeException
                || e instanceof RecordBatchTooLargeException
                || e instanceof InvalidRecordException
                || e instanceof InvalidTimestampException;
    }

    /** Several outputs of one record may be refused at once: that closes its way once. */
    void add(Origin origin, Refusal refusal) {
        refusals.merge(origin, refusal, Refusal::and);
    }

    Optional<Refusal> of(Origin origin) {
        return Optional.ofNullable(refusals.get(origin));
    }

    void removeIf(Predicate<Origin> settled) {
        refusals.keySet().removeIf(settled);
    }
}
