// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

/**
 * Names of the headers that say why a record is on the dead-letter topic and where it came from. They are Kafka
 * Streams' own (KIP-1034), and every role writes the same, so that one reader serves for all. Values are UTF-8 text.
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

    private DeadLetterHeaders() {}
}
