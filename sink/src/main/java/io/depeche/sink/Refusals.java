// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Which records Kafka refuses for their own sake, so that one that is too large can't stop the others for ever.
 *
 * <p>Kafka's producer is no witness to who is at fault: once a record has failed its transaction, it reports the same
 * exception for others that were still waiting. A record that is reported together with others is therefore a suspect,
 * to be tried again in a transaction of its own; one that is reported from there takes the next {@link Route}.
 *
 * <p>{@link #report} may come from any thread, all else from that of the delivery loop.
 */
final class Refusals {

    /**
     * How a record that was refused before is to be tried next.
     *
     * @param route the way that is open; empty where all have been refused
     * @param reason why it does not go to the output, where it does not
     * @param isSuspect whether it has to be tried alone
     */
    record Standing(Optional<Route> route, Exception reason, boolean isSuspect) {}

    private record Report(Origin origin, Route route, Exception reason) {}

    private final Queue<Report> reports = new ConcurrentLinkedQueue<>();
    private final Map<Origin, Standing> standings = new HashMap<>();

    /** Whether the same record would be refused again, and others would not. */
    static boolean isOfTheRecord(Exception e) {
        return e instanceof RecordTooLargeException
                || e instanceof RecordBatchTooLargeException
                || e instanceof InvalidRecordException
                || e instanceof InvalidTimestampException;
    }

    /**
     * Notes that Kafka refused an output of a record.
     *
     * @param route the way that it was on
     * @param reason why it does not go to the output
     */
    void report(Origin origin, Route route, Exception reason) {
        reports.add(new Report(origin, route, reason));
    }

    /**
     * Draws the conclusions from what was reported of a transaction, once it has ended and nothing more can come.
     *
     * @param deliveries how many records were in it
     */
    void judge(int deliveries) {
        boolean alone = deliveries == 1;
        Set<Origin> judged = new HashSet<>();
        for (Report report = reports.poll(); report != null; report = reports.poll()) {
            // Of several outputs of a record the first that was refused has the reason; the others may be bystanders.
            if (judged.add(report.origin())) {
                Optional<Route> route = alone ? report.route().next() : Optional.of(report.route());
                standings.put(report.origin(), new Standing(route, report.reason(), !alone));
            }
        }
    }

    Optional<Standing> of(Origin origin) {
        return Optional.ofNullable(standings.get(origin));
    }

    void removeIf(Predicate<Origin> settled) {
        standings.keySet().removeIf(settled);
    }
}
