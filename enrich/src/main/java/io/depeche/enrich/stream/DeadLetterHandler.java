// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.schemas.RecentFailures;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends what can't be read or breaks a step to the dead letters, as Kafka Streams' own handlers do, until too many of the
 * last records went there. Then the thread fails: its transaction is taken back, so that the records that it was about
 * to send there are read again at the next start.
 *
 * <p>Kafka Streams makes an instance for each use; they share the counts by their configuration.
 */
public final class DeadLetterHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler {

    /** Key of the {@link RecentFailures} in the configuration of Kafka Streams; nothing that a user sets. */
    public static final String RECENT_FAILURES = "depeche.recent.failures";

    private final LogAndContinueExceptionHandler unreadable = new LogAndContinueExceptionHandler();
    private final LogAndContinueProcessingExceptionHandler unprocessed = new LogAndContinueProcessingExceptionHandler();
    private RecentFailures failures;

    @Override
    public void configure(Map<String, ?> configs) {
        failures = (RecentFailures) Objects.requireNonNull(configs.get(RECENT_FAILURES), RECENT_FAILURES);
        unreadable.configure(configs);
        unprocessed.configure(configs);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return isToStop(context, exception)
                ? DeserializationExceptionHandler.Response.fail()
                : unreadable.handleError(context, record, exception);
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return isToStop(context, exception)
                ? ProcessingExceptionHandler.Response.fail()
                : unprocessed.handleError(context, record, exception);
    }

    private boolean isToStop(ErrorHandlerContext context, Exception exception) {
        if (exception instanceof EnrichStoppedException || exception instanceof InterruptException) {
            // No fault of the record.
            return true;
        }
        String failure = "topic %s, partition %d, offset %d: %s"
                .formatted(context.topic(), context.partition(), context.offset(), exception);
        return failures.failed(failure).isPresent();
    }
}
