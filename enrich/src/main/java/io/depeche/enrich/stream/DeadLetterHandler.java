// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends what can't be read or breaks a step to the dead letters, until too many of the last records went there. Then the
 * thread fails: its transaction is taken back, so that the records that it was about to send there are read again at the
 * next start.
 *
 * <p>Kafka Streams makes an instance for each use; they share {@link FailedRecords} by their configuration.
 */
public final class DeadLetterHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler {

    /** Key of the {@link FailedRecords} in the configuration of Kafka Streams; nothing that a user sets. */
    public static final String FAILED_RECORDS = "depeche.failed.records";

    private FailedRecords failed;

    @Override
    public void configure(Map<String, ?> configs) {
        failed = (FailedRecords) Objects.requireNonNull(configs.get(FAILED_RECORDS), FAILED_RECORDS);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return failed.failed(context, exception)
                .map(letter -> DeserializationExceptionHandler.Response.resume(List.of(letter)))
                .orElseGet(DeserializationExceptionHandler.Response::fail);
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return failed.failed(context, exception)
                .map(letter -> ProcessingExceptionHandler.Response.resume(List.of(letter)))
                .orElseGet(ProcessingExceptionHandler.Response::fail);
    }
}
