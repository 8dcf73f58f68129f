// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.config;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How a producer gathers what it writes in transactions that are committed by the clock. What is sent before the commit
 * nobody sees, and it costs a request, fetches of the replicas and an acknowledgement each time; the commit sends what
 * waits.
 */
public final class TransactionBatches {

    /** With a long interval between commits, some of the work is better done before them. */
    private static final long LONGEST_LINGER_MS = 1_000;

    /** Of a partition: some thirty enriched statements. */
    private static final int BATCH_BYTES = 64 * 1024;

    private TransactionBatches() {}

    /**
     * Settings of the producer.
     *
     * @param commitInterval between commits, in milliseconds
     */
    public static Map<String, Object> settings(long commitInterval) {
        return Map.of(
                ProducerConfig.LINGER_MS_CONFIG,
                (int) Math.min(commitInterval, LONGEST_LINGER_MS),
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES);
    }
}
