// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

/**
 * Names of the headers that say why a record is on the dead-letter topic, where it came from and what became of it.
 * Most are Kafka Streams' own (KIP-1034); every role writes the same, so that one reader serves for all. Values are
 * UTF-8 text.
 */
public final class DeadLetterHeaders {

    /** Class of the exception. */
    public static final String EXCEPTION = "__streams.errors.exception";

    /** Message of the exception. */
    public static final String MESSAGE = "__streams.errors.message";

    /** Stack trace of the exception. */
    public static final String STACK_TRACE = "__streams.errors.stacktrace";

    /** Topic that the record was read from. */
    public static final String TOPIC = "__streams.errors.topic";

    /** Partition that the record was read from, in decimal. */
    public static final String PARTITION = "__streams.errors.partition";

    /** Offset that the record was read from, in decimal. */
    public static final String OFFSET = "__streams.errors.offset";

    /** What gave the record up: the role, and after a slash the step where the role has several: {@code enrich/annotate}. */
    public static final String STAGE = "depeche.failed.stage";

    /**
     * Timestamp of the record, in milliseconds since the epoch, in decimal; not there where the record has none. That of
     * the dead letter is the time of the failure.
     */
    public static final String TIMESTAMP = "depeche.failed.timestamp";

    /**
     * Partition and offset of a dead letter, {@code 3:17}: on the record that was sent back for it, and on the mark on
     * the dead-letter topic, which has the letter's key, no value, and no {@link #EXCEPTION}.
     */
    public static final String REPLAYED = "depeche.replayed";

    private static final String OF_STREAMS = "__streams.errors.";
    private static final String OURS = "depeche.failed.";

    private DeadLetterHeaders() {}

    /** Whether a header of a dead letter tells of the failure, and did not come with the record. */
    public static boolean isOfFailure(String name) {
        return name.startsWith(OF_STREAMS) || name.startsWith(OURS);
    }
}
